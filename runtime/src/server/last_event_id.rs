//! The header `Last-Event-ID` of a client that reconnects.

use std::error::Error as StdError;
use std::{fmt, str};

/// The ID of the last event that a client received, from the request header `Last-Event-ID`; `None` for a client that
/// connects for the first time, or whose last ID was reset.
///
/// An extractor of axum 0.8 (`axum-08`) and of actix-web 4 (`actix-web`). Browsers send the ID as UTF-8 (HTML
/// standard, 9.2.3 "Processing model"); the response to a header that is not UTF-8 has status 400.
///
/// The client chooses the ID: validate it like any untrusted input.
///
/// ```
/// use std::convert::Infallible;
///
/// use axum::{Router, routing::get};
/// use futures_util::{Stream, StreamExt as _, stream};
/// use sse_event::server::LastEventId;
/// use sse_event::{EventBody, EventMeta, RawEventBuf};
///
/// type Item = Result<(RawEventBuf, EventMeta), Infallible>;
///
/// async fn count(LastEventId(last): LastEventId) -> EventBody<impl Stream<Item = Item>> {
///     let last: u64 = last.and_then(|id| id.parse().ok()).unwrap_or(0);
///     let numbers = stream::iter(1..=100).skip_while(move |number| std::future::ready(*number <= last));
///     EventBody::new(numbers.map(|number: u64| {
///         Ok((RawEventBuf::new("count", number.to_string()), EventMeta::default().with_id(number.to_string())))
///     }))
/// }
///
/// let app: Router = Router::new().route("/count", get(count));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct LastEventId(pub Option<String>);

impl LastEventId {
    /// The header's name, in lower case as HTTP/2 requires.
    pub const HEADER: &'static str = "last-event-id";

    /// The ID in the value of the header; `None` if the header is missing or empty.
    ///
    /// ```
    /// use sse_event::server::LastEventId;
    ///
    /// assert_eq!(LastEventId::from_value(Some("grün".as_bytes())), Ok(LastEventId(Some("grün".into()))));
    /// assert_eq!(LastEventId::from_value(None), Ok(LastEventId(None)));
    /// assert!(LastEventId::from_value(Some(b"\xff")).is_err());
    /// ```
    ///
    /// # Errors
    /// The value is not UTF-8.
    pub fn from_value(value: Option<&[u8]>) -> Result<Self, InvalidLastEventId> {
        let id = value.map(str::from_utf8).transpose().map_err(|_| InvalidLastEventId(()))?;
        Ok(Self(id.filter(|id| !id.is_empty()).map(str::to_owned)))
    }

    /// The ID in the headers of a request, for frameworks that use the crate `http`.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue};
    /// use sse_event::server::LastEventId;
    ///
    /// let headers = HeaderMap::from_iter([("last-event-id".parse()?, HeaderValue::from_str("grün")?)]);
    /// assert_eq!(LastEventId::from_headers(&headers)?.0.as_deref(), Some("grün"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The header is not UTF-8.
    #[cfg(feature = "http-body")]
    pub fn from_headers(headers: &http::HeaderMap) -> Result<Self, InvalidLastEventId> {
        Self::from_value(headers.get(Self::HEADER).map(http::HeaderValue::as_bytes))
    }
}

/// The header `Last-Event-ID` of a request is not UTF-8. As a response: status 400 with this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidLastEventId(());

impl fmt::Display for InvalidLastEventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the header `Last-Event-ID` is not UTF-8")
    }
}

impl StdError for InvalidLastEventId {}
