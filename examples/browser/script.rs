//! The script: the events that are sent, and the points where the connection is lost.

use std::io;
use std::time::Duration;

use sse_event::EventMeta;
use sse_event::server::Block;
use sse_event::wire::Comment;

use crate::event::PageEvent;
use Step::{Break, End, Lines, Send};

/// The reconnection time for the browser; without it a browser waits some seconds.
pub(crate) const RETRY: Duration = Duration::from_millis(500);

/// More than the network carries in one packet.
pub(crate) const LARGE: usize = 100_000;

/// An event with its ID and reconnection time, or lines without an event.
pub(crate) type Sent = Block<(PageEvent, EventMeta)>;

enum Step {
    Send(PageEvent, EventMeta),
    /// Lines that are not an event.
    Lines(Sent),
    /// The response ends as if it were complete.
    End,
    /// The connection is aborted.
    Break,
}

/// The part of the script after this ID, up to the next loss; empty after the last event.
pub(crate) fn after(last_event_id: Option<&str>) -> Vec<io::Result<Sent>> {
    let steps = script();
    let begin = steps.iter().position(
        |step| matches!(step, Send(_, meta) if meta.id.is_some() && meta.id.as_deref() == last_event_id),
    );
    steps
        .into_iter()
        .skip(begin.map_or(0, |at| at + 1))
        // Skips the loss after this ID.
        .skip_while(|step| matches!(step, End | Break))
        .map_while(|step| match step {
            Send(event, meta) => Some(Ok((event, meta).into())),
            Lines(lines) => Some(Ok(lines)),
            End => None,
            Break => Some(Err(io::Error::other("aborted by the script"))),
        })
        .collect()
}

fn script() -> Vec<Step> {
    let id = |id: &str| EventMeta::default().with_id(id);
    let log = |text: &str| PageEvent::Log(text.into());
    vec![
        Lines(EventMeta::default().with_retry(RETRY).into()),
        Send(PageEvent::Note { text: "Hello, \"browser\" <b>&amp;</b>".into() }, id("1")),
        Lines(Comment::new("data: a comment\n\nevent: done").into()),
        Send(PageEvent::Ping, id("2")),
        Send(PageEvent::Message("no name".into()), id("3")),
        // Without an ID, so the last ID stays.
        Send(PageEvent::Ping, EventMeta::default()),
        Send(PageEvent::Progress(25), id("4")),
        End,
        Send(log("a line feed\na return\rboth\r\nthe end"), id("5")),
        Send(log(""), id("6")),
        Send(log("\n"), id("7")),
        Send(log("  indented: with a colon\n\ndata: not a field\n"), id("8")),
        // The header `Last-Event-ID` carries it as UTF-8.
        Send(PageEvent::Progress(50), id("9 <ü🦀>")),
        Break,
        Send(PageEvent::Script("<img src=/injected><script>fetch('/injected')</script>".into()), id("10")),
        Send(PageEvent::Quotes("\"double\" 'single' `tick` \\ &lt;".into()), id("11")),
        Send(log("\u{feff}byte order mark"), id("12")),
        // The ID applies to the next event, which has none.
        Lines(id("12 alone").into()),
        Send(PageEvent::Ping, EventMeta::default()),
        Send(PageEvent::Ping, EventMeta::default().reset_id()),
        Send(log("\u{2028}line \u{2029}paragraph \u{85}next \u{b}tab \u{c}feed \0nul"), id("13")),
        Send(log("👩‍👩‍👧‍👦 e\u{301} שלום \u{202e}desrever\u{202c}"), id("14")),
        Send(PageEvent::Progress(75), id("15")),
        End,
        Send(PageEvent::Error { message: "an event, the connection is well".into() }, id("16")),
        Send(PageEvent::Log("é".repeat(LARGE)), id("17")),
        Send(PageEvent::Progress(100), id("18")),
        Send(PageEvent::Done, id("19")),
    ]
}
