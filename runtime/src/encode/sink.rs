//! What an event is encoded into: a raw event, or the bytes of its wire form.

use std::time::Duration;

use serde::Serialize;

use crate::error::Error;
use crate::json::with_tag::{Tag, tagged};
use crate::raw::{RawEvent, RawEventBuf};

/// Takes one event, as the derive's code describes it. `'a` is how long its meta data live.
///
/// A description and not a raw event, so that JSON can be written where it is to stand: a value that goes to the wire
/// is not held in text of its own before.
pub trait EncodeSink<'a>: Sized {
    /// What the event comes to.
    type Ok;

    /// The sink that gives the event this ID and reconnection time, in place of its own. What it was told before stays:
    /// that was by whoever wraps the event.
    #[must_use]
    fn with_meta(self, id: Option<&'a str>, retry: Option<Duration>) -> Self;

    /// An event whose payload is written as JSON, with its name under `tag`.
    ///
    /// # Errors
    /// Those of the payload's `Serialize`, and that there is no room for the tag.
    fn json<P: Serialize + ?Sized>(
        self,
        line: &'static str,
        event_type: &'static str,
        tag: Option<Tag>,
        payload: &P,
    ) -> Result<Self::Ok, Error>;

    /// An event whose payload is text.
    ///
    /// # Errors
    /// That it has no wire form.
    fn text(self, line: &'static str, text: String) -> Result<Self::Ok, Error>;

    /// A whole event.
    ///
    /// # Errors
    /// That it has no wire form.
    fn event(self, event: RawEvent<'_>) -> Result<Self::Ok, Error>;

    /// A whole event that is owned.
    ///
    /// # Errors
    /// That it has no wire form.
    fn owned(self, event: RawEventBuf) -> Result<Self::Ok, Error> {
        self.event(event.as_raw_event())
    }
}

/// Makes an owned raw event.
#[derive(Debug, Default)]
pub struct Owned<'a> {
    id: Option<&'a str>,
    retry: Option<Duration>,
}

impl<'a> EncodeSink<'a> for Owned<'a> {
    type Ok = RawEventBuf;

    fn with_meta(self, id: Option<&'a str>, retry: Option<Duration>) -> Self {
        Self { id: self.id.or(id), retry: self.retry.or(retry) }
    }

    #[inline]
    fn json<P: Serialize + ?Sized>(
        self,
        line: &'static str,
        event_type: &'static str,
        tag: Option<Tag>,
        payload: &P,
    ) -> Result<RawEventBuf, Error> {
        let data = match tag {
            Some(tag) => to_tagged_string(&tag, payload),
            None => serde_json::to_string(payload),
        };
        match data {
            Ok(data) => self.text(line, data),
            Err(error) => Err(Error::encode(event_type, error.into())),
        }
    }

    fn text(self, line: &'static str, text: String) -> Result<RawEventBuf, Error> {
        self.owned(RawEventBuf::new(line, text))
    }

    fn event(self, event: RawEvent<'_>) -> Result<RawEventBuf, Error> {
        self.owned(event.to_buf())
    }

    fn owned(self, mut event: RawEventBuf) -> Result<RawEventBuf, Error> {
        if let Some(id) = self.id {
            event.id = Some(id.to_owned());
        }
        event.retry = self.retry.or(event.retry);
        Ok(event)
    }
}

fn to_tagged_string<P: Serialize + ?Sized>(tag: &Tag, payload: &P) -> serde_json::Result<String> {
    let mut json = Vec::with_capacity(128);
    tagged(&mut json, tag, payload)?;
    String::from_utf8(json).map_err(serde::ser::Error::custom)
}
