//! The target of encoding: a raw event, or a buffer for the wire form.

use std::time::Duration;

#[cfg(feature = "bytes")]
use bytes::BytesMut;
use serde::Serialize;

#[cfg(feature = "bytes")]
use super::wire_form;
use crate::error::Error;
use crate::json::buffer::{Buffer, Writer, into_vec};
use crate::json::with_tag::{Tag, tagged};
use crate::raw::{RawEvent, RawEventBuf};

/// The names of an event, a constant in derived code: the value of its `event:` line (empty for none), and its name.
#[derive(Debug)]
pub struct Head(pub &'static str, pub &'static str);

/// The names of an event whose data holds the name under a key: the key, and the beginning of the data,
/// `{"key":"name"`, or `{"key":"name","content":` if the payload has a key.
#[derive(Debug)]
pub struct Tagged(pub Head, pub &'static str, pub &'static str);

impl Tagged {
    fn tag(&self) -> Tag {
        let Self(Head(line, event_type), key, head) = *self;
        Tag { key, event_type, head, is_only_name: line.is_empty() }
    }
}

/// Takes one event as derived code describes it.
///
/// Derived code does not build a raw event, so that JSON is serialized straight into the output buffer. There is one
/// sink type for both targets, so that each payload's serializer is compiled once.
pub struct EncodeSink<'s> {
    target: Target<'s>,
    /// The ID and the reconnection time replace those of the event.
    id: Option<&'s str>,
    retry: Option<Duration>,
}

enum Target<'s> {
    Raw(&'s mut RawEventBuf),
    /// The wire form is appended. On an error the buffer is unchanged.
    #[cfg(feature = "bytes")]
    Wire {
        buffer: &'s mut BytesMut,
        /// The sentinel.
        end: Option<&'static str>,
    },
}

impl<'s> EncodeSink<'s> {
    pub(super) fn raw(event: &'s mut RawEventBuf) -> Self {
        Self { target: Target::Raw(event), id: None, retry: None }
    }

    /// `end` is the sentinel: the methods return whether the data of the event equals it.
    #[cfg(feature = "bytes")]
    pub(crate) fn wire(buffer: &'s mut BytesMut, end: Option<&'static str>) -> Self {
        Self { target: Target::Wire { buffer, end }, id: None, retry: None }
    }

    /// Sets the ID and the reconnection time of the event. Values that were set before stay: the outermost pair wins.
    pub(super) fn with_meta<'x>(self, id: Option<&'x str>, retry: Option<Duration>) -> EncodeSink<'x>
    where
        's: 'x,
    {
        EncodeSink { target: self.target, id: self.id.or(id), retry: self.retry.or(retry) }
    }

    /// Writes an event whose payload is JSON.
    ///
    /// # Errors
    /// Those of the payload's `Serialize`, and an ID that has no wire form.
    #[inline]
    pub fn json<P: Serialize + ?Sized>(self, head: &'static Head, payload: &P) -> Result<bool, Error> {
        let mut json = self.begin(head)?;
        let written = payload.serialize(&mut serde_json::Serializer::new(Writer(json.buffer())));
        json.finish(written)
    }

    /// Writes an event whose payload is JSON, with its name under the tag's key.
    ///
    /// # Errors
    /// The same, and a payload that is not an object or already has the tag's key.
    #[inline]
    pub fn tagged_json<P: Serialize + ?Sized>(
        self,
        tag: &'static Tagged,
        payload: &P,
    ) -> Result<bool, Error> {
        let mut json = self.begin(&tag.0)?;
        let written = tagged(json.buffer(), &tag.tag(), payload);
        json.finish(written)
    }

    /// Writes an event whose payload is JSON under a separate key, alongside its name.
    ///
    /// # Errors
    /// Those of the payload's `Serialize`, and an ID that has no wire form.
    #[inline]
    pub fn content_json<P: Serialize + ?Sized>(
        self,
        tag: &'static Tagged,
        payload: &P,
    ) -> Result<bool, Error> {
        let mut json = self.begin(&tag.0)?;
        let buffer = json.buffer();
        buffer.extend_from_slice(tag.2.as_bytes());
        let written = payload.serialize(&mut serde_json::Serializer::new(Writer(buffer)));
        buffer.extend_from_slice(b"}");
        json.finish(written)
    }

    /// Writes an event without a payload. The data is an empty object, because browsers do not dispatch an event
    /// without data.
    ///
    /// # Errors
    /// An ID that has no wire form.
    pub fn unit(self, &Head(line, _): &'static Head) -> Result<bool, Error> {
        self.event(RawEvent::new(line, "{}"))
    }

    /// The same with the name under the tag's key.
    ///
    /// # Errors
    /// An ID that has no wire form.
    pub fn tagged_unit(self, tag: &'static Tagged) -> Result<bool, Error> {
        self.tagged_json(tag, &())
    }

    #[cfg_attr(
        not(feature = "bytes"),
        expect(clippy::unnecessary_wraps, reason = "only the wire form can be impossible")
    )]
    fn begin(self, head: &'static Head) -> Result<Json<'s>, Error> {
        match self.target {
            Target::Raw(event) => {
                let meta = (self.id, self.retry);
                Ok(Json::Raw { head, event, meta, buffer: Buffer::with_capacity(128) })
            }
            #[cfg(feature = "bytes")]
            Target::Wire { buffer, end } => {
                let &Head(line, event_type) = head;
                let fields = RawEvent { retry: self.retry, id: self.id, ..RawEvent::new(line, "") };
                let fields = fields.to_wire().map_err(|error| error.of(event_type))?;
                let start = buffer.len();
                wire_form::begin(buffer, &fields);
                Ok(Json::Wire { head, start, data: buffer.len(), buffer, end })
            }
        }
    }

    /// Writes an event whose payload is text.
    ///
    /// # Errors
    /// An ID that has no wire form.
    pub fn text(self, line: &'static str, text: String) -> Result<bool, Error> {
        match self.target {
            Target::Raw(_) => self.owned(RawEventBuf::new(line, text)),
            #[cfg(feature = "bytes")]
            Target::Wire { .. } => self.event(RawEvent::new(line, &text)),
        }
    }

    /// Writes a whole event.
    ///
    /// # Errors
    /// A name or an ID that has no wire form.
    pub fn event(self, event: RawEvent<'_>) -> Result<bool, Error> {
        match self.target {
            Target::Raw(_) => self.owned(event.to_buf()),
            #[cfg(feature = "bytes")]
            Target::Wire { buffer, end } => {
                let event = RawEvent { id: self.id.or(event.id), retry: self.retry.or(event.retry), ..event };
                event.to_wire()?.write_to(buffer);
                Ok(end == Some(event.data))
            }
        }
    }

    /// Writes a whole owned event.
    ///
    /// # Errors
    /// A name or an ID that has no wire form.
    pub fn owned(self, event: RawEventBuf) -> Result<bool, Error> {
        match self.target {
            Target::Raw(target) => {
                *target = event;
                set_meta(target, (self.id, self.retry));
                Ok(false)
            }
            #[cfg(feature = "bytes")]
            Target::Wire { .. } => self.event(event.as_raw_event()),
        }
    }
}

/// An event while its JSON is being written.
enum Json<'s> {
    Raw {
        head: &'static Head,
        event: &'s mut RawEventBuf,
        meta: (Option<&'s str>, Option<Duration>),
        buffer: Buffer,
    },
    #[cfg(feature = "bytes")]
    Wire {
        head: &'static Head,
        buffer: &'s mut BytesMut,
        end: Option<&'static str>,
        /// The offsets of the event and of its data.
        start: usize,
        data: usize,
    },
}

impl Json<'_> {
    #[inline]
    fn buffer(&mut self) -> &mut Buffer {
        match self {
            Self::Raw { buffer, .. } => buffer,
            #[cfg(feature = "bytes")]
            Self::Wire { buffer, .. } => buffer,
        }
    }

    fn finish(self, written: serde_json::Result<()>) -> Result<bool, Error> {
        match self {
            Self::Raw { head: &Head(line, event_type), event, meta, buffer } => {
                let data = written
                    .and_then(|()| String::from_utf8(into_vec(buffer)).map_err(serde::ser::Error::custom));
                let data = data.map_err(|error| Error::encode(event_type, error.into()))?;
                *event = RawEventBuf::new(line, data);
                set_meta(event, meta);
                Ok(false)
            }
            #[cfg(feature = "bytes")]
            Self::Wire { head: Head(_, event_type), buffer, end, start, data } => {
                if let Err(error) = written {
                    buffer.truncate(start);
                    return Err(Error::encode(event_type, error.into()));
                }
                Ok(wire_form::finish(buffer, data, end))
            }
        }
    }
}

fn set_meta(event: &mut RawEventBuf, (id, retry): (Option<&str>, Option<Duration>)) {
    if let Some(id) = id {
        event.id = Some(id.to_owned());
    }
    event.retry = retry.or(event.retry);
}
