//! The errors of decoding, of encoding and of typed streams, and their parts.
//!
//! [`Error`], [`ErrorKind`] and [`StreamError`] are also at the root of the crate.

mod cause;
mod display;
pub(crate) mod excerpt;
pub(crate) mod hint;
pub(crate) mod parse_kind;
mod path;
mod redacted;
#[cfg(any(feature = "reader", feature = "stream"))]
pub(crate) mod stream;
pub(crate) mod unnamed;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::ops::Range;

pub use cause::ErrorCause;
pub use parse_kind::ParseKindError;
#[cfg(any(feature = "reader", feature = "stream"))]
pub use stream::{EventError, StreamError};

use crate::json::read;
use crate::raw::{MESSAGE, RawEvent, RawEventBuf};
use cause::Cause;
use hint::Hint;
use unnamed::Unnamed;

/// The error of a user's codec or `FromStr`.
pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;

/// The kind of an [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No variant has the event's name, and the enum has no `other` variant.
    UnknownEvent,
    /// The event has neither an `event:` line nor a string under the key that `tag` declares, and the enum has
    /// neither a variant named `message` nor an `other` variant.
    Unnamed,
    /// The event is known and its payload is malformed.
    Payload,
    /// The event is on the `ignore` list. Returned only by `TryFrom`.
    Ignored,
    /// The event is the sentinel. Returned only by `TryFrom`.
    End,
    /// The event cannot be encoded, or has no wire form.
    Encode,
}

/// A decoding or encoding error. It is one pointer wide and keeps the whole raw event.
///
/// `Display` is one line, whatever a server sent: the event's name, the cause, the path of the fault, and an escaped
/// excerpt of the data around it. For a line without text of the payload, use [`redacted`](Error::redacted).
///
/// The line includes the cause and its chain of sources, bounded and escaped, so `source()` returns `None`: error
/// reporters would print the cause twice. Handle the cause with [`json_error`](Error::json_error),
/// [`other_error`](Error::other_error) or [`into_parts`](Error::into_parts).
///
/// ```
/// use sse_event::{DecodeEvent, ErrorKind, RawEvent, SseEvent};
///
/// #[derive(Debug, SseEvent)]
/// enum Event {
///     #[event("usage")]
///     Usage(Vec<u64>),
/// }
///
/// let error = Event::decode(RawEvent::new("usage", "[1, true]")).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Payload);
/// assert_eq!((error.event_type(), error.path()), ("usage", Some("[1]")));
/// assert_eq!(error.raw_event().data, "[1, true]");
/// assert_eq!(
///     error.to_string(),
///     "usage: invalid type: boolean `true`, expected u64 at [1] (line 1 column 8): [1, true]",
/// );
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    event_type: Cow<'static, str>,
    raw: RawEventBuf,
    /// The byte offset of the fault in the data, and the path to it, if they are known.
    fault: Option<(usize, String)>,
    /// The range of the event in the data: the whole data, unless a wrapper holds the event.
    part: Range<usize>,
    cause: Option<Cause>,
    /// The payload saw the tag and may have rejected it.
    after_tag: bool,
}

/// The owned parts of an [`Error`], for a conversion into your own error type.
#[derive(Debug)]
#[non_exhaustive]
pub struct ErrorParts {
    /// The kind of the error.
    pub kind: ErrorKind,
    /// The event's canonical name, or the received name if the event is unknown.
    pub event_type: Cow<'static, str>,
    /// The whole raw event.
    pub raw: RawEventBuf,
    /// See [`Error::path`].
    pub path: Option<String>,
    /// The underlying error, if there is one.
    pub cause: Option<ErrorCause>,
}

impl Error {
    fn new(kind: ErrorKind, event_type: impl Into<Cow<'static, str>>, raw: RawEvent<'_>) -> Self {
        Self(Box::new(Inner {
            kind,
            event_type: event_type.into(),
            raw: raw.to_buf(),
            fault: None,
            part: 0..raw.data.len(),
            cause: None,
            after_tag: false,
        }))
    }

    /// The payload saw the tag and may have rejected it. It is read again, so the path is not searched for.
    #[cold]
    pub(crate) fn after_tag(raw: RawEvent<'_>, event_type: &'static str, error: serde_json::Error) -> Self {
        let mut this = Self::new(ErrorKind::Payload, event_type, raw);
        (this.0.cause, this.0.after_tag) = (Some(Cause::Json(error)), true);
        this
    }

    pub(crate) fn is_after_tag(&self) -> bool {
        self.0.after_tag
    }

    /// The error of an event that was read from a copy of its data without the tag.
    pub(crate) fn of_event(mut self, raw: RawEvent<'_>) -> Self {
        self.0.raw = raw.to_buf();
        self.0.after_tag = false;
        self
    }

    /// The payload of a known event is not valid JSON or does not match the payload's type.
    #[cold]
    pub(crate) fn json(
        raw: RawEvent<'_>,
        event_type: impl Into<Cow<'static, str>>,
        error: serde_json::Error,
    ) -> Self {
        let mut this = Self::new(ErrorKind::Payload, event_type, raw);
        // Empty data is read as `null`: a position in that word is not a position in the data.
        if !raw.data.is_empty() {
            this.0.fault = path::locate(raw.data, &error);
        }
        this.0.cause = Some(Cause::Json(error));
        this
    }

    /// `FromStr` or a codec rejected the payload of a known event. Our own error about the same payload is passed on,
    /// because it is more precise. Our own error about an unknown event is not, because here the event is known.
    #[cold]
    pub(crate) fn codec(raw: RawEvent<'_>, event_type: &'static str, error: BoxError) -> Self {
        let error = match error.downcast::<Self>() {
            // The received name may be under the tag, see `with_name`.
            Ok(mut error) if error.kind() == ErrorKind::Payload && error.raw_event().data == raw.data => {
                (error.0.event_type, error.0.raw) = (event_type.into(), raw.to_buf());
                return *error;
            }
            Ok(error) => error,
            Err(error) => error,
        };
        let mut this = Self::new(ErrorKind::Payload, event_type, raw);
        this.0.cause = Some(Cause::Other(error));
        this
    }

    /// The error of an event whose data is `text`, a part of the data of `raw`: it keeps the whole data, and its path
    /// begins at the outermost object.
    #[cold]
    pub(crate) fn within(mut self, raw: RawEvent<'_>, text: &str) -> Self {
        let inner = &mut *self.0;
        let start = read::start_of(text, raw.data);
        // An event type that is not derived may have read another text.
        let is_of_text = inner.raw.data == text;
        let fault = inner.fault.take().filter(|_| is_of_text);
        let at = start + fault.as_ref().map_or(0, |(at, _)| *at);
        if let Some(Cause::Json(error)) = &mut inner.cause
            && error.is_data()
            && error.line() > 0
        {
            let message = error.to_string();
            let position = format!(" at line {} column {}", error.line(), error.column());
            *error = read::error_at(raw.data, at, message.strip_suffix(&position).unwrap_or(&message));
        }
        if matches!(inner.kind, ErrorKind::Payload | ErrorKind::Unnamed) {
            let path = fault.map(|(_, path)| path).unwrap_or_default();
            inner.fault = Some((at, path::within(raw.data, start, &path)));
        }
        inner.part = start + inner.part.start..start + inner.part.end;
        inner.raw = raw.to_buf();
        self
    }

    /// The event cannot be encoded.
    #[cold]
    pub(crate) fn encode(event_type: &'static str, error: BoxError) -> Self {
        let mut this = Self::new(ErrorKind::Encode, event_type, RawEvent::new(event_type, ""));
        this.0.cause = Some(Cause::Other(error));
        this
    }

    /// The raw event has no wire form.
    #[cold]
    pub(crate) fn invalid_field(raw: RawEvent<'_>, why: &'static str) -> Self {
        let mut this = Self::new(ErrorKind::Encode, raw.event_type().to_owned(), raw);
        this.0.cause = Some(Cause::Unwritable(why));
        this
    }

    /// The same error for an event whose canonical name is known.
    #[cfg(feature = "bytes")]
    pub(crate) fn of(mut self, event_type: &'static str) -> Self {
        self.0.event_type = event_type.into();
        self
    }

    #[cold]
    pub(crate) fn unknown_event(raw: RawEvent<'_>, event_type: &str, hint: Option<Hint>) -> Self {
        let mut this = Self::new(ErrorKind::UnknownEvent, event_type.to_owned(), raw);
        this.0.cause = hint.map(Cause::Hint);
        this
    }

    /// Neither an `event:` line nor the tag names the event.
    #[cold]
    pub(crate) fn unnamed(raw: RawEvent<'_>, unnamed: Unnamed) -> Self {
        let mut this = Self::new(ErrorKind::Unnamed, MESSAGE, raw);
        this.0.cause = Some(Cause::Unnamed(unnamed));
        this
    }

    #[cold]
    pub(crate) fn ignored(raw: RawEvent<'_>) -> Self {
        Self::new(ErrorKind::Ignored, raw.event_type().to_owned(), raw)
    }

    #[cold]
    pub(crate) fn end(raw: RawEvent<'_>) -> Self {
        Self::new(ErrorKind::End, raw.event_type().to_owned(), raw)
    }

    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The event's canonical name if it is known, else the received name (`"message"` if there is none).
    #[must_use]
    pub fn event_type(&self) -> &str {
        &self.0.event_type
    }

    /// The whole raw event. If a payload cannot be encoded, the raw event contains only the event's name.
    #[must_use]
    pub fn raw_event(&self) -> RawEvent<'_> {
        self.0.raw.as_raw_event()
    }

    /// Returns the owned raw event.
    #[must_use]
    pub fn into_raw_event(self) -> RawEventBuf {
        self.0.raw
    }

    /// The path of the fault in the JSON, such as `step_details.tool_calls[0].id`. It is `""` for the payload as a
    /// whole, and `None` if `serde_json` reports no position or if the data is empty or is not JSON.
    ///
    /// The path is found by scanning the text up to the error's position. It may name the value around the faulty
    /// one, because errors of internally tagged, untagged and flattened types are reported only at the end of the
    /// value. In a wrapper, the path begins at the outermost object: `result.status.state`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.fault.as_ref().map(|(_, path)| path.as_str())
    }

    /// The JSON error, if that is the cause.
    #[must_use]
    pub fn json_error(&self) -> Option<&serde_json::Error> {
        match &self.0.cause {
            Some(Cause::Json(error)) => Some(error),
            _ => None,
        }
    }

    /// The error of a `FromStr`, of a function of `decode_with` or `encode_with`, or of a `Serialize`, if that is the
    /// cause.
    #[must_use]
    pub fn other_error(&self) -> Option<&(dyn StdError + Send + Sync + 'static)> {
        match &self.0.cause {
            Some(Cause::Other(error)) => Some(&**error),
            _ => None,
        }
    }

    /// Splits the error into its owned parts.
    ///
    /// ```
    /// # use sse_event::{DecodeEvent, RawEvent, SseEvent};
    /// # #[derive(Debug, SseEvent)]
    /// # enum Event { #[event("a")] A(u8) }
    /// use sse_event::error::ErrorCause;
    ///
    /// enum ApiError { Json(serde_json::Error, String), Other(String) }
    ///
    /// impl From<sse_event::Error> for ApiError {
    ///     fn from(error: sse_event::Error) -> Self {
    ///         let text = error.to_string();
    ///         let parts = error.into_parts();
    ///         match parts.cause {
    ///             Some(ErrorCause::Json(json)) => Self::Json(json, parts.raw.data),
    ///             _ => Self::Other(text),
    ///         }
    ///     }
    /// }
    /// # let error = Event::decode(RawEvent::new("a", "{")).unwrap_err();
    /// # assert!(matches!(ApiError::from(error), ApiError::Json(_, data) if data == "{"));
    /// ```
    #[must_use]
    pub fn into_parts(self) -> ErrorParts {
        let Inner { kind, event_type, raw, fault, cause, .. } = *self.0;
        let (path, cause) = (fault.map(|(_, path)| path), cause.and_then(Cause::into_public));
        ErrorParts { kind, event_type, raw, path, cause }
    }
}

/// Without a `source`: `Display` already includes the cause, bounded and escaped.
impl StdError for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_is_one_pointer_wide_and_crosses_threads() {
        fn everywhere<T: Send + Sync + 'static>() {}
        everywhere::<Error>();
        assert_eq!(size_of::<Error>(), size_of::<usize>());
        assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
    }
}
