//! The errors of an `EventSource`, and the reasons to reconnect.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::error::{BoxError, excerpt};

/// The error that ended an `EventSource`: the transport error of its last item.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventSourceError {
    /// The response is not an event stream: its status is not 200, or it has another content type.
    Response(Box<UnexpectedResponse>),
    /// The connection was lost or could not be made, and the request must not be repeated.
    Lost(LostConnection),
    /// The connection was lost or could not be made, and the limit on retries or on time is reached.
    #[non_exhaustive]
    GaveUp {
        /// The retries since the last event.
        retries: u32,
        /// Why the last connection was lost.
        cause: LostConnection,
    },
    /// The last event ID contains a control character, which a header cannot contain. Without the ID, events would be
    /// lost or duplicated.
    LastEventId(String),
}

impl fmt::Display for EventSourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(response) => response.fmt(f),
            Self::Lost(cause) => cause.fmt(f),
            Self::GaveUp { retries, cause } => write!(f, "gave up after {retries} retries: {cause}"),
            Self::LastEventId(id) => {
                f.write_str("the last event ID cannot be sent in a header: ")?;
                excerpt::write_truncated(f, id, 100)
            }
        }
    }
}

impl StdError for EventSourceError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // `Display` already shows this error, so the chain continues with its source.
            Self::Lost(cause) | Self::GaveUp { cause, .. } => cause.source(),
            Self::Response(_) | Self::LastEventId(_) => None,
        }
    }
}

/// Why a connection was lost.
#[derive(Debug)]
#[non_exhaustive]
pub enum LostConnection {
    /// The request failed: the error of the client.
    Request(BoxError),
    /// The connection failed while the response was read: the error of the client.
    Body(BoxError),
    /// The server ended the stream, between two events.
    Ended,
    /// The stream ended inside an event, or before the sentinel or the terminal event that the event type declares.
    Truncated,
    /// The server is unavailable, and a later request may succeed.
    #[non_exhaustive]
    Unavailable {
        /// 429, 503, or a status that `retry_on` accepts.
        status: StatusCode,
        /// The wait that the server requests.
        retry_after: Option<Duration>,
    },
    /// No bytes were received for this long.
    #[non_exhaustive]
    ByteTimeout {
        /// The configured limit.
        limit: Duration,
    },
    /// No event was received for this long.
    #[non_exhaustive]
    EventTimeout {
        /// The configured limit.
        limit: Duration,
    },
}

impl fmt::Display for LostConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => write!(f, "the request failed: {error}"),
            Self::Body(error) => write!(f, "the connection failed: {error}"),
            Self::Ended => f.write_str("the server ended the stream"),
            Self::Truncated => f.write_str("the stream ended before it was complete"),
            Self::Unavailable { status, .. } => write!(f, "the server is not available: {status}"),
            Self::ByteTimeout { limit } => write!(f, "no bytes received for {limit:?}"),
            Self::EventTimeout { limit } => write!(f, "no event received for {limit:?}"),
        }
    }
}

impl StdError for LostConnection {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // `Display` already shows this error, so the chain continues with its source.
            Self::Request(error) | Self::Body(error) => error.source(),
            Self::Ended
            | Self::Truncated
            | Self::Unavailable { .. }
            | Self::ByteTimeout { .. }
            | Self::EventTimeout { .. } => None,
        }
    }
}

/// A response that is not an event stream, with the first kilobytes of its body, which often explain the failure.
///
/// `Display` is one line: the status, the content type and an escaped excerpt of the body.
pub struct UnexpectedResponse {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl UnexpectedResponse {
    /// Most bytes of the body that are kept.
    pub(super) const KEPT: usize = 4 * 1024;

    /// The status. It may be 200 with another content type: a JSON error, or the HTML of a login page.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The content type, if there is one and it is text.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The first 4 KiB of the body at most; fewer if the rest was not received in time.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Display for UnexpectedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the response is not an event stream: status {}", self.status)?;
        match self.content_type() {
            Some(content_type) => {
                f.write_str(", content type ")?;
                excerpt::write_truncated(f, content_type, 100)?;
            }
            None => f.write_str(", no content type")?,
        }
        let body = String::from_utf8_lossy(&self.body);
        if body.trim().is_empty() {
            return Ok(());
        }
        f.write_str(": ")?;
        excerpt::write_truncated(f, body.trim(), 400)
    }
}

impl fmt::Debug for UnexpectedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnexpectedResponse")
            .field("status", &self.status)
            .field("content_type", &self.content_type())
            .field("body", &String::from_utf8_lossy(&self.body))
            .finish_non_exhaustive()
    }
}

impl StdError for UnexpectedResponse {}
