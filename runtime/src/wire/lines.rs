//! Lines as defined by the standard: they end at CR LF, CR and LF (HTML standard, 9.2.5 "Parsing an event stream").

/// The bytes that are checked at once: there is no branch between them, so the compiler can vectorize the check.
const BLOCK: usize = 16;

/// Whether the text contains a line break.
pub(crate) fn has_line_break(text: &[u8]) -> bool {
    line_break(text).is_some()
}

/// The lines of the text without their line breaks: one more than there are line breaks.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = line_break(text.as_bytes()) else { return rest.take() };
        let (line, tail) = text.split_at(end);
        rest = tail.strip_prefix("\r\n").or_else(|| tail.get(1..));
        Some(line)
    })
}

/// The position of the first line break.
fn line_break(bytes: &[u8]) -> Option<usize> {
    let is_broken =
        |block: &[u8; BLOCK]| block.iter().fold(false, |found, &byte| found | is_line_break(byte));
    if let Some(last) = bytes.last_chunk()
        && !is_broken(last)
        && !bytes.as_chunks().0.iter().any(is_broken)
    {
        return None;
    }
    bytes.iter().position(|&byte| is_line_break(byte))
}

fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_break_is_found_at_any_position() {
        for at in 0..3 * BLOCK {
            let mut text = "x".repeat(3 * BLOCK);
            assert!(!has_line_break(text.as_bytes()));
            text.replace_range(at..=at, "\r");
            assert!(has_line_break(text.as_bytes()), "{at}");
        }
    }

    #[test]
    fn lines_end_as_in_html_standard() {
        let split = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(split(""), [""]);
        assert_eq!(split("a"), ["a"]);
        assert_eq!(split("a\rb\nc\r\nd"), ["a", "b", "c", "d"]);
        assert_eq!(split("\n\r\r\n"), ["", "", "", ""]);
    }
}
