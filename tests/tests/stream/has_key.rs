//! Error events without a name, which a key of their data distinguishes.

use sse_event::error::EventError;
use sse_event::{BufReadExt as _, ByteStreamExt as _, ErrorKind, SseEvent, StreamError};

use super::Item;
use super::transport::{Broken, Transport, drain};

#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]")]
enum Chat {
    #[event("message")]
    Chunk { text: String },
    #[event("message", has_key = "error", error)]
    Error { error: String },
}

/// No event is a chunk by its name alone.
#[derive(Clone, Debug, PartialEq, SseEvent)]
enum Keyed {
    #[event("message", has_key = "text")]
    Chunk { text: String },
    #[event("message", has_key = "error", error)]
    Error { error: String },
}

const CHUNK: &str = "data: {\"text\":\"t\"}\n\n";
const ERROR: &str = "data: {\"error\":\"e\"}\n\n";

fn chunk() -> Chat {
    Chat::Chunk { text: "t".into() }
}

fn error() -> Chat {
    Chat::Error { error: "e".into() }
}

#[test]
fn error_event_without_name_prevents_truncation() {
    let items = |text: String| -> Vec<Item<Chat>> { drain(Transport::of(text).sse_events::<Chat>()) };
    assert_eq!(items(format!("{CHUNK}{ERROR}")), [Item::Event(chunk()), Item::Event(error())]);
    assert_eq!(items(format!("{CHUNK}{ERROR}data: {{")), [Item::Event(chunk()), Item::Event(error())]);
    assert_eq!(
        items(format!("{CHUNK}{ERROR}data: [DONE]\n\n")),
        [Item::Event(chunk()), Item::Event(error())]
    );
    // A chunk is not an error.
    assert_eq!(items(CHUNK.to_owned()), [Item::Event(chunk()), Item::Truncated]);
    let null = "data: {\"text\":\"t\",\"error\":null}\n\n".to_owned();
    assert_eq!(items(null), [Item::Event(chunk()), Item::Truncated]);

    let read: Vec<Item<Chat>> =
        format!("{CHUNK}{ERROR}").as_bytes().sse_events::<Chat>().map(Item::from).collect();
    assert_eq!(read, [Item::Event(chunk()), Item::Event(error())]);
}

#[test]
fn errors_as_err_turns_keyed_error_event_into_err() {
    let items: Vec<Result<Chat, EventError<Chat, Broken>>> =
        drain(Transport::of(format!("{CHUNK}{ERROR}")).sse_events::<Chat>().errors_as_err());
    let [Ok(first), Err(EventError::Event(failed))] = &items[..] else { panic!("{items:?}") };
    assert_eq!((first, failed), (&chunk(), &error()));
}

#[test]
fn skip_unknown_skips_keyless_events_and_keeps_broken_json() {
    let text = format!("{CHUNK}data: {{\"n\":1}}\n\ndata: {{\"err\n\n{ERROR}");
    let items: Vec<Item<Keyed>> = drain(Transport::of(&text).sse_events::<Keyed>().skip_unknown());
    let (chunk, error) = (Keyed::Chunk { text: "t".into() }, Keyed::Error { error: "e".into() });
    assert_eq!(items, [Item::Event(chunk), Item::Decode(ErrorKind::Payload), Item::Event(error)]);

    let all: Vec<Result<Keyed, StreamError<Broken>>> = drain(Transport::of(&text).sse_events::<Keyed>());
    let Err(StreamError::Decode(unknown)) = &all[1] else { panic!("{all:?}") };
    assert_eq!((unknown.kind(), unknown.raw_event().data), (ErrorKind::UnknownEvent, "{\"n\":1}"));
}
