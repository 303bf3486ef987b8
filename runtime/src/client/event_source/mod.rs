//! A typed stream over many connections: its requests, its answers and its errors.
//!
//! [`EventSource`] is also at the root of the crate.

mod attempt;
mod backoff;
mod connection;
mod error;
mod options;
mod poll;
// In a browser the requests of `reqwest` are not `Send`, and neither tokio's clock nor `Instant` works.
#[cfg(all(feature = "reqwest-013", not(target_family = "wasm")))]
mod reqwest;
mod response;
mod retry_after;

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::{Duration, Instant};

pub use attempt::Attempt;
pub use connection::{Connection, ReadyState};
pub use error::{EventSourceError, LostConnection, UnexpectedResponse};
#[cfg(all(feature = "reqwest-013", not(target_family = "wasm")))]
pub use reqwest::RequestBuilderExt;
pub use response::EventResponse;

use options::Options;
use response::{Refused, Response};

use super::counters::StreamCounters;
use super::ending::Session;
use super::silence::Silence;
use super::state::StreamState;
use super::stream::source::{BoxSource, Source as _};
use super::stream::{ErrorsAsErr, WithMeta};
use super::timer::{Sleep, Timer};
use crate::error::BoxError;
use crate::wire::position::WireCounters;

/// A typed stream over many connections: after a lost connection, it makes the next one and continues from the last
/// event ID.
///
/// It is a `Stream<Item = Result<T, StreamError<EventSourceError>>>`. It implements the processing model of a
/// browser's `EventSource` (HTML standard, 9.2.3 "Processing model"), with additions for other clients:
///
/// - A response with status 200 and the content type `text/event-stream` opens the connection. A network error, and
///   the end of a stream without a declared end, is a lost connection: the next connection is made after the
///   reconnection time, which is 3 seconds unless the server sets another.
/// - Any other response is fatal, including status 204: the error contains the status and the first kilobytes of the
///   body. Status 429 and 503 with a `Retry-After`, and the statuses that [`retry_on`](Self::retry_on) accepts, are
///   retried instead.
/// - If several connections in a row deliver no event, the waits grow: a random part of 1, 2, 4 seconds and so on, up
///   to a minute, is added to the reconnection time ([`backoff`](Self::backoff)). [`max_retries`](Self::max_retries)
///   and [`max_elapsed`](Self::max_elapsed) limit the retries. Any event except an `error` event resets them.
/// - The last event ID is kept over any number of connections. Persist [`last_event_id`](Self::last_event_id), and
///   start with [`with_last_event_id`](Self::with_last_event_id). An ID that a header cannot contain is an error.
/// - A terminal event or the sentinel ends the stream without reconnecting. After a `complete` event, the loss of the
///   connection also ends it.
/// - An event that cannot be decoded is one item, and the stream continues.
/// - It makes no request before it is polled, spawns no task, and dropping it closes the connection.
///
/// With the feature `reqwest-013`, make it from a request: `client.get(url).event_source::<Event>()`
/// (`RequestBuilderExt`). With any other client, make it from a function that sends the request:
///
/// ```
/// use std::convert::Infallible;
/// use std::time::Duration;
///
/// use futures_util::{TryStreamExt as _, stream};
/// use sse_event::stream::Timer;
/// use sse_event::{EventSource, SseEvent};
///
/// #[derive(Debug, PartialEq, SseEvent)]
/// enum Event {
///     #[event("delta")]
///     Delta(u8),
///     #[event("done", terminal)]
///     Done,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// // A server that ends each connection after one event.
/// let events = EventSource::<Event>::with_timer(Timer::new(tokio::time::sleep), |attempt| async move {
///     let text = match attempt.last_event_id() {
///         None => "id: 1\nevent: delta\ndata: 1\n\n",
///         Some("1") => "id: 2\nevent: delta\ndata: 2\n\n",
///         Some(_) => "event: done\ndata\n\n",
///     };
///     let response = http::Response::builder().header("content-type", "text/event-stream");
///     response.body(stream::iter([Ok::<_, Infallible>(text)]))
/// });
/// let events: Vec<Event> = events.reconnection_time(Duration::ZERO).try_collect().await?;
/// assert_eq!(events, [Event::Delta(1), Event::Delta(2), Event::Done]);
/// # Ok(())
/// # }
/// ```
#[must_use = "streams do nothing unless polled"]
pub struct EventSource<T> {
    connect: Connect,
    timer: Timer,
    options: Options,
    state: State,
    session: Session,
    silence: Silence,
    /// The ID and the reconnection time of the previous connections, without the open one.
    last_event_id: Option<String>,
    retry: Option<Duration>,
    /// The counters of the previous connections, without the open one.
    read: WireCounters,
    attempts: u64,
    /// The retries since the last event, and the time of the first failure.
    retries: u32,
    failing_since: Option<Instant>,
    /// The open connection has delivered an event.
    has_event: bool,
    event: PhantomData<fn() -> T>,
}

type Connect = Box<dyn FnMut(Attempt) -> Connecting + Send>;
type Connecting = Pin<Box<dyn Future<Output = Result<Response, BoxError>> + Send>>;

enum State {
    /// The next poll makes a request.
    Idle,
    Connecting(Connecting),
    Open(BoxSource<BoxError>),
    /// The response is not an event stream; its body is being read.
    Refused(Refused),
    Waiting(Sleep),
    Closed,
}

impl<T> EventSource<T> {
    /// Makes an event source from a function that sends a request, with tokio's timer.
    ///
    /// The function is called once for each connection, so the request is repeated: if repeating it is not safe, for
    /// example a POST, use [`without_retry`](Self::without_retry).
    ///
    /// # Panics
    /// When it waits outside of a tokio runtime, or in a runtime that was built without a timer.
    #[cfg(feature = "tokio")]
    pub fn new<F, R, E>(connect: impl FnMut(Attempt) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Result<R, E>> + Send + 'static,
        R: EventResponse,
        E: Into<BoxError>,
    {
        Self::with_timer(Timer::tokio(), connect)
    }

    /// The same as [`new`](Self::new), with any timer.
    pub fn with_timer<F, R, E>(timer: Timer, mut connect: impl FnMut(Attempt) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Result<R, E>> + Send + 'static,
        R: EventResponse,
        E: Into<BoxError>,
    {
        let connect = Box::new(move |attempt| -> Connecting {
            let response = connect(attempt);
            Box::pin(async move { response.await.map(EventResponse::into_response).map_err(Into::into) })
        });
        Self {
            connect,
            timer,
            options: Options::default(),
            state: State::Idle,
            session: Session::default(),
            silence: Silence::default(),
            last_event_id: None,
            retry: None,
            read: WireCounters::default(),
            attempts: 0,
            retries: 0,
            failing_since: None,
            has_event: false,
            event: PhantomData,
        }
    }

    /// Yields each event with its ID and reconnection time.
    pub fn with_meta(self) -> WithMeta<Self> {
        WithMeta::new(self)
    }

    /// Yields `error` events as `Err`, so that `?` returns them. It combines with [`with_meta`](Self::with_meta) in
    /// either order.
    pub fn errors_as_err(self) -> ErrorsAsErr<Self> {
        ErrorsAsErr::new(self)
    }

    /// The last event ID so far. Persist it and pass it to [`with_last_event_id`](Self::with_last_event_id) in the
    /// next process. It is the ID of the last yielded event, or of a block without data after that event.
    pub fn last_event_id(&self) -> Option<&str> {
        match &self.state {
            State::Open(source) => source.last_event_id(),
            _ => self.last_event_id.as_deref(),
        }
    }

    /// The last reconnection time that the server sent.
    pub fn retry(&self) -> Option<Duration> {
        match &self.state {
            State::Open(source) => source.retry().or(self.retry),
            _ => self.retry,
        }
    }

    /// Whether the stream has ended and is complete: after the terminal event or the sentinel, or if the input ended
    /// after a `complete` event. If `T` declares none of these, a stream that may be repeated is never complete.
    pub fn is_complete(&self) -> bool {
        self.session.is_complete()
    }

    /// The counters over all connections.
    pub fn counters(&self) -> StreamCounters {
        let mut read = self.read;
        if let State::Open(source) = &self.state {
            read += source.counters();
        }
        self.session.counters(read)
    }

    /// Whether a connection is open.
    pub fn ready_state(&self) -> ReadyState {
        match self.state {
            State::Idle | State::Connecting(_) | State::Waiting(_) => ReadyState::Connecting,
            State::Open(_) => ReadyState::Open,
            State::Refused(_) | State::Closed => ReadyState::Closed,
        }
    }
}

impl<T> StreamState for EventSource<T> {
    fn last_event_id(&self) -> Option<&str> {
        self.last_event_id()
    }

    fn retry(&self) -> Option<Duration> {
        self.retry()
    }

    fn is_complete(&self) -> bool {
        self.is_complete()
    }

    fn counters(&self) -> StreamCounters {
        self.counters()
    }
}

impl<T> fmt::Debug for EventSource<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventSource")
            .field("ready_state", &self.ready_state())
            .field("last_event_id", &self.last_event_id())
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}
