//! The wire form of an event whose data is serialized straight into the buffer.

use bytes::BytesMut;

use crate::wire::event::WireEvent;
use crate::wire::lines::{has_line_break, lines};

const DATA: &[u8] = b"data: ";

/// Writes the lines before the data, and the field name of the first line of data.
pub(super) fn begin(buffer: &mut BytesMut, fields: &WireEvent<'_>) {
    fields.write_head(buffer);
    buffer.extend_from_slice(DATA);
}

/// Completes the event whose data begins at `data`. Returns whether the data is the sentinel.
pub(super) fn finish(buffer: &mut BytesMut, data: usize, end: Option<&'static str>) -> bool {
    if has_line_break(&buffer[data..]) {
        split(buffer, data);
    }
    let is_end = end.is_some_and(|end| buffer[data..] == *end.as_bytes());
    buffer.extend_from_slice(b"\n\n");
    is_end
}

/// Puts each line of the JSON from `data` on a separate `data:` line. `serde_json` writes one line; a `RawValue`,
/// which is written as it is, may have several.
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
