//! The crate `reqwest` (0.13): a request, in one call.

use reqwest::RequestBuilder;
use reqwest::header::HeaderMap;

use super::EventSource;
use super::attempt::LAST_EVENT_ID;
use super::response::{EventResponse, Response, sealed};
use crate::decode::DecodeEventOwned;
use crate::error::BoxError;

/// A typed stream out of a `reqwest` request.
pub trait RequestBuilderExt {
    /// The events of this request, over as many connections as it takes. See [`EventSource`] for what it does; time is
    /// tokio's.
    ///
    /// The request's own headers stay, `Accept` and `Cache-Control` are set where they are missing, and a `Last-Event-ID` of
    /// its own is where the stream begins. Redirects are followed as the client is told to, anew for each connection: a
    /// browser connects again to where it was sent, but this request may have headers, such as `Authorization`, that are
    /// for its own URL alone.
    ///
    /// A request whose method is not safe, such as POST, makes one connection and no other
    /// ([`allow_repeat`](EventSource::allow_repeat) changes that), and so does one whose body is a stream. One that could
    /// not be built is the error of the first item.
    ///
    /// A timeout of the whole request (`timeout`) cuts every connection after that time: use
    /// [`byte_timeout`](EventSource::byte_timeout), or the client's `read_timeout`.
    ///
    /// ```no_run
    /// use futures_util::TryStreamExt as _;
    /// use sse_event::SseEvent;
    /// use sse_event::event_source::RequestBuilderExt as _;
    ///
    /// #[derive(Debug, SseEvent)]
    /// enum Event {
    ///     #[event("update")]
    ///     Update { id: u64 },
    /// }
    ///
    /// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = reqwest::Client::new();
    /// let mut events = client.get("https://example.com/updates").event_source::<Event>();
    /// while let Some(event) = events.try_next().await? {
    ///     println!("{event:?}, resume from {:?}", events.last_event_id());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    fn event_source<T: DecodeEventOwned>(self) -> EventSource<T>;
}

impl RequestBuilderExt for RequestBuilder {
    fn event_source<T: DecodeEventOwned>(self) -> EventSource<T> {
        let (client, request) = self.build_split();
        let mut request = Some(request);
        let (mut id, mut may_repeat, mut can_repeat) = (String::new(), false, false);
        if let Some(Ok(request)) = &mut request {
            id = take_last_event_id(request.headers_mut());
            may_repeat = request.method().is_safe();
            // A body that is a stream is used up by one connection.
            can_repeat = request.body().is_none_or(|body| body.as_bytes().is_some());
        }
        let mut events = EventSource::new(move |attempt| {
            let clone = request.as_ref().and_then(|request| request.as_ref().ok()?.try_clone());
            // One that cannot be cloned is sent once, or is the error of a request that was not built.
            let next = clone.map(Ok).or_else(|| request.take());
            let client = client.clone();
            async move {
                let mut request = next.ok_or("the request cannot be repeated")??;
                set_headers(request.headers_mut(), attempt.headers());
                Ok::<_, BoxError>(client.execute(request).await?)
            }
        });
        events.options.may_repeat = may_repeat;
        events.options.can_repeat = can_repeat;
        events.with_last_event_id(&id)
    }
}

fn take_last_event_id(headers: &mut HeaderMap) -> String {
    let id = headers.remove(LAST_EVENT_ID);
    id.map(|id| String::from_utf8_lossy(id.as_bytes()).into_owned()).unwrap_or_default()
}

/// Sets what is missing. The last event ID is never there: it was taken out.
fn set_headers(headers: &mut HeaderMap, missing: HeaderMap) {
    for (name, value) in missing {
        if let Some(name) = name {
            headers.entry(name).or_insert(value);
        }
    }
}

impl sealed::Sealed for reqwest::Response {}

impl EventResponse for reqwest::Response {
    fn into_response(mut self) -> Response {
        let headers = std::mem::take(self.headers_mut());
        Response::new(self.status(), headers, self.bytes_stream())
    }
}
