//! The wire form of raw events.

use std::fmt;

use super::lines::{has_line_break, lines};
use crate::error::Error;
use crate::raw::{RawEvent, RawEventBuf};

/// The longest reconnection time that is written. This crate's parser ignores longer ones, and browsers store it in
/// 32 bits or fewer.
const MOST_MILLIS: u128 = u32::MAX as u128;

/// The wire form of one event: the result of [`RawEvent::to_wire`], which rejects a name or an ID that does not fit
/// in a line before anything is written.
///
/// Every conforming parser reads the same event back (HTML standard, 9.2.5 "Parsing an event stream"):
///
/// - There is always a `data:` line, because parsers drop an event without one, and the blank line that ends the
///   event.
/// - Data is split at CR LF, CR and LF; a reader gets a line feed for each of them.
/// - An event without a name has no `event:` line.
/// - An event without an ID has no `id:` line, and a reader keeps its last event ID.
/// - A reconnection time is written in whole milliseconds, at most [`u32::MAX`] (49 days), because readers ignore a
///   longer one.
///
/// ```
/// use sse_event::RawEvent;
///
/// # fn main() -> Result<(), sse_event::Error> {
/// let event = RawEvent::new("log", "one\r\ntwo").with_id("7");
/// assert_eq!(event.to_wire()?.to_string(), "event: log\nid: 7\ndata: one\ndata: two\n\n");
/// assert_eq!(RawEvent::new("", "").to_wire()?.to_string(), "data: \n\n");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireEvent<'a>(RawEvent<'a>);

impl<'a> WireEvent<'a> {
    fn new(raw: RawEvent<'a>) -> Result<Self, Error> {
        if has_line_break(raw.event.as_bytes()) {
            return Err(Error::invalid_field(raw, "its name has a line break"));
        }
        if let Some(id) = raw.id {
            if has_line_break(id.as_bytes()) {
                return Err(Error::invalid_field(raw, "its ID has a line break"));
            }
            if id.contains('\0') {
                return Err(Error::invalid_field(raw, "its ID has a NUL, and readers ignore such IDs"));
            }
        }
        Ok(Self(raw))
    }

    /// Appends the event to the buffer.
    ///
    /// ```
    /// use bytes::BytesMut;
    /// use sse_event::RawEvent;
    ///
    /// # fn main() -> Result<(), sse_event::Error> {
    /// let mut buffer = BytesMut::new();
    /// RawEvent::new("ping", "{}").to_wire()?.write_to(&mut buffer);
    /// assert_eq!(buffer, "event: ping\ndata: {}\n\n");
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "bytes")]
    pub fn write_to(&self, buffer: &mut bytes::BytesMut) {
        let raw = &self.0;
        // Room for the field names and the ends of two data lines; more lines are rare.
        buffer.reserve(raw.event.len() + raw.id.map_or(0, str::len) + raw.data.len() + 64);
        // Writing to a buffer cannot fail.
        let _ = self.write(buffer);
    }

    /// Writes the lines before the data.
    #[cfg(feature = "bytes")]
    pub(crate) fn write_head(&self, buffer: &mut bytes::BytesMut) {
        // Writing to a buffer cannot fail.
        let _ = self.head(buffer);
    }

    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        self.head(out)?;
        for line in lines(self.0.data) {
            field(out, "data: ", line)?;
        }
        out.write_char('\n')
    }

    fn head(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let raw = &self.0;
        if !raw.event.is_empty() {
            field(out, "event: ", raw.event)?;
        }
        if let Some(id) = raw.id {
            field(out, "id: ", id)?;
        }
        if let Some(retry) = raw.retry {
            writeln!(out, "retry: {}", retry.as_millis().min(MOST_MILLIS))?;
        }
        Ok(())
    }
}

/// Always writes the space after the colon, because the value itself may begin with a space.
fn field(out: &mut impl fmt::Write, name: &str, value: &str) -> fmt::Result {
    out.write_str(name)?;
    out.write_str(value)?;
    out.write_char('\n')
}

impl fmt::Display for WireEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl<'a> RawEvent<'a> {
    /// Returns the event's wire form, which can be displayed or written to a byte buffer.
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode), with the event, for a CR or LF in its name and a CR, LF or
    /// NUL in its ID. Readers ignore an ID with a NUL, and with a line break an attacker who controls the text could
    /// forge lines.
    ///
    /// ```
    /// use sse_event::RawEvent;
    ///
    /// let error = RawEvent::new("a\ndata: forged", "1").to_wire().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     r"the event `a\ndata: forged` cannot be encoded: its name has a line break",
    /// );
    /// ```
    pub fn to_wire(self) -> Result<WireEvent<'a>, Error> {
        WireEvent::new(self)
    }
}

impl RawEventBuf {
    /// See [`RawEvent::to_wire`].
    ///
    /// # Errors
    /// Those of [`RawEvent::to_wire`].
    pub fn to_wire(&self) -> Result<WireEvent<'_>, Error> {
        self.as_raw_event().to_wire()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::error::ErrorKind;

    fn wire(raw: RawEvent<'_>) -> String {
        raw.to_wire().expect("it can be written").to_string()
    }

    #[test]
    fn every_field_is_written_as_line() {
        let raw = RawEvent::new("a", "1").with_id("7").with_retry(Duration::from_millis(1500));
        assert_eq!(wire(raw), "event: a\nid: 7\nretry: 1500\ndata: 1\n\n");
        assert_eq!(wire(RawEvent::new("message", "1")), "event: message\ndata: 1\n\n");
    }

    #[test]
    fn reconnection_time_is_written_so_that_readers_accept_it() {
        let longest = Duration::from_millis(u32::MAX.into());
        for retry in [longest, longest + Duration::from_micros(999), longest * 2, Duration::MAX] {
            assert_eq!(wire(RawEvent::new("", "").with_retry(retry)), "retry: 4294967295\ndata: \n\n");
        }
    }

    #[test]
    fn data_is_split_at_every_line_break() {
        for (data, expected) in [
            ("", "data: \n\n"),
            ("\n", "data: \ndata: \n\n"),
            ("\r\n", "data: \ndata: \n\n"),
            ("\n\r", "data: \ndata: \ndata: \n\n"),
            ("a\rdata: b", "data: a\ndata: data: b\n\n"),
            (" a", "data:  a\n\n"),
        ] {
            assert_eq!(wire(RawEvent::new("", data)), expected, "{data:?}");
        }
    }

    #[test]
    fn unwritable_field_is_error_with_raw_event() {
        for raw in [
            RawEvent::new("a\n", "1"),
            RawEvent::new("a\rb", "1"),
            RawEvent::new("a", "1").with_id("\n"),
            RawEvent::new("a", "1").with_id("7\r"),
            RawEvent::new("a", "1").with_id("7\0"),
        ] {
            let error = raw.to_wire().expect_err("it is rejected");
            assert_eq!((error.kind(), error.raw_event()), (ErrorKind::Encode, raw));
        }
        assert_eq!(wire(RawEvent::new("a\0", "\0")), "event: a\0\ndata: \0\n\n");
    }
}
