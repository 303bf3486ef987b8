//! Output for a person: labelled lines, and text that continues as it arrives.

use std::fmt::Display;
use std::io::{self, Write};

/// The width of the labels; the text after them is aligned.
const LABEL: usize = 10;

pub(crate) struct Screen<'a> {
    out: &'a mut dyn Write,
    /// A text is being written, and its line has not ended.
    in_text: bool,
}

impl<'a> Screen<'a> {
    pub(crate) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, in_text: false }
    }

    /// Writes a separate line.
    pub(crate) fn line(&mut self, label: &str, text: impl Display) -> io::Result<()> {
        self.end_text()?;
        let text = text.to_string();
        writeln!(self.out, "{label:<LABEL$} {}", plain(&text))?;
        self.out.flush()
    }

    /// Writes a blank line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        self.end_text()?;
        writeln!(self.out)
    }

    /// Writes a piece of a text at once; the next line, or `end_text`, ends the text.
    pub(crate) fn text(&mut self, label: &str, piece: &str) -> io::Result<()> {
        if !std::mem::replace(&mut self.in_text, true) {
            write!(self.out, "{label:<LABEL$} ")?;
        }
        for (index, line) in piece.split('\n').enumerate() {
            if index > 0 {
                write!(self.out, "\n{:<LABEL$} ", "")?;
            }
            self.out.write_all(plain(line).as_bytes())?;
        }
        self.out.flush()
    }

    /// Ends the line of the text, if there is one.
    pub(crate) fn end_text(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.in_text) { writeln!(self.out) } else { Ok(()) }
    }
}

/// Replaces control characters: a server's text must not move the cursor or color the terminal.
fn plain(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_the_text_before_it() -> io::Result<()> {
        let mut out = Vec::new();
        let mut screen = Screen::new(&mut out);
        screen.text("says", "a\n")?;
        screen.text("says", "b")?;
        screen.line("done", "c\u{1b}[2J\r\n")?;
        let text = String::from_utf8_lossy(&out);
        assert_eq!(text, "says       a\n           b\ndone       c\u{fffd}[2J\u{fffd}\u{fffd}\n");
        Ok(())
    }
}
