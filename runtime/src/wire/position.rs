//! The position in the input, and the counters of bytes and comments, which the parser does not expose.

/// A stream may begin with this mark; it is not part of the first line.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The amount of input so far.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(not(feature = "stream"), allow(unreachable_pub, reason = "only the trait `Source` exposes it"))]
pub struct WireCounters {
    pub(crate) bytes: u64,
    pub(crate) comments: u64,
}

#[cfg(feature = "event-source")]
impl std::ops::AddAssign for WireCounters {
    fn add_assign(&mut self, other: Self) {
        self.bytes += other.bytes;
        self.comments += other.comments;
    }
}

/// The position at the end of the input so far.
pub(crate) struct Position {
    /// The first byte of the current line, `None` at the start of a line.
    open_line: Option<u8>,
    /// The rest of a byte order mark that the stream may begin with.
    byte_order_mark: &'static [u8],
    counters: WireCounters,
}

impl Default for Position {
    fn default() -> Self {
        Self { open_line: None, byte_order_mark: BYTE_ORDER_MARK, counters: WireCounters::default() }
    }
}

impl Position {
    pub(crate) fn counters(&self) -> WireCounters {
        self.counters
    }

    /// The first byte of the current line, `None` at the start of a line.
    pub(crate) fn open_line(&self) -> Option<u8> {
        self.open_line
    }

    /// Whether the next input, `input`, ends with a blank line.
    pub(crate) fn is_blank_line_at_end_of(&self, input: &[u8]) -> bool {
        ends_with_blank_line(input, self.open_line)
    }

    /// Counts the next input, `read`.
    pub(crate) fn count(&mut self, read: &[u8]) {
        let (lines, begins_line) = match read.strip_prefix(self.byte_order_mark) {
            Some(lines) if lines.len() < read.len() => (lines, true),
            _ => (read, self.open_line.is_none()),
        };
        let is_comment = |start: usize| lines.get(start) == Some(&b':');
        let further = memchr::memchr2_iter(b'\n', b'\r', lines).filter(|end| is_comment(end + 1)).count();
        self.counters.bytes += read.len() as u64;
        self.counters.comments += further as u64 + u64::from(begins_line && is_comment(0));
    }

    /// Counts an event without a comment, which begins and ends at the start of a line.
    pub(crate) fn skip_event(&mut self, bytes: usize) {
        self.counters.bytes += bytes as u64;
    }

    /// The current position is the start of a line.
    pub(crate) fn begin_line(&mut self) {
        self.open_line = None;
        self.byte_order_mark = &[];
    }

    /// Moves past `input`, which does not contain the end of a frame.
    pub(crate) fn continue_line(&mut self, mut input: &[u8]) {
        while let ([expected, mark @ ..], [byte, rest @ ..]) = (self.byte_order_mark, input) {
            if byte != expected {
                self.byte_order_mark = &[];
                break;
            }
            (self.byte_order_mark, input) = (mark, rest);
            self.open_line = (!mark.is_empty()).then_some(*byte);
        }
        self.open_line = open_line(self.open_line, input);
    }
}

/// Whether `input` ends with a blank line, which ends every event. The line before `input` began with `before`.
///
/// A single line feed does not count as a blank line: it may complete a CR LF.
fn ends_with_blank_line(input: &[u8], before: Option<u8>) -> bool {
    let line = match input {
        [b'\n'] => return false,
        [line @ .., b'\r', b'\n'] | [line @ .., b'\n' | b'\r'] => line,
        _ => return false,
    };
    match line.last() {
        Some(end) => matches!(end, b'\n' | b'\r'),
        None => before.is_none(),
    }
}

/// The first byte of the last line of `input`. The line before `input` began with `before`.
fn open_line(before: Option<u8>, input: &[u8]) -> Option<u8> {
    match memchr::memrchr2(b'\n', b'\r', input) {
        Some(end) => input.get(end + 1).copied(),
        None => before.or(input.first().copied()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::wire::decoder::Decoder;

    #[test]
    fn finds_blank_line_at_end_of_chunk() {
        for (input, before, expected) in [
            ("data: x\n\n", None, true),
            ("x\r\r", None, true),
            ("x\r\n\r\n", None, true),
            ("\r\n", None, true),
            ("\r", None, true),
            ("\r\n", Some(b'd'), false),
            ("\n", None, false),
            ("x\r\n", None, false),
            ("x\n", None, false),
            ("x", None, false),
            ("", None, false),
        ] {
            assert_eq!(ends_with_blank_line(input.as_bytes(), before), expected, "{input:?} {before:?}");
        }
    }

    #[test]
    fn comments_are_counted_for_every_chunk_size() {
        let input = ": a\n:b\r\n:\r:\n\ndata: x: y\ndata:\n: c\n\n::\n:\n d:e\n:f\ndata: :\n\n:";
        for (input, expected) in
            [(input, 9), (&format!("\u{feff}{input}"), 9), ("", 0), ("\u{feff}", 0), ("\n\n", 0)]
        {
            for size in 1..=input.len().max(1) {
                let mut decoder = Decoder::new();
                for mut chunk in input.as_bytes().chunks(size) {
                    while decoder.next(&mut chunk).is_some() {}
                }
                let WireCounters { bytes, comments } = decoder.counters();
                assert_eq!(
                    (bytes, comments),
                    (input.len() as u64, expected),
                    "{input:?} in chunks of {size}"
                );
            }
        }
    }
}
