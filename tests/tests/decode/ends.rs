//! Events that end or complete their stream if a function of the payload returns true.

use serde::Deserialize;
use sse_event::{EventMeta, RawEventBuf, SseEvent};

use sse_event_tests::outcome::event;

#[derive(Debug, Deserialize)]
struct Status {
    last: bool,
}

impl Status {
    fn is_last(&self) -> bool {
        self.last
    }
}

mod turns {
    use super::Turn;

    pub(super) fn is_seventh(turn: &Turn<u8>) -> bool {
        turn.number == 7
    }
}

#[derive(Debug, Deserialize)]
struct Turn<T> {
    number: T,
    subagent: Option<String>,
}

impl<T> Turn<T> {
    fn is_own(&self) -> bool {
        self.subagent.is_none()
    }
}

#[derive(Debug, SseEvent)]
enum Event {
    #[event("status", terminal = Status::is_last)]
    Status(Status),
    /// A reference to a box converts to a reference to its content.
    #[event("boxed", terminal = Status::is_last)]
    Boxed(Box<Status>),
    #[event("text", raw, terminal = str::is_empty)]
    Text(String),
    #[event("chunk", complete = Self::is_finished)]
    Chunk { finish_reason: Option<String> },
    #[event("usage", complete)]
    Usage,
    #[event("turn", terminal = turns::is_seventh, complete = Turn::is_own)]
    Turn(Turn<u8>),
    #[event("stop", terminal)]
    Stop,
    #[event(other, complete = is_done)]
    Unknown(RawEventBuf),
}

impl Event {
    fn is_finished(&self) -> bool {
        matches!(self, Self::Chunk { finish_reason: Some(_) })
    }
}

fn is_done(raw: &RawEventBuf) -> bool {
    raw.data == "[DONE]"
}

/// Whether the event ends the stream, and whether it completes it.
fn ends(event: &impl SseEvent) -> (bool, bool) {
    (event.is_terminal(), event.is_complete())
}

const TERMINAL: (bool, bool) = (true, true);
const COMPLETE: (bool, bool) = (false, true);
const NEITHER: (bool, bool) = (false, false);

#[test]
fn function_of_payload_decides_whether_event_ends_stream() {
    for (name, data, expected) in [
        ("status", r#"{"last":true}"#, TERMINAL),
        ("status", r#"{"last":false}"#, NEITHER),
        ("boxed", r#"{"last":true}"#, TERMINAL),
        ("boxed", r#"{"last":false}"#, NEITHER),
        ("text", "", TERMINAL),
        ("text", "more", NEITHER),
        ("chunk", r#"{"finish_reason":"stop"}"#, COMPLETE),
        ("chunk", r#"{"finish_reason":null}"#, NEITHER),
        ("usage", "7", COMPLETE),
        ("turn", r#"{"number":1}"#, COMPLETE),
        ("turn", r#"{"number":7}"#, TERMINAL),
        ("turn", r#"{"number":7,"subagent":"a"}"#, TERMINAL),
        ("turn", r#"{"number":1,"subagent":"a"}"#, NEITHER),
        ("stop", "", TERMINAL),
        ("later", "[DONE]", COMPLETE),
        ("later", "{}", NEITHER),
    ] {
        let event = event::<Event>(name, data);
        assert_eq!(ends(&event), expected, "{name} {data}");
        assert_eq!(ends(&&event), expected, "by reference: {name} {data}");
        assert_eq!(ends(&(event, EventMeta::default())), expected, "with its ID: {name} {data}");
    }
}

#[test]
fn struct_is_payload_of_its_function() {
    #[derive(Debug, Deserialize, SseEvent)]
    #[event("status", terminal = Self::is_last)]
    struct Itself {
        last: bool,
    }

    impl Itself {
        fn is_last(&self) -> bool {
            self.last
        }
    }

    #[derive(Debug, Deserialize, SseEvent)]
    #[event("number", complete = is_seven)]
    struct Number(u8);

    fn is_seven(number: &Number) -> bool {
        number.0 == 7
    }

    assert_eq!(ends(&event::<Itself>("status", r#"{"last":true}"#)), TERMINAL);
    assert_eq!(ends(&event::<Itself>("status", r#"{"last":false}"#)), NEITHER);
    assert_eq!(ends(&event::<Number>("number", "7")), COMPLETE);
    assert_eq!(ends(&event::<Number>("number", "8")), NEITHER);
}

#[test]
fn generic_payload_has_its_own_function() {
    #[derive(Debug, SseEvent)]
    enum Generic<T> {
        #[event("turn", terminal = Turn::<T>::is_own)]
        Turn(Turn<T>),
    }

    assert_eq!(ends(&event::<Generic<u8>>("turn", r#"{"number":1}"#)), TERMINAL);
    assert_eq!(ends(&event::<Generic<u8>>("turn", r#"{"number":1,"subagent":"a"}"#)), NEITHER);
}

#[test]
fn every_key_declares_end() {
    #[derive(SseEvent)]
    enum Terminal {
        #[event("a", terminal = String::is_empty)]
        A(String),
    }

    #[derive(SseEvent)]
    enum Complete {
        #[event("a", complete)]
        A,
    }

    assert_eq!((Terminal::END, Terminal::HAS_END), (None, true));
    assert_eq!((Complete::END, Complete::HAS_END), (None, true));
}
