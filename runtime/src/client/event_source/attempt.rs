//! The description of a request for an event stream.

use http::header::{ACCEPT, CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue};

use super::error::EventSourceError;

pub(super) const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// A description of the next request: the argument of the function that makes requests.
#[derive(Clone, Debug)]
pub struct Attempt {
    number: u64,
    last_event_id: Option<(String, HeaderValue)>,
}

impl Attempt {
    pub(super) fn new(number: u64, last_event_id: Option<&str>) -> Result<Self, EventSourceError> {
        let last_event_id = last_event_id.map(|id| match HeaderValue::from_bytes(id.as_bytes()) {
            Ok(header) => Ok((id.to_owned(), header)),
            Err(_) => Err(EventSourceError::LastEventId(id.to_owned())),
        });
        Ok(Self { number, last_event_id: last_event_id.transpose()? })
    }

    /// The number of the connection, from 1 for the first connection of an `EventSource`.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The last event ID, after which the server should continue.
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_ref().map(|(id, _)| id.as_str())
    }

    /// The headers of the request (HTML standard, 9.2.2 and 9.2.3): `Accept`, `Cache-Control` and, if there is an ID,
    /// `Last-Event-ID` in UTF-8.
    #[must_use]
    pub fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(3);
        headers.insert(ACCEPT, HeaderValue::from_static("text/event-stream"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if let Some((_, id)) = &self.last_event_id {
            headers.insert(LAST_EVENT_ID, id.clone());
        }
        headers
    }
}
