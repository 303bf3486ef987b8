//! The output: one line per event, one line per change of the connection, and a status line below them.

use std::io::{self, Write};
use std::time::Duration;

use sse_event::RawEventBuf;
use sse_event::stream::StreamCounters;

use crate::follow::Change;
use crate::rate::Rate;

/// Two outputs; the second may be a terminal with a status line at its end.
pub(crate) struct Screen<O, E> {
    events: O,
    notes: E,
    is_live: bool,
    rate: Rate,
    losses: u64,
    last_event_id: Option<String>,
}

impl<O: Write, E: Write> Screen<O, E> {
    pub(crate) fn new(events: O, notes: E, is_live: bool) -> Self {
        Self { events, notes, is_live, rate: Rate::default(), losses: 0, last_event_id: None }
    }

    /// The ID of the last event that was shown.
    pub(crate) fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_deref()
    }

    pub(crate) fn show_event(
        &mut self,
        elapsed: Duration,
        event: &RawEventBuf,
        last_event_id: Option<&str>,
    ) -> io::Result<()> {
        let bytes = event.data.len() as u64;
        self.rate.record(elapsed, bytes);
        self.last_event_id = last_event_id.map(str::to_owned);
        self.clear_status()?;
        let (name, size) = (plain(event.event_type(), 24), size(bytes));
        let (id, data) = (plain(last_event_id.unwrap_or("-"), 16), plain(&event.data, 80));
        writeln!(self.events, "{name:<24} {size:>8}  {id:<16} {data}")?;
        self.events.flush()
    }

    pub(crate) fn show_change(&mut self, change: &Change) -> io::Result<()> {
        match change {
            Change::Opened => self.show_note("connected"),
            Change::Lost(cause, retry_in) => {
                self.losses += 1;
                self.show_note(&format!("{cause}; next try in {:.1} s", retry_in.as_secs_f64()))
            }
        }
    }

    pub(crate) fn show_note(&mut self, note: &str) -> io::Result<()> {
        self.clear_status()?;
        writeln!(self.notes, "-- {}", plain(note, 200))
    }

    /// Redraws the line at the end of the terminal.
    pub(crate) fn show_status(&mut self, elapsed: Duration, counters: StreamCounters) -> io::Result<()> {
        if !self.is_live {
            return Ok(());
        }
        let status = self.status(elapsed, counters);
        self.clear_status()?;
        write!(self.notes, "{status}")?;
        self.notes.flush()
    }

    /// Writes the final status.
    pub(crate) fn finish(&mut self, elapsed: Duration, counters: StreamCounters) -> io::Result<()> {
        let status = self.status(elapsed, counters);
        self.clear_status()?;
        writeln!(self.notes, "{status}")
    }

    fn status(&mut self, elapsed: Duration, counters: StreamCounters) -> String {
        let (events, bytes) = self.rate.per_second(elapsed);
        format!(
            "{} events, {}, {} connections lost; {}.{} events/s, {}/s",
            counters.events,
            size(counters.bytes),
            self.losses,
            events / 10,
            events % 10,
            size(bytes),
        )
    }

    fn clear_status(&mut self) -> io::Result<()> {
        if self.is_live {
            write!(self.notes, "\r\x1b[K")?;
            self.notes.flush()?;
        }
        Ok(())
    }
}

/// At most `most` characters of a text, without control characters.
fn plain(text: &str, most: usize) -> String {
    let mut plain: String = text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(most).is_some() {
        plain.pop();
        plain.push('…');
    }
    plain
}

fn size(bytes: u64) -> String {
    match bytes {
        ..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{}.{} kB", bytes / 1_000, bytes / 100 % 10),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_server_cannot_move_the_cursor() {
        assert_eq!(plain("a\r\n\x1b[2J\u{9b}b", 20), "a   [2J b");
        assert_eq!(plain("12345", 5), "12345");
        assert_eq!(plain("123456", 5), "1234…");
    }

    #[test]
    fn sizes_have_a_unit() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(size), ["0 B", "999 B", "1.0 kB", "1.2 MB"]);
    }

    #[test]
    fn status_line_is_cleared_before_events() {
        let mut screen = Screen::new(Vec::new(), Vec::new(), true);
        screen.show_status(Duration::ZERO, StreamCounters::default()).unwrap();
        screen.show_event(Duration::ZERO, &RawEventBuf::new("", "x"), None).unwrap();
        assert!(String::from_utf8(screen.notes).unwrap().ends_with("0 B/s\r\x1b[K"));
        assert_eq!(String::from_utf8(screen.events).unwrap().split_whitespace().next(), Some("message"));
    }
}
