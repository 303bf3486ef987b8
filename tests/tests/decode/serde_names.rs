//! Enums that derive serde's traits: serde's attributes name the events, and both decode the same.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::{DecodeEvent as _, Decoded, EncodeEvent as _, ErrorKind, RawEvent, SseEvent};

/// Like the descriptions of Anthropic's Messages in client crates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type", rename_all = "snake_case")]
#[sse(encode)]
enum Anthropic {
    MessageStart { message: Value },
    ContentBlockStart { index: usize, content_block: Value },
    ContentBlockDelta { index: usize, delta: Delta },
    ContentBlockStop { index: usize },
    Ping,
    MessageDelta { delta: Value, usage: Option<Value> },
    MessageStop,
    Error { error: Value },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Delta {
    #[serde(rename = "text_delta")]
    Text { text: String },
    #[serde(rename = "input_json_delta")]
    InputJson { partial_json: String },
}

const ANTHROPIC: [&str; 8] = [
    r#"{"type":"message_start","message":{"id":"m","type":"message"}}"#,
    r#"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
    r#"{"type":"ping"}"#,
    r#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}"#,
    r#"{"type":"content_block_stop","index":0}"#,
    r#"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}"#,
    r#"{"type":"message_stop"}"#,
    r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#,
];

/// Like AG-UI's events, which have no lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SseEvent)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "camelCase")]
#[sse(encode)]
enum AgUi {
    RunStarted {
        thread_id: String,
        run_id: String,
    },
    TextMessageContent {
        message_id: String,
        delta: String,
    },
    #[serde(rename = "STATE_DELTA", alias = "STATE_PATCH")]
    Patch {
        delta: Vec<Value>,
    },
    RunFinished {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        result: Option<Value>,
    },
}

const AG_UI: [&str; 5] = [
    r#"{"type":"RUN_STARTED","threadId":"t","runId":"r"}"#,
    r#"{"type":"TEXT_MESSAGE_CONTENT","messageId":"m","delta":"Hi"}"#,
    r#"{"delta":[{"op":"add"}],"type":"STATE_DELTA"}"#,
    r#"{"delta":[],"type":"STATE_PATCH"}"#,
    r#"{"type":"RUN_FINISHED"}"#,
];

/// Both derives decode the same data, and write it the same way.
fn assert_same<'de, T>(data: &'de str)
where
    T: std::fmt::Debug
        + PartialEq
        + Serialize
        + Deserialize<'de>
        + sse_event::DecodeEvent<'de>
        + sse_event::EncodeEvent,
{
    let theirs: T = serde_json::from_str(data).unwrap();
    let ours = T::decode(RawEvent::new("", data)).unwrap();
    assert_eq!(ours, Decoded::Event(theirs), "{data}");
    let ours = ours.into_event().unwrap();
    assert_eq!(ours.encode().unwrap().data, serde_json::to_string(&ours).unwrap());
}

#[test]
fn enums_of_serde_decode_as_in_serde() {
    ANTHROPIC.into_iter().for_each(assert_same::<Anthropic>);
    AG_UI.into_iter().for_each(assert_same::<AgUi>);
}

#[test]
fn rename_all_and_aliases_of_serde_are_event_types() {
    assert_eq!(
        AgUi::EVENT_TYPES,
        ["RUN_STARTED", "TEXT_MESSAGE_CONTENT", "STATE_DELTA", "STATE_PATCH", "RUN_FINISHED"]
    );
    let patch = AgUi::try_from(RawEvent::new("STATE_PATCH", r#"{"delta":[]}"#)).unwrap();
    assert_eq!(patch.event_type(), "STATE_DELTA");
    assert_eq!(Anthropic::try_from(RawEvent::new("ping", "")).unwrap(), Anthropic::Ping);
}

#[test]
fn tag_of_serde_names_variants_by_identifier() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, SseEvent)]
    #[serde(tag = "kind")]
    #[sse(kind(name = Kind))]
    enum Event {
        Created {
            id: u8,
        },
        #[event("Updated")]
        #[serde(rename = "Updated", alias = "Changed")]
        Update {
            id: u8,
        },
        #[serde(rename(serialize = "gone", deserialize = "Deleted"))]
        Delete,
        #[serde(other)]
        Unknown,
    }

    assert_eq!(Event::EVENT_TYPES, ["Created", "Updated", "Changed", "Deleted"]);
    assert_eq!("Changed".parse(), Ok(Kind::Update));
    for data in [
        r#"{"kind":"Created","id":1}"#,
        r#"{"id":1,"kind":"Updated"}"#,
        r#"{"kind":"Changed","id":1}"#,
        r#"{"kind":"Deleted"}"#,
        r#"{"kind":"later","id":1}"#,
    ] {
        let theirs: Event = serde_json::from_str(data).unwrap();
        assert_eq!(Event::decode(RawEvent::new("", data)).unwrap(), Decoded::Event(theirs), "{data}");
    }
}

#[test]
fn encode_only_takes_serialize_name_of_serde() {
    #[derive(Serialize, SseEvent)]
    #[serde(tag = "type", rename_all(serialize = "kebab-case"))]
    #[sse(encode_only)]
    enum Event {
        #[serde(rename(serialize = "gone", deserialize = "deleted"))]
        Delete,
        TextDelta {
            text: &'static str,
        },
    }

    assert_eq!(Event::EVENT_TYPES, ["gone", "text-delta"]);
    for event in [Event::Delete, Event::TextDelta { text: "Hi" }] {
        assert_eq!(event.encode().unwrap().data, serde_json::to_string(&event).unwrap());
    }
}

#[test]
fn attributes_for_another_format_do_not_count() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, SseEvent)]
    #[serde(tag = "kind", rename_all = "kebab-case")]
    #[sse(serde = false, rename_all = "snake_case")]
    enum Event {
        #[serde(rename = "c")]
        RunCreated { t: u8 },
        #[serde(other)]
        RunDone,
    }

    assert_eq!(Event::EVENT_TYPES, ["run_created", "run_done"]);
    let created = Event::try_from(RawEvent::new("run_created", r#"{"t":1}"#)).unwrap();
    assert_eq!(created, Event::RunCreated { t: 1 });
    assert_eq!(
        Event::decode(RawEvent::new("", r#"{"kind":"c"}"#)).unwrap_err().kind(),
        ErrorKind::UnknownEvent
    );
}

#[test]
fn untagged_variant_of_serde_reads_unknown_events() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, SseEvent)]
    #[serde(tag = "type", rename_all = "snake_case")]
    #[sse(encode)]
    enum Event<T = Value> {
        Delta {
            text: String,
        },
        #[serde(untagged)]
        Unknown(T),
    }

    for data in [r#"{"type":"delta","text":"Hi"}"#, r#"{"type":"later","n":1}"#, r#"{"n":1}"#] {
        assert_same::<Event>(data);
    }
    let unknown: Event = Event::try_from(RawEvent::new("later", "[1]")).unwrap();
    assert_eq!((unknown.event_type(), unknown.static_event_type()), ("", None));
    assert_eq!(unknown, Event::Unknown(serde_json::json!([1])));
    let encoded = unknown.encode().unwrap();
    assert_eq!((&*encoded.event, &*encoded.data), ("", "[1]"));

    // For a known event, malformed data is an error. serde decodes it as an unknown event.
    let data = r#"{"type":"delta"}"#;
    assert_eq!(
        serde_json::from_str::<Event>(data).unwrap(),
        Event::Unknown(serde_json::json!({"type": "delta"}))
    );
    let error = Event::<Value>::decode(RawEvent::new("", data)).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "delta"));

    let error = Event::<Vec<u8>>::decode(RawEvent::new("", r#"{"type":"later"}"#)).unwrap_err();
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "later"));
    let error = Event::<Vec<u8>>::decode(RawEvent::new("bytes", "[1,true]")).unwrap_err();
    assert_eq!((error.event_type(), error.path()), ("bytes", Some("[1]")));
}

#[test]
fn variant_that_serde_skips_is_not_named() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, SseEvent)]
    #[serde(tag = "type", rename_all = "snake_case")]
    #[sse(encode)]
    enum Event {
        Created {
            id: u8,
        },
        #[serde(skip)]
        Local(std::cmp::Ordering),
        #[serde(skip)]
        Closed,
        #[event("named")]
        #[serde(skip)]
        Named,
        #[serde(other)]
        Unknown,
    }

    assert_eq!(Event::EVENT_TYPES, ["created", "named"]);
    for name in ["local", "closed"] {
        let data = format!(r#"{{"type":"{name}"}}"#);
        let theirs: Event = serde_json::from_str(&data).unwrap();
        assert_eq!(Event::decode(RawEvent::new("", &data)).unwrap(), Decoded::Event(theirs), "{data}");
        assert_eq!(Event::try_from(RawEvent::new(name, "{}")).unwrap(), Event::Unknown);
    }
    assert_eq!(Event::try_from(RawEvent::new("named", "{}")).unwrap(), Event::Named);
    for event in [Event::Local(std::cmp::Ordering::Less), Event::Closed] {
        assert_eq!((event.event_type(), event.static_event_type()), ("", None));
        let error = event.encode().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encode);
        assert!(error.to_string().contains("skip the variant"), "{error}");
        assert!(serde_json::to_string(&event).is_err());
    }
}
