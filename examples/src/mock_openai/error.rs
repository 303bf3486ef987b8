//! The API's errors.

use std::fmt::Display;

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};

use super::json;

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ApiError {
    pub(super) message: String,
    pub(super) r#type: String,
    pub(super) param: Option<String>,
    pub(super) code: Option<String>,
}

/// An error as the whole of a body, or of an event's data.
#[derive(Debug, Deserialize, Serialize)]
pub struct ErrorBody {
    pub(super) error: ApiError,
}

impl ApiError {
    pub(super) fn invalid_request(message: impl Display) -> Self {
        Self {
            message: message.to_string(),
            r#type: "invalid_request_error".to_owned(),
            param: None,
            code: None,
        }
    }

    pub(super) fn server_error(message: impl Display) -> Self {
        let r#type = "server_error".to_owned();
        Self { message: message.to_string(), code: Some(r#type.clone()), r#type, param: None }
    }

    pub(super) fn with_status(self, status: StatusCode) -> Response {
        (status, json(&ErrorBody { error: self })).into_response()
    }
}
