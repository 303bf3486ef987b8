//! What an `other` variant can keep of an unknown event: all of it, or parts in named fields.

use std::borrow::Cow;
use std::time::Duration;

use crate::json::find_tag::find;
use crate::raw::{AsRawEvent, RawEvent, RawEventBuf};

/// A payload that holds an unknown event (`other`): [`RawEventBuf`], [`RawEvent`], or a box of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown event\n\
               help: write `Unknown(sse_event::RawEventBuf)`, a unit variant, or named fields out of `event`, \
               `data`, `id` and `retry`",
    label = "an `other` variant holds a `RawEventBuf` or a `RawEvent`"
)]
pub trait OtherPayload<'de>: AsRawEvent + Sized {
    /// Keeps the event.
    fn from_raw_event(raw: RawEvent<'de>) -> Self;

    /// The event that was kept.
    fn kept(&self) -> Option<RawEvent<'_>> {
        self.as_raw_event()
    }
}

impl<'de> OtherPayload<'de> for RawEvent<'de> {
    fn from_raw_event(raw: RawEvent<'de>) -> Self {
        raw
    }
}

impl<'de> OtherPayload<'de> for RawEventBuf {
    fn from_raw_event(raw: RawEvent<'de>) -> Self {
        raw.to_buf()
    }
}

impl<'de, T: OtherPayload<'de>> OtherPayload<'de> for Box<T> {
    fn from_raw_event(raw: RawEvent<'de>) -> Self {
        Self::new(T::from_raw_event(raw))
    }
}

// The fields of an `other` variant. One trait for both directions: a wrong type is told once.

/// The field `event`. The source is text of the event, or what was unescaped under the tag.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep the name of an unknown event: it is not `From<{Source}>` and `AsRef<str>`\n\
               help: write `event: String`",
    label = "the name is text"
)]
#[doc(hidden)]
pub trait OtherName<Source> {
    fn from_name(name: Source) -> Self;
    fn name(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<Source, T: From<Source> + AsRef<str>> OtherName<Source> for T {
    fn from_name(name: Source) -> Self {
        Self::from(name)
    }

    fn name(&self) -> &str {
        self.as_ref()
    }
}

/// The field `data`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep the data of an unknown event: it is not `From<&str>` and `AsRef<str>`\n\
               help: write `data: String`",
    label = "the data is text"
)]
#[doc(hidden)]
pub trait OtherData<'de> {
    fn from_data(data: &'de str) -> Self;
    fn data(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<'de, T: From<&'de str> + AsRef<str>> OtherData<'de> for T {
    fn from_data(data: &'de str) -> Self {
        Self::from(data)
    }

    fn data(&self) -> &str {
        self.as_ref()
    }
}

/// The field `id`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep the id of an unknown event: it is no `Option` of a type that is `From<&str>` \
               and `AsRef<str>`\n\
               help: write `id: Option<String>`",
    label = "an event may have no id"
)]
#[doc(hidden)]
pub trait OtherId<'de> {
    fn from_id(id: Option<&'de str>) -> Self;
    fn id(&self) -> Option<&str>;
}

#[diagnostic::do_not_recommend]
impl<'de, T: From<&'de str> + AsRef<str>> OtherId<'de> for Option<T> {
    fn from_id(id: Option<&'de str>) -> Self {
        id.map(T::from)
    }

    fn id(&self) -> Option<&str> {
        self.as_ref().map(AsRef::as_ref)
    }
}

/// The field `retry`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep the reconnection time of an unknown event\n\
               help: write `retry: Option<std::time::Duration>`",
    label = "an event may have no reconnection time"
)]
#[doc(hidden)]
pub trait OtherRetry {
    fn from_retry(retry: Option<Duration>) -> Self;
    fn retry(&self) -> Option<Duration>;
}

#[diagnostic::do_not_recommend]
impl OtherRetry for Option<Duration> {
    fn from_retry(retry: Option<Duration>) -> Self {
        retry
    }

    fn retry(&self) -> Option<Duration> {
        *self
    }
}

/// The name that an `other` payload came with: its line's, or what stands under the tag.
#[must_use]
pub fn kept_event_type<'a>(event: Option<RawEvent<'a>>, tag: Option<&str>) -> &'a str {
    let Some(raw) = event else { return "" };
    match (raw.line_name(), tag) {
        (None, Some(tag)) => match find(raw.data, tag) {
            Ok(Cow::Borrowed(name)) => name,
            // A name with escapes is not kept as text.
            Ok(Cow::Owned(_)) => "",
            Err(_) => raw.event_type(),
        },
        _ => raw.event_type(),
    }
}
