//! The crate `reqwest` (0.13): an event source from a request.

use reqwest::RequestBuilder;
use reqwest::header::HeaderMap;

use super::EventSource;
use super::attempt::LAST_EVENT_ID;
use super::response::{EventResponse, Response, sealed};
use crate::decode::DecodeEventOwned;
use crate::error::BoxError;

/// Makes a typed stream from a `reqwest` request.
pub trait RequestBuilderExt {
    /// The events of this request, over as many connections as needed. See [`EventSource`] for its behavior. It uses
    /// tokio's timer.
    ///
    /// The request keeps its own headers. `Accept` and `Cache-Control` are set if they are missing, and a
    /// `Last-Event-ID` of the request is where the stream starts. Redirects follow the client's policy, again for
    /// each connection: a browser reconnects to the redirected URL, but this request may have headers, such as
    /// `Authorization`, that only its own URL may receive.
    ///
    /// A request whose method is not safe, such as POST, makes only one connection
    /// ([`allow_repeat`](EventSource::allow_repeat) changes that), and so does a request whose body is a stream. If
    /// the request could not be built, the first item is that error.
    ///
    /// A timeout of the whole request (`timeout`) aborts every connection after that time: use
    /// [`byte_timeout`](EventSource::byte_timeout) or the client's `read_timeout` instead.
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
            // One connection consumes a body that is a stream.
            can_repeat = request.body().is_none_or(|body| body.as_bytes().is_some());
        }
        let mut events = EventSource::new(move |attempt| {
            let clone = request.as_ref().and_then(|request| request.as_ref().ok()?.try_clone());
            // A request that cannot be cloned is sent once. A request that could not be built yields its error once.
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

/// Sets the missing headers. The last event ID is always missing, because it was removed before.
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
