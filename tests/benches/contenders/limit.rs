//! The lower bound of reading a stream: a scan that borrows each event from its chunk.
//!
//! It is not a parser. It only handles line feeds and one line of data per event, and no byte order marks, comments,
//! IDs, reconnection times or limits. An event that begins in one chunk and ends in another is joined in one buffer,
//! which is reused.

use std::hint::black_box;

use memchr::memchr;
use sse_event::{DecodeEvent, RawEvent};

/// Decodes the events of the chunks, and returns their number.
pub fn read<T: for<'de> DecodeEvent<'de>>(chunks: &[&[u8]]) -> usize {
    let (mut events, mut joined) = (0, Vec::new());
    for &chunk in chunks {
        let mut rest = chunk;
        if !joined.is_empty() {
            let Some(end) = end_of_event(&joined, chunk) else {
                joined.extend_from_slice(chunk);
                continue;
            };
            joined.extend_from_slice(&chunk[..end]);
            rest = &chunk[end..];
            events += usize::from(read_event::<T>(&mut &*joined));
            joined.clear();
        }
        while read_event::<T>(&mut rest) {
            events += 1;
        }
        joined.extend_from_slice(rest);
    }
    events
}

/// The position in `chunk` where the event that began with `before` ends.
fn end_of_event(before: &[u8], chunk: &[u8]) -> Option<usize> {
    if before.ends_with(b"\n") && chunk.starts_with(b"\n") {
        return Some(1);
    }
    let mut from = 0;
    loop {
        from += memchr(b'\n', &chunk[from..])? + 1;
        if chunk.get(from) == Some(&b'\n') {
            return Some(from + 1);
        }
    }
}

/// Removes one event from the front of the input and decodes it, if it is complete.
fn read_event<T: for<'de> DecodeEvent<'de>>(input: &mut &[u8]) -> bool {
    let (mut rest, mut name, mut data) = (*input, &b""[..], &b""[..]);
    loop {
        let Some(end) = memchr(b'\n', rest) else { return false };
        let line = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(value) = line.strip_prefix(b"data: ") {
            data = value;
        } else if let Some(value) = line.strip_prefix(b"event: ") {
            name = value;
        } else if line.is_empty() {
            break;
        }
    }
    *input = rest;
    let text = |bytes| std::str::from_utf8(bytes).expect("UTF-8");
    black_box(T::decode(RawEvent::new(text(name), text(data))).expect("an event"));
    true
}
