//! The server: the stream, its description, and the viewer's files.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use axum::extract::{Path as Segment, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{StreamExt as _, stream};
use sse_event::EventBody;
use tokio::sync::mpsc;

use crate::{document, event};

/// The server's routes, and what pages say that they show.
pub(crate) fn router() -> (Router, mpsc::UnboundedReceiver<String>) {
    let (sender, shown) = mpsc::unbounded_channel();
    let router = Router::new()
        .route("/", get(async || Html(include_str!("page.html"))))
        .route("/openapi.json", get(async || Json(document::document())))
        .route("/answers/{number}", get(answer))
        .route("/viewer/{file}", get(viewer))
        .route("/shown", post(report).with_state(sender));
    (router, shown)
}

async fn answer(Segment(number): Segment<u32>) -> impl IntoResponse {
    EventBody::new(stream::iter(event::script(number)).map(Ok::<_, Infallible>))
}

/// Where `install` puts the packages.
pub(crate) fn packages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/openapi/node_modules")
}

async fn viewer(Segment(file): Segment<String>) -> impl IntoResponse {
    let kind = match file.as_str() {
        "swagger-ui.css" => "text/css",
        "swagger-ui-bundle.js" => "text/javascript",
        _ => return Err(StatusCode::NOT_FOUND),
    };
    let content = tokio::fs::read(packages().join("swagger-ui-dist").join(file)).await;
    content.map(|content| ([(header::CONTENT_TYPE, kind)], content)).map_err(|_| StatusCode::NOT_FOUND)
}

async fn report(State(shown): State<mpsc::UnboundedSender<String>>, text: String) -> StatusCode {
    // If nobody listens, a person looks at the page.
    let _ = shown.send(text);
    StatusCode::NO_CONTENT
}
