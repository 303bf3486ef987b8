//! Events straight to the bytes of their wire form.

use std::time::Duration;

use bytes::BytesMut;
use serde::Serialize;

use super::sink::EncodeSink;
use crate::error::Error;
use crate::json::buffer::Writer;
use crate::json::with_tag::{Tag, tagged};
use crate::raw::RawEvent;
use crate::wire::lines::{has_line_break, lines};

const DATA: &[u8] = b"data: ";

/// Appends events to a buffer. What fails leaves the buffer as it was.
pub(crate) struct WireWriter<'b, 'a> {
    buffer: &'b mut BytesMut,
    /// The sentinel.
    end: Option<&'static str>,
    id: Option<&'a str>,
    retry: Option<Duration>,
}

impl<'b> WireWriter<'b, '_> {
    pub(crate) fn new(buffer: &'b mut BytesMut, end: Option<&'static str>) -> Self {
        Self { buffer, end, id: None, retry: None }
    }
}

impl<'a> EncodeSink<'a> for WireWriter<'_, 'a> {
    /// Whether the event's data is the sentinel.
    type Ok = bool;

    fn with_meta(self, id: Option<&'a str>, retry: Option<Duration>) -> Self {
        Self { id: self.id.or(id), retry: self.retry.or(retry), ..self }
    }

    /// Without text of its own for the JSON: it is serialized where it stands.
    #[inline]
    fn json<P: Serialize + ?Sized>(
        self,
        line: &'static str,
        event_type: &'static str,
        tag: Option<Tag>,
        payload: &P,
    ) -> Result<bool, Error> {
        let head = RawEvent { retry: self.retry, id: self.id, ..RawEvent::new(line, "") };
        let head = head.to_wire().map_err(|error| error.of(event_type))?;
        let start = self.buffer.len();
        head.write_head(self.buffer);
        self.buffer.extend_from_slice(DATA);
        let data = self.buffer.len();
        let written = match tag {
            Some(tag) => tagged(self.buffer, &tag, payload),
            None => serde_json::to_writer(Writer(self.buffer), payload),
        };
        if let Err(error) = written {
            self.buffer.truncate(start);
            return Err(Error::encode(event_type, error.into()));
        }
        if has_line_break(&self.buffer[data..]) {
            split(self.buffer, data);
        }
        let is_end = self.end.is_some_and(|end| self.buffer[data..] == *end.as_bytes());
        self.buffer.extend_from_slice(b"\n\n");
        Ok(is_end)
    }

    fn text(self, line: &'static str, text: String) -> Result<bool, Error> {
        self.event(RawEvent::new(line, &text))
    }

    fn event(self, event: RawEvent<'_>) -> Result<bool, Error> {
        let event = RawEvent { id: self.id.or(event.id), retry: self.retry.or(event.retry), ..event };
        event.to_wire()?.write_to(self.buffer);
        Ok(self.end == Some(event.data))
    }
}

/// Gives each line of the JSON from `data` on a `data:` of its own. `serde_json` writes one line; a `RawValue`, which is
/// written as it is, may have more.
#[cold]
fn split(buffer: &mut BytesMut, data: usize) {
    let json = String::from_utf8_lossy(&buffer.split_off(data)).into_owned();
    for (number, line) in lines(&json).enumerate() {
        if number > 0 {
            buffer.extend_from_slice(b"\n");
            buffer.extend_from_slice(DATA);
        }
        buffer.extend_from_slice(line.as_bytes());
    }
}
