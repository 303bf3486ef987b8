//! The events that the server sends and the page shows: one of each kind, with names that a page must not take for
//! markup.

use sse_event::SseEvent;

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
pub(crate) enum PageEvent {
    /// The first event of every response, with the ID that the browser resumes from.
    #[event("connected")]
    Connected { last_event_id: Option<String> },
    /// A JSON object.
    #[event("note")]
    Note { text: String },
    /// Only a name, with the data `{}` on the wire: a browser drops an event without data.
    #[event("ping")]
    Ping,
    /// Text with any number of lines, including none.
    #[event("log", raw)]
    Log(String),
    #[event("progress", parse)]
    Progress(u8),
    /// Without a name, as most servers send all their events: a browser calls it `message`.
    #[event("message", line = false)]
    Message(String),
    #[event("<script>fetch('/injected')</script>", raw)]
    Script(String),
    #[event("\"'&amp;\u{2028}🦀", raw)]
    Quotes(String),
    /// Browsers also use the name `error` for their own connection errors.
    #[event("error", error)]
    Error { message: String },
    #[event("done", terminal)]
    Done,
}
