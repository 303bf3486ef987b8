//! Lines as the standard ends them: at CR LF, CR and LF (HTML standard, 9.2.5 "Parsing an event stream").

/// The bytes that are looked at together: no branch between them, so the compiler takes them as vectors.
const BLOCK: usize = 64;

/// Whether a line ends inside the text.
pub(super) fn has_line_break(text: &str) -> bool {
    line_break(text).is_some()
}

/// The lines of the text without what ends them: one more than there are line breaks.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = line_break(text) else { return rest.take() };
        let (line, tail) = text.split_at(end);
        rest = tail.strip_prefix("\r\n").or_else(|| tail.get(1..));
        Some(line)
    })
}

/// The byte at which the first line ends.
fn line_break(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let found = |block: &[u8]| block.iter().fold(false, |found, &byte| found | is_line_break(byte));
    let block = bytes.chunks(BLOCK).position(found)? * BLOCK;
    bytes[block..].iter().position(|&byte| is_line_break(byte)).map(|at| block + at)
}

fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_found_wherever_it_is() {
        for at in 0..3 * BLOCK {
            let mut text = "x".repeat(3 * BLOCK);
            assert!(!has_line_break(&text));
            text.replace_range(at..=at, "\r");
            assert!(has_line_break(&text), "{at}");
        }
    }

    #[test]
    fn lines_end_as_the_standard_says() {
        let split = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(split(""), [""]);
        assert_eq!(split("a"), ["a"]);
        assert_eq!(split("a\rb\nc\r\nd"), ["a", "b", "c", "d"]);
        assert_eq!(split("\n\r\r\n"), ["", "", "", ""]);
    }
}
