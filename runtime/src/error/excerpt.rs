//! Makes text from a remote server fit for one line of a log: bounded and escaped.

use std::fmt::{self, Write};

/// Most characters of an event's name that an error shows.
pub(crate) const NAME: usize = 80;

/// Most characters of the data that an error shows on either side of the fault.
const BEFORE: usize = 40;
const AFTER: usize = 20;

/// Writes at most `limit` characters and then fails, so that formatting a very long text stops early.
struct Bounded<W> {
    out: W,
    left: usize,
}

impl<W: Write> Write for Bounded<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| {
            self.left = self.left.checked_sub(1).ok_or(fmt::Error)?;
            self.out.write_char(c)
        })
    }
}

/// The first `limit` characters of a text, and whether the text is longer.
pub(crate) fn head(text: impl fmt::Display, limit: usize) -> (String, bool) {
    let mut out = Bounded { out: String::new(), left: limit };
    let cut = write!(out, "{text}").is_err();
    (out.out, cut)
}

/// Escapes characters with which a server could break, color or reorder a log line.
fn write_escaped(out: &mut impl Write, c: char) -> fmt::Result {
    match c {
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        '\t' => out.write_str("\\t"),
        c if c.is_control() || is_invisible(c) => write!(out, "{}", c.escape_unicode()),
        c => out.write_char(c),
    }
}

/// Zero-width, line-separating and bidirectional controls: `is_control` is false for them, but they change how a line
/// reads.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Writes `text`, bounded and escaped.
pub(crate) fn write_truncated(
    f: &mut fmt::Formatter<'_>,
    text: impl fmt::Display,
    limit: usize,
) -> fmt::Result {
    let (head, cut) = head(text, limit);
    head.chars().try_for_each(|c| write_escaped(f, c))?;
    if cut { f.write_char('…') } else { Ok(()) }
}

/// Writes the part of `data` around the byte `at`, bounded and escaped, with `…` where it is cut.
pub(crate) fn write_excerpt(f: &mut fmt::Formatter<'_>, data: &str, at: usize) -> fmt::Result {
    if data.is_empty() {
        return f.write_str("(empty data)");
    }
    let at = (0..=at.min(data.len())).rev().find(|&at| data.is_char_boundary(at)).unwrap_or(0);
    let (head, tail) = data.split_at(at);
    let start = head.char_indices().rev().nth(BEFORE - 1).map_or(0, |(index, _)| index);
    let end = tail.char_indices().nth(AFTER).map_or(data.len(), |(index, _)| at + index);
    if start > 0 {
        f.write_char('…')?;
    }
    data[start..end].chars().try_for_each(|c| write_escaped(f, c))?;
    if end < data.len() {
        f.write_char('…')?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Around<'a>(&'a str, usize);

    impl fmt::Display for Around<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write_excerpt(f, self.0, self.1)
        }
    }

    struct Short<T>(T, usize);

    impl<T: fmt::Display> fmt::Display for Short<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write_truncated(f, &self.0, self.1)
        }
    }

    #[test]
    fn excerpt_surrounds_fault() {
        let data = format!("{}FAULT{}", "a".repeat(100), "b".repeat(100));
        let shown = Around(&data, 105).to_string();
        assert_eq!(shown, format!("…{}FAULT{}…", "a".repeat(35), "b".repeat(20)));
        assert_eq!(Around("short", 2).to_string(), "short");
        assert_eq!(Around("", 0).to_string(), "(empty data)");
    }

    #[test]
    fn excerpt_never_splits_character() {
        let data = "é".repeat(200);
        for at in 0..=data.len() + 5 {
            assert!(Around(&data, at).to_string().chars().count() <= BEFORE + AFTER + 2);
        }
    }

    #[test]
    fn excerpt_escapes_line_breaks_and_reordering_characters() {
        assert_eq!(
            Around("a\nb\u{1b}[31m\u{202e}c\u{2028}", 0).to_string(),
            r"a\nb\u{1b}[31m\u{202e}c\u{2028}"
        );
    }

    #[test]
    fn excerpt_is_bounded() {
        assert_eq!(Short("abcdef", 3).to_string(), "abc…");
        assert_eq!(Short("abc", 3).to_string(), "abc");
        assert_eq!(Short("", 3).to_string(), "");
    }
}
