//! What an `other` variant can keep of an unknown event: the whole event, or parts of it in named fields.

use std::borrow::Cow;
use std::time::Duration;

use super::route::Unknown;
use crate::json::find_tag::find;
use crate::raw::{AsRawEvent, MESSAGE, RawEvent, RawEventBuf};

/// A payload that holds an unknown event (`other`): [`RawEventBuf`], [`RawEvent`], or a box of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown event\n\
               help: write `Unknown(sse_event::RawEventBuf)`, a unit variant, or named fields from `event`, \
               `data`, `id` and `retry`",
    label = "an `other` variant holds a `RawEventBuf` or a `RawEvent`"
)]
pub trait OtherPayload<'de>: AsRawEvent + Sized {
    /// Keeps the event.
    fn from_raw_event(raw: RawEvent<'de>) -> Self;

    /// The kept event.
    fn kept(&self) -> Option<RawEvent<'_>> {
        self.as_raw_event()
    }

    /// Keeps the event, and also the name under its tag if that name had to be unescaped.
    #[doc(hidden)]
    #[must_use]
    fn from_unknown(raw: RawEvent<'de>, _: Unknown<'de>) -> Self {
        Self::from_raw_event(raw)
    }

    /// The kept name, if it had to be unescaped.
    #[doc(hidden)]
    fn unescaped_name(&self) -> Option<&str> {
        None
    }

    /// The name of the kept event: from its `event:` line, or from the tag.
    #[doc(hidden)]
    fn kept_event_type(&self, tag: Option<&str>) -> &str {
        self.kept().and_then(|raw| raw.line_name()).unwrap_or_else(|| self.kept_tag_name(tag))
    }

    /// The same for an enum that ignores `event:` lines.
    #[doc(hidden)]
    fn kept_tag_name(&self, tag: Option<&str>) -> &str {
        let Some(raw) = self.kept() else { return "" };
        match tag.map(|tag| find(raw.data, tag)) {
            Some(Ok(Cow::Borrowed(name))) => name,
            // The data may have been replaced since the name was kept.
            Some(Ok(Cow::Owned(name))) => {
                self.unescaped_name().filter(|kept| *kept == name).unwrap_or_default()
            }
            Some(Err(_)) | None => MESSAGE,
        }
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

    fn from_unknown(raw: RawEvent<'de>, unknown: Unknown<'de>) -> Self {
        let mut event = raw.to_buf();
        if let Unknown::Named(Cow::Owned(name)) = unknown {
            event.set_unescaped_name(name);
        }
        event
    }

    fn unescaped_name(&self) -> Option<&str> {
        self.unescaped_name()
    }
}

impl<'de, T: OtherPayload<'de>> OtherPayload<'de> for Box<T> {
    fn from_raw_event(raw: RawEvent<'de>) -> Self {
        Self::new(T::from_raw_event(raw))
    }

    fn from_unknown(raw: RawEvent<'de>, unknown: Unknown<'de>) -> Self {
        Self::new(T::from_unknown(raw, unknown))
    }

    fn unescaped_name(&self) -> Option<&str> {
        T::unescaped_name(self)
    }
}

// The fields of an `other` variant. Each has one trait for both directions, so that a wrong type is reported once.

/// The field `event`. `Source` is text of the event, or the unescaped name under the tag.
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
    message = "`{Self}` cannot keep the id of an unknown event: it is not an `Option` of a type that is `From<&str>` \
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
