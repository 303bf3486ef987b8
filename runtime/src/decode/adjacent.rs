//! Payloads under a separate key, alongside the key that names the event: `#[sse(tag = "…", content = "…")]`.

use std::borrow::Cow;

use serde::de::DeserializeSeed;

use super::failure::codec_error;
use crate::error::Error;
use crate::json::envelope::{Envelope, Keys, content_text};
use crate::json::find_tag::find;
use crate::raw::RawEvent;

/// Where to find the payload of an event: the event's name, the key of the name, the key of the payload, whether an
/// unnamed event has this name, and whether an `event:` line can name the event.
#[doc(hidden)]
#[derive(Debug)]
pub struct Adjacent(pub &'static str, pub &'static str, pub &'static str, pub bool, pub bool);

impl Adjacent {
    pub(super) fn event_type(&self) -> &'static str {
        self.0
    }

    /// Whether the data is an object that holds the payload under a key. If the `event:` line names the event and the
    /// data does not hold the same name, the data itself is the payload.
    pub(super) fn is_around_payload(&self, raw: &RawEvent<'_>) -> bool {
        let &Self(_, tag, _, takes_unnamed, reads_line) = self;
        match raw.line_name().filter(|_| reads_line) {
            Some(line) => find(raw.data, tag).is_ok_and(|name| name == line),
            None => !takes_unnamed || find(raw.data, tag).is_ok(),
        }
    }

    /// Reads the object. A missing payload is read as `null`, so that an `Option` is `None`.
    pub(super) fn envelope<'de, S>(&self, payload: S) -> Envelope<S, impl FnOnce(S) -> Option<S::Value>>
    where
        S: DeserializeSeed<'de>,
    {
        let &Self(_, tag, content, ..) = self;
        let missing = |seed: S| seed.deserialize(&mut serde_json::Deserializer::from_str("null")).ok();
        Envelope { keys: Keys { tag, content }, payload, missing }
    }
}

/// The text for `raw` and `parse` payloads: the content of a string, or the JSON of any other value.
///
/// # Errors
/// The key is missing or its value is malformed.
#[doc(hidden)]
pub fn content<'de>(raw: RawEvent<'de>, adjacent: &Adjacent) -> Result<Cow<'de, str>, Error> {
    if !adjacent.is_around_payload(&raw) {
        return Ok(Cow::Borrowed(raw.data));
    }
    let &Adjacent(event_type, _, content, ..) = adjacent;
    content_text(raw.data, content).or_else(|why| {
        let why = format!("there is no text under the key `{content}`: {}", why.reason());
        codec_error(raw, event_type, why.into())
    })
}

/// The same as [`content`], for a payload that borrows from the event.
///
/// # Errors
/// Those of [`content`], and a text with escapes, which cannot be borrowed.
#[doc(hidden)]
pub fn borrowed_content<'de>(raw: RawEvent<'de>, adjacent: &Adjacent) -> Result<&'de str, Error> {
    match content(raw, adjacent)? {
        Cow::Borrowed(text) => Ok(text),
        Cow::Owned(text) => {
            let why = format!("the text {text:?} is written with escapes, and this event borrows its text");
            codec_error(raw, adjacent.event_type(), why.into())
        }
    }
}
