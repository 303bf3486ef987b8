//! What the server sends and the page shows: each kind of event once, and names that a page must not take for markup.

use sse_event::SseEvent;

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
pub(crate) enum PageEvent {
    /// The first event of every response: what the browser asked to go on after.
    #[event("connected")]
    Connected { last_event_id: Option<String> },
    /// A JSON object.
    #[event("note")]
    Note { text: String },
    /// Nothing but its name, which is `{}` on the wire: a browser drops an event without data.
    #[event("ping")]
    Ping,
    /// Text of any number of lines, none included.
    #[event("log", raw)]
    Log(String),
    #[event("progress", parse)]
    Progress(u8),
    /// Without a name, as most servers send all they have: a browser calls it `message`.
    #[event("message", line = false)]
    Message(String),
    #[event("<script>fetch('/injected')</script>", raw)]
    Script(String),
    #[event("\"'&amp;\u{2028}🦀", raw)]
    Quotes(String),
    /// A browser calls its own trouble with the connection `error` as well.
    #[event("error", error)]
    Error { message: String },
    #[event("done", terminal)]
    Done,
}
