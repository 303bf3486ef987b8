//! The events that every reader must receive.

use sse_event::RawEventBuf;

use crate::script::LARGE;

/// The IDs that the requests resume from.
pub(super) const RESUMED_AFTER: [Option<&str>; 4] = [None, Some("4"), Some("9 <ü🦀>"), Some("15")];

/// An event as `EventSource` delivers it: an empty ID means no ID.
pub(super) fn event(name: &str, data: &str, last_event_id: &str) -> RawEventBuf {
    let event = RawEventBuf::new(name, data);
    if last_event_id.is_empty() { event } else { event.with_id(last_event_id) }
}

pub(super) fn events() -> Vec<RawEventBuf> {
    vec![
        event("connected", r#"{"last_event_id":null}"#, ""),
        event("note", r#"{"text":"Hello, \"browser\" <b>&amp;</b>"}"#, "1"),
        event("ping", "{}", "2"),
        event("message", r#""no name""#, "3"),
        event("ping", "{}", "3"),
        event("progress", "25", "4"),
        event("connected", r#"{"last_event_id":"4"}"#, "4"),
        event("log", "a line feed\na return\nboth\nthe end", "5"),
        event("log", "", "6"),
        event("log", "\n", "7"),
        event("log", "  indented: with a colon\n\ndata: not a field\n", "8"),
        event("progress", "50", "9 <ü🦀>"),
        event("connected", r#"{"last_event_id":"9 <ü🦀>"}"#, "9 <ü🦀>"),
        event(
            "<script>fetch('/injected')</script>",
            "<img src=/injected><script>fetch('/injected')</script>",
            "10",
        ),
        event("\"'&amp;\u{2028}🦀", "\"double\" 'single' `tick` \\ &lt;", "11"),
        event("log", "\u{feff}byte order mark", "12"),
        event("ping", "{}", "12 alone"),
        event("ping", "{}", ""),
        event("log", "\u{2028}line \u{2029}paragraph \u{85}next \u{b}tab \u{c}feed \0nul", "13"),
        event("log", "👩‍👩‍👧‍👦 e\u{301} שלום \u{202e}desrever\u{202c}", "14"),
        event("progress", "75", "15"),
        event("connected", r#"{"last_event_id":"15"}"#, "15"),
        event("error", r#"{"message":"an event, the connection is well"}"#, "16"),
        event("log", &"é".repeat(LARGE), "17"),
        event("progress", "100", "18"),
        event("done", "{}", "19"),
    ]
}
