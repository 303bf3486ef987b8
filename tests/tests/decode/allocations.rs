//! Decoding allocates what the payload allocates, and nothing else.

use allocation_counter::measure;
use async_openai::types::responses as openai;
use serde::de::DeserializeOwned;
use sse_event::{DecodeEvent, RawEvent, SseEvent};
use sse_event_tests::assistants::AssistantStreamEvent;
use sse_event_tests::responses::ResponseStreamEvent;

const RESPONSES: &str = include_str!("../../fixtures/responses.jsonl");

fn allocations<T>(work: impl Fn() -> T) -> u64 {
    // Whatever is set up once is set up here.
    drop(work());
    measure(|| drop(work())).count_total
}

#[track_caller]
fn assert_same<P: DeserializeOwned, T: for<'de> DecodeEvent<'de>>(raw: RawEvent<'_>) {
    let payload = allocations(|| serde_json::from_str::<P>(raw.data).expect("a payload"));
    let event = allocations(|| T::decode(raw).expect("an event"));
    assert_eq!(event, payload, "{raw:?}");
}

#[test]
fn event_named_by_line_allocates_payload_only() {
    use async_openai::types::assistants::MessageDeltaObject;
    let data = r#"{"id":"msg_1","object":"thread.message.delta","delta":{"content":[{"index":0,"type":"text","text":{"value":"Hi","annotations":[]}}]}}"#;
    assert_same::<MessageDeltaObject, AssistantStreamEvent>(RawEvent::new("thread.message.delta", data));
}

#[test]
fn event_named_by_tag_allocates_payload_only() {
    for data in RESPONSES.lines().filter(|data| data.contains("response.output_text.delta")) {
        assert_same::<openai::ResponseTextDeltaEvent, ResponseStreamEvent>(RawEvent::new("", data));
        assert_same::<openai::ResponseTextDeltaEvent, ResponseStreamEvent>(RawEvent::new(
            "response.output_text.delta",
            data,
        ));
    }
}

#[derive(SseEvent)]
enum Keyed {
    #[event("message", has_key = "error")]
    Error,
    #[event("message", has_key = "usage")]
    Usage,
    #[event("message")]
    Rest,
    #[event("step", has_key = "error")]
    Failed,
    #[event(other)]
    Unknown,
}

#[test]
fn has_key_lookup_does_not_allocate() {
    for data in [
        r#"{"error":{"message":"m"}}"#,
        r#"{"error":null,"text":"\"error\":1","usage":1,"list":[{"error":1}]}"#,
        r#"{"usage":null,"n":1}"#,
        "{}",
        "[1]",
        r#"{"text":"cut"#,
        "",
    ] {
        for line in ["", "step"] {
            assert_eq!(allocations(|| Keyed::decode(RawEvent::new(line, data))), 0, "{line} {data}");
        }
    }
}

#[derive(SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("ping"))]
enum Known {
    #[event("known")]
    Known,
    #[event(other)]
    Unknown,
}

#[test]
fn name_lookup_does_not_allocate() {
    for (line, data) in [
        ("unknown", "{}"),
        ("", r#"{"type":"unknown","n":1}"#),
        ("", r#"{"n":[1,{"type":"known"}],"text":"\"long\"","type":"unknown"}"#),
        ("", r#"{"type":"known"}"#),
        ("", r#"{"type":"ping"}"#),
        ("", r#"{"n":1}"#),
        ("", "no JSON"),
        ("", "[DONE]"),
        ("ping", ""),
    ] {
        assert_eq!(allocations(|| Known::decode(RawEvent::new(line, data))), 0, "{line} {data}");
    }
}
