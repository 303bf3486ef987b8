//! What can be set of an `EventSource`, before it is polled.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

use super::EventSource;
use super::backoff::Backoff;
use super::connection::Connection;
use super::error::LostConnection;
use super::retry_after::retry_after;

/// A few seconds, as the standard says, and as long as Chromium waits.
const RECONNECTION_TIME: Duration = Duration::from_secs(3);

pub(super) struct Options {
    pub(super) reconnection_time: Duration,
    pub(super) backoff: Backoff,
    pub(super) max_retries: Option<u32>,
    pub(super) max_elapsed: Option<Duration>,
    pub(super) max_event_size: Option<usize>,
    /// The request may be repeated, as far as the caller knows.
    pub(super) may_repeat: bool,
    /// The request can be repeated: its body is not used up.
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

    /// What an answer with this status and these headers is, where another request may succeed.
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

/// Options, to be set before it is polled.
impl<T> EventSource<T> {
    /// Skips events that no variant takes, instead of yielding an error for each. A malformed payload is still an error,
    /// and so is an event that has no name where its `tag` should be.
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

    /// Begins with the last event ID of an earlier stream (`""` for none).
    pub fn with_last_event_id(mut self, id: &str) -> Self {
        self.last_event_id = Some(id.to_owned()).filter(|id| !id.is_empty());
        self
    }

    /// The wait before a reconnection until the server sets another one by `retry:`; 3 seconds by default.
    pub fn reconnection_time(mut self, time: Duration) -> Self {
        self.options.reconnection_time = time;
        self
    }

    /// The random part of a wait after several connections in a row that brought no event: up to `base` for the second
    /// one, twice as much for each after it, at most `cap`. One second and one minute by default.
    pub fn backoff(mut self, base: Duration, cap: Duration) -> Self {
        self.options.backoff = Backoff { base, cap };
        self
    }

    /// Gives up, with [`EventSourceError::GaveUp`](crate::event_source::EventSourceError::GaveUp), where this many retries
    /// in a row bring no event. No limit by default.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.options.max_retries = Some(retries);
        self
    }

    /// Gives up where no event has come for this long since a connection was lost, or would not by the next retry. No
    /// limit by default.
    pub fn max_elapsed(mut self, time: Duration) -> Self {
        self.options.max_elapsed = Some(time);
        self
    }

    /// Makes another request for these statuses too, instead of failing: 502 and 504 of a proxy, for example. 200 is not
    /// asked for.
    ///
    /// Without it, 429 and 503 are retried where they have a `Retry-After`, and nothing else, as the standard says.
    pub fn retry_on(mut self, retry_on: impl Fn(StatusCode) -> bool + Send + 'static) -> Self {
        self.options.retry_on = Some(Box::new(retry_on));
        self
    }

    /// Makes one connection and no other: the end of the input, or its failure, is what it is to
    /// [`sse_events`](crate::ByteStreamExt::sse_events).
    ///
    /// This is the default of a `reqwest` request whose method is not safe, such as POST.
    pub fn without_retry(mut self) -> Self {
        self.options.may_repeat = false;
        self
    }

    /// Says that the request may be repeated though its method is not safe: a POST that changes nothing, or that the
    /// server recognizes. A body that is a stream cannot be repeated nonetheless.
    pub fn allow_repeat(mut self) -> Self {
        self.options.may_repeat = true;
        self
    }

    /// Takes a connection for lost where no byte comes for this long, of the answer's head or body.
    pub fn byte_timeout(mut self, limit: Duration) -> Self {
        self.silence.set_byte_timeout(limit, self.timer.clone());
        self
    }

    /// Takes a connection for lost where no event comes for this long. Comments and ignored events are not events.
    pub fn event_timeout(mut self, limit: Duration) -> Self {
        self.silence.set_event_timeout(limit, self.timer.clone());
        self
    }

    /// Shows each connection to this function: when it is opened, and when it is lost, why, and when the next one is
    /// tried. For a log or a user interface.
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
