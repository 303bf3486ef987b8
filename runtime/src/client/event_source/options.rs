//! The options of an `EventSource`.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

use super::EventSource;
use super::backoff::Backoff;
use super::connection::Connection;
use super::error::LostConnection;
use super::retry_after::retry_after;

/// The standard recommends a few seconds; Chromium waits 3 seconds.
const RECONNECTION_TIME: Duration = Duration::from_secs(3);

pub(super) struct Options {
    pub(super) reconnection_time: Duration,
    pub(super) backoff: Backoff,
    pub(super) max_retries: Option<u32>,
    pub(super) max_elapsed: Option<Duration>,
    pub(super) max_event_size: Option<usize>,
    /// The caller allows repeating the request.
    pub(super) may_repeat: bool,
    /// The request can be repeated: its body has not been consumed.
    pub(super) can_repeat: bool,
    retry_on: Option<Box<dyn Fn(StatusCode) -> bool + Send>>,
    on_connection: Option<OnConnection>,
}

type OnConnection = Box<dyn FnMut(&Connection<'_>) + Send>;

impl Default for Options {
    fn default() -> Self {
        Self {
            reconnection_time: RECONNECTION_TIME,
            backoff: Backoff::default(),
            max_retries: None,
            max_elapsed: None,
            max_event_size: None,
            may_repeat: true,
            can_repeat: true,
            retry_on: None,
            on_connection: None,
        }
    }
}

impl Options {
    pub(super) fn repeats(&self) -> bool {
        self.may_repeat && self.can_repeat
    }

    /// The cause to retry for a response with this status and these headers, if another request may succeed.
    pub(super) fn unavailable(&self, status: StatusCode, headers: &HeaderMap) -> Option<LostConnection> {
        let retry_after = retry_after(headers, SystemTime::now());
        let asks = retry_after.is_some()
            && matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE);
        let is_set = self.retry_on.as_ref().is_some_and(|retry_on| retry_on(status));
        (self.repeats() && (asks || is_set)).then_some(LostConnection::Unavailable { status, retry_after })
    }

    pub(super) fn report(&mut self, connection: &Connection<'_>) {
        if let Some(on_connection) = &mut self.on_connection {
            on_connection(connection);
        }
    }
}

/// Options. Set them before the first poll.
impl<T> EventSource<T> {
    /// Skips events that no variant matches, instead of yielding an error for each. A malformed payload is still an
    /// error, and so is an event without a name if the enum has a `tag`.
    pub fn skip_unknown(mut self) -> Self {
        self.session.options.skip_unknown = true;
        self
    }

    /// Skips an event whose data, name or ID is larger than this many bytes (16 MiB by default), with one
    /// [`StreamError::TooLarge`](crate::StreamError::TooLarge).
    pub fn max_event_size(mut self, bytes: usize) -> Self {
        self.options.max_event_size = Some(bytes);
        self
    }

    /// Starts with the last event ID of an earlier stream (`""` for none).
    pub fn with_last_event_id(mut self, id: &str) -> Self {
        self.last_event_id = Some(id.to_owned()).filter(|id| !id.is_empty());
        self
    }

    /// The wait before a reconnection, until the server sets another with `retry:`; 3 seconds by default.
    pub fn reconnection_time(mut self, time: Duration) -> Self {
        self.options.reconnection_time = time;
        self
    }

    /// The random part of the wait after several connections in a row that delivered no event: up to `base` after the
    /// second one, doubled for each later one, at most `cap`. One second and one minute by default.
    pub fn backoff(mut self, base: Duration, cap: Duration) -> Self {
        self.options.backoff = Backoff { base, cap };
        self
    }

    /// Gives up, with [`EventSourceError::GaveUp`](crate::event_source::EventSourceError::GaveUp), after this many
    /// retries in a row without an event. No limit by default.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.options.max_retries = Some(retries);
        self
    }

    /// Gives up if no event has been received for this long since a connection was lost, or if the next retry would
    /// be later than that. No limit by default.
    pub fn max_elapsed(mut self, time: Duration) -> Self {
        self.options.max_elapsed = Some(time);
        self
    }

    /// Also retries responses with these statuses instead of failing: for example 502 and 504 of a proxy. The
    /// function is not called for status 200.
    ///
    /// By default only 429 and 503 are retried, and only with a `Retry-After`, because any other status is fatal in
    /// the standard.
    pub fn retry_on(mut self, retry_on: impl Fn(StatusCode) -> bool + Send + 'static) -> Self {
        self.options.retry_on = Some(Box::new(retry_on));
        self
    }

    /// Makes only one connection: the end of the input, or a failure, has the same result as with
    /// [`sse_events`](crate::ByteStreamExt::sse_events).
    ///
    /// This is the default of a `reqwest` request whose method is not safe, such as POST.
    pub fn without_retry(mut self) -> Self {
        self.options.may_repeat = false;
        self
    }

    /// Allows repeating the request although its method is not safe: for a POST that changes nothing, or that the
    /// server deduplicates. A request whose body is a stream still cannot be repeated.
    pub fn allow_repeat(mut self) -> Self {
        self.options.may_repeat = true;
        self
    }

    /// Treats a connection as lost if no bytes are received for this long, of the response's head or body.
    pub fn byte_timeout(mut self, limit: Duration) -> Self {
        self.silence.set_byte_timeout(limit, self.timer.clone());
        self
    }

    /// Treats a connection as lost if no event is received for this long. Comments and ignored events are not events.
    pub fn event_timeout(mut self, limit: Duration) -> Self {
        self.silence.set_event_timeout(limit, self.timer.clone());
        self
    }

    /// Sets a function that is called when a connection is opened, and when it is lost, with the cause and the time
    /// of the next attempt. For logs and user interfaces.
    ///
    /// It is called while the stream is polled, so it must not block.
    ///
    /// ```
    /// use sse_event::event_source::Connection;
    /// use sse_event::{EventSource, RawEventBuf};
    ///
    /// fn logged(events: EventSource<RawEventBuf>) -> EventSource<RawEventBuf> {
    ///     events.on_connection(|connection| match connection {
    ///         Connection::Opened { .. } => eprintln!("connected"),
    ///         Connection::Lost { cause, retry_in, .. } => eprintln!("{cause}; next try in {retry_in:?}"),
    ///         _ => {}
    ///     })
    /// }
    /// ```
    pub fn on_connection(mut self, on_connection: impl FnMut(&Connection<'_>) + Send + 'static) -> Self {
        self.options.on_connection = Some(Box::new(on_connection));
        self
    }
}
