//! Shows a typed stream to its end, with a summary.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::io;
use std::pin::pin;
use std::time::Instant;

use futures_util::{Stream, StreamExt as _};
use sse_event::{DecodeEventOwned, SseEvent, StreamError};

use crate::screen::Screen;

/// One API: its events, and how they are shown.
pub(crate) trait View: Default {
    /// The events.
    type Event: DecodeEventOwned;

    /// The path of the API.
    const PATH: &'static str;

    /// The events that our own server replays there: every event of the API that the view shows, and one that the
    /// enum does not know.
    const SCRIPT: &'static str;

    /// Shows one event.
    fn show(&mut self, event: &Self::Event, screen: &mut Screen<'_>) -> io::Result<()>;
}

/// Shows every event and then the summary. The outer error is the screen's; the inner one ended the stream early.
pub(crate) async fn report<V: View, E: Display>(
    events: impl Stream<Item = Result<V::Event, StreamError<E>>>,
    meter: &Meter,
    screen: &mut Screen<'_>,
) -> io::Result<Result<(), StreamError<E>>> {
    let mut events = pin!(events);
    let (mut view, mut counts) = (V::default(), Counts::default());
    let mut end = Ok(());
    while let Some(item) = events.next().await {
        match item {
            Ok(event) => {
                counts.count(&event);
                view.show(&event, screen)?;
            }
            Err(error @ (StreamError::Transport(_) | StreamError::Truncated)) => end = Err(error),
            // Every other error is about one event, and the stream continues.
            Err(error) => {
                counts.malformed += 1;
                screen.line("malformed", error)?;
            }
        }
    }
    counts.show(V::Event::EVENT_TYPES, screen)?;
    meter.show(screen)?;
    Ok(end)
}

/// The number of events by name.
#[derive(Default)]
struct Counts {
    known: HashMap<&'static str, usize>,
    unknown: BTreeMap<String, usize>,
    malformed: usize,
}

impl Counts {
    fn count(&mut self, event: &impl SseEvent) {
        let count = match event.static_event_type() {
            Some(name) => self.known.entry(name).or_default(),
            None => self.unknown.entry(event.event_type().to_owned()).or_default(),
        };
        *count += 1;
    }

    /// Shows the table, in the order in which the enum declares the names.
    fn show(&self, names: &[&str], screen: &mut Screen<'_>) -> io::Result<()> {
        let width = names.iter().map(|name| name.len()).max().unwrap_or_default();
        screen.gap()?;
        for (name, count) in names.iter().filter_map(|name| Some((name, self.known.get(name)?))) {
            screen.line("events", format_args!("{name:<width$} {count:>5}"))?;
        }
        for (name, count) in &self.unknown {
            screen.line("unknown", format_args!("{name:<width$} {count:>5}"))?;
        }
        let (known, unknown): (usize, usize) = (self.known.values().sum(), self.unknown.values().sum());
        screen.line(
            "summary",
            format_args!(
                "{known} events of {} types, {unknown} unknown, {} malformed",
                self.known.len(),
                self.malformed
            ),
        )
    }
}

/// The amount of input, and the time it took.
pub(crate) struct Meter {
    started: Instant,
    bytes: Cell<usize>,
    chunks: Cell<usize>,
}

impl Meter {
    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), bytes: Cell::new(0), chunks: Cell::new(0) }
    }

    pub(crate) fn count(&self, chunk: impl AsRef<[u8]>) {
        self.bytes.set(self.bytes.get() + chunk.as_ref().len());
        self.chunks.set(self.chunks.get() + 1);
    }

    fn show(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let (bytes, chunks) = (self.bytes.get(), self.chunks.get());
        let seconds = self.started.elapsed().as_secs_f64();
        screen.line("", format_args!("{bytes} bytes in {chunks} chunks, {seconds:.3} s"))
    }
}

/// The screen's text for a stream that arrives byte by byte, and the end of the stream.
#[cfg(test)]
pub(crate) async fn shown<V: View>(
    stream: &str,
) -> (String, Result<(), StreamError<std::convert::Infallible>>) {
    use futures_util::stream;
    use sse_event::ByteStreamExt as _;

    let mut out = Vec::new();
    let meter = Meter::start();
    let bytes = stream::iter(stream.as_bytes().chunks(1).map(Ok));
    let end = report::<V, _>(bytes.sse_events(), &meter, &mut Screen::new(&mut out)).await;
    (String::from_utf8_lossy(&out).into_owned(), end.expect("writing to a `Vec` cannot fail"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::Conversation;

    #[tokio::test]
    async fn malformed_event_is_counted_and_does_not_end_the_stream() {
        let (text, end) = shown::<Conversation>(
            "event: thread.created\ndata: {}\n\nevent: thread.created\ndata: {\"id\":\"t\"}\n\n\
             event: done\ndata: [DONE]\n\n",
        )
        .await;
        assert!(end.is_ok());
        assert!(
            text.starts_with("malformed  thread.created: missing field `id` (line 1 column 2): {}\n"),
            "{text}"
        );
        assert!(text.contains("\nthread     t created\n"), "{text}");
        assert!(text.contains("2 events of 2 types, 0 unknown, 1 malformed\n"), "{text}");
    }

    #[tokio::test]
    async fn truncated_stream_has_a_summary() {
        let (text, end) = shown::<Conversation>("event: thread.created\ndata: {\"id\":\"t\"}\n\neve").await;
        assert!(matches!(end, Err(StreamError::Truncated)));
        assert!(text.contains("1 events of 1 types, 0 unknown, 0 malformed\n"), "{text}");
    }
}
