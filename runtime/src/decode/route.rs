//! The rules by which a raw event selects its variant.

use std::borrow::Cow;

use super::Decoded;
use super::failure::{unknown_event, unknown_event_by_key};
use crate::error::Error;
use crate::error::unnamed::Unnamed;
use crate::json::find_tag::{find_anywhere, leading};
use crate::raw::{MESSAGE, RawEvent};

/// The rules of an enum, in addition to the names of its variants.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Rules(
    /// The data of the sentinel.
    pub Option<&'static str>,
    /// The names of events to skip.
    pub &'static [&'static str],
    /// The JSON key that names an event without an `event:` line.
    pub Option<&'static str>,
);

/// The destination of an event.
#[doc(hidden)]
pub enum Route<'a, V> {
    /// The variant with its name.
    Variant(V),
    /// None: the name is on the ignore list.
    Ignored,
    /// None: the event is the sentinel.
    End,
    /// The `other` variant or an error: no variant matches.
    Unknown(Unknown<'a>),
}

impl<V> Route<'_, V> {
    /// The outcome for an event that matches no variant.
    ///
    /// # Errors
    /// The event is unknown.
    #[cold]
    pub fn without_variant<T>(self, raw: RawEvent<'_>) -> Result<Decoded<T>, Error> {
        self.or_unknown(|unknown| unknown_event(raw, &unknown))
    }

    /// The same if some variants are selected by a key of the data: `names` are the names of all variants.
    ///
    /// # Errors
    /// The event is unknown, or it has one of the names and its data is malformed.
    #[cold]
    pub fn without_variant_of<T>(
        self,
        raw: RawEvent<'_>,
        names: &[&'static str],
    ) -> Result<Decoded<T>, Error> {
        self.or_unknown(|unknown| unknown_event_by_key(raw, &unknown, names))
    }

    fn or_unknown<T>(self, error: impl FnOnce(Unknown<'_>) -> Error) -> Result<Decoded<T>, Error> {
        match self {
            Self::Variant(_) | Self::Ignored => Ok(Decoded::Ignored),
            Self::End => Ok(Decoded::End),
            Self::Unknown(unknown) => Err(error(unknown)),
        }
    }
}

/// Why no variant matches an event.
#[doc(hidden)]
pub enum Unknown<'a> {
    /// No variant has the name of its `event:` line. The tag is not read.
    Line(&'a str, Option<&'static str>),
    /// No variant has the name under the tag.
    Named(Cow<'a, str>),
    /// It has no `event:` line, and the enum has no tag.
    Message,
    /// It has neither an `event:` line nor a name under the tag.
    Unnamed(Unnamed),
}

impl<'a> Unknown<'a> {
    /// The payload that was read from the data of the event.
    ///
    /// # Errors
    /// The data is malformed; the error has the name of the event.
    pub fn payload<T>(self, raw: RawEvent<'a>, payload: serde_json::Result<T>) -> Result<T, Error> {
        payload.map_err(|error| Error::json(raw, self.event_type().to_owned(), error))
    }

    /// The name that was received, or `message`.
    #[must_use]
    pub fn event_type(&self) -> &str {
        match self {
            Self::Line(name, _) => name,
            Self::Named(name) => name,
            Self::Message | Self::Unnamed(_) => MESSAGE,
        }
    }

    /// The `event:` line of `raw`, which was not read but has to be written again, or else the name.
    #[must_use]
    pub fn line_or_event_type(self, raw: RawEvent<'a>) -> Cow<'a, str> {
        raw.line_name().map_or_else(|| self.into_event_type(), Cow::Borrowed)
    }

    /// The name, borrowed from the event if possible.
    #[must_use]
    pub fn into_event_type(self) -> Cow<'a, str> {
        match self {
            Self::Line(name, _) => Cow::Borrowed(name),
            Self::Named(name) => name,
            Self::Message | Self::Unnamed(_) => Cow::Borrowed(MESSAGE),
        }
    }
}

/// Finds the destination of `raw`. `variant` finds the variant for a name, and uses the data if several variants have
/// that name.
///
/// 1. An `event:` line other than `message` that names a variant wins: in real streams a `type` inside the data is
///    often something else, and `event: done` with the data `[DONE]` is the event `done`.
/// 2. Otherwise, data equal to the sentinel is the end of the stream. It is not read as JSON.
/// 3. A line that does not name a variant is ignored if it is on the ignore list, else the event is unknown. The tag
///    is not read.
/// 4. Without a line, a string under the tag is the name: of a variant, of an ignored event, or unknown.
/// 5. Without a line and a tag, the name is `message`: its variant, ignored if it is on the ignore list, else unknown
///    or, if the enum has a tag, unnamed.
#[doc(hidden)]
#[inline(always)]
#[expect(clippy::inline_always, reason = "each enum calls it once, with constant rules")]
pub fn route<'a, V>(
    raw: &RawEvent<'a>,
    &Rules(end, ignored, tag): &Rules,
    variant: impl Fn(&str, &str) -> Option<V>,
) -> Route<'a, V> {
    let line = raw.line_name();
    if let Some(variant) = line.and_then(|name| variant(name, raw.data)) {
        return Route::Variant(variant);
    }
    if end == Some(raw.data) {
        return Route::End;
    }
    let name = match (line, tag) {
        (Some(line), tag) => return no_variant(Unknown::Line(line, tag), ignored),
        (None, None) => Unknown::Message,
        (None, Some(tag)) => {
            // Most servers write the tag first and without spaces.
            if let Some(name) = leading(raw.data, tag) {
                return match variant(name, raw.data) {
                    Some(variant) => Route::Variant(variant),
                    None => no_variant(Unknown::Named(Cow::Borrowed(name)), ignored),
                };
            }
            match find_anywhere(raw.data, tag) {
                Ok(name) => Unknown::Named(name),
                Err(why) => Unknown::Unnamed(Unnamed { tag, why }),
            }
        }
    };
    match variant(name.event_type(), raw.data) {
        Some(variant) => Route::Variant(variant),
        None => no_variant(name, ignored),
    }
}

/// The event without its `event:` line, for an enum whose events are named by their data alone.
#[doc(hidden)]
#[must_use]
pub fn without_line(raw: RawEvent<'_>) -> RawEvent<'_> {
    RawEvent { event: "", ..raw }
}

fn no_variant<'a, V>(name: Unknown<'a>, ignored: &[&str]) -> Route<'a, V> {
    if ignored.contains(&name.event_type()) { Route::Ignored } else { Route::Unknown(name) }
}
