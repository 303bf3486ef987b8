//! Decoding allocates only what the payload allocates.

use allocation_counter::measure;
use async_openai::types::responses as openai;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sse_event::{DecodeEvent, RawEvent, SseEvent};
use sse_event_tests::assistants::AssistantStreamEvent;
use sse_event_tests::responses::ResponseStreamEvent;

const RESPONSES: &str = include_str!("../../fixtures/responses.jsonl");

fn allocations<T>(work: impl Fn() -> T) -> u64 {
    // One-time initialization happens here.
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
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
#[expect(dead_code, reason = "only what is allocated counts")]
enum Item {
    Message(openai::OutputMessage),
    FunctionCall(openai::FunctionToolCall),
    Reasoning(openai::ReasoningItem),
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only what is allocated counts")]
struct ItemAdded<T> {
    sequence_number: u64,
    output_index: u32,
    item: T,
}

#[derive(SseEvent)]
#[sse(tag = "type")]
#[expect(dead_code, reason = "only what is allocated counts")]
enum Items {
    #[event("response.output_item.added")]
    Added(ItemAdded<Item>),
}

#[test]
fn union_in_payload_allocates_payload_only() {
    let added = |item: &str| {
        format!(
            r#"{{"type":"response.output_item.added","sequence_number":5,"output_index":1,"item":{{{item}}}}}"#
        )
    };
    let call = r#""status":"in_progress","call_id":"call_01","name":"get_weather","arguments":"""#;
    let data = added(&format!(r#""type":"function_call","id":"fc_01",{call}"#));
    assert_same::<ItemAdded<openai::FunctionToolCall>, Items>(RawEvent::new("", &data));
    let data = added(r#""type":"message","id":"m","status":"in_progress","content":[],"role":"assistant""#);
    assert_same::<ItemAdded<openai::OutputMessage>, Items>(RawEvent::new("", &data));
    // As OpenAI writes it: the entries before the tag are kept until the tag is read.
    let data = added(&format!(r#""id":"fc_01","type":"function_call",{call}"#));
    assert_same::<ItemAdded<openai::FunctionToolCall>, Items>(RawEvent::new("", &data));
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
