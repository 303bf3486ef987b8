//! Every combination of a line and of data: what the decoder takes is valid as the event that it is, and nothing else is.

use std::collections::BTreeMap;
use std::fmt::Debug;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use sse_event::schema::EventSchema;
use sse_event::{DecodeEventOwned, Decoded, Error, RawEvent, RawEventBuf, SseEvent};

use crate::check::Items;

/// Takes no other keys, so that the tag is hidden from it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[expect(dead_code, reason = "decoded alone")]
    count: u32,
}

/// As serde's enums are: the variant is a key of the object, or a string.
#[derive(Debug, Deserialize, JsonSchema)]
enum Choice {
    Low,
    High {
        #[expect(dead_code, reason = "decoded alone")]
        a: u8,
    },
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Failure {
    #[expect(dead_code, reason = "decoded alone")]
    code: u16,
}

#[expect(clippy::unnecessary_wraps, reason = "the signature of a codec")]
fn custom(raw: RawEvent<'_>) -> Result<usize, Error> {
    Ok(raw.data.len())
}

/// The same variants, and more, under each set of options.
macro_rules! form {
    ($form:ident, $rest:expr, $(#[$options:meta])* { $($more:tt)* }) => {
        mod $form {
            use super::*;

            const REST: Rest = $rest;

            #[derive(Debug, SseEvent)]
            $(#[$options])*
            #[expect(dead_code, reason = "decoded alone")]
            pub(super) enum Event {
                #[event("delta", alias = "text")]
                Delta { text: String },
                #[event("strict")]
                Strict(Strict),
                #[event("maybe")]
                Maybe(Option<u8>),
                #[event("list")]
                List(Vec<u8>),
                #[event("map")]
                Map(BTreeMap<String, u8>),
                #[event("choice")]
                Choice(Choice),
                #[event("unit", terminal)]
                Unit,
                #[event("nothing")]
                Nothing(()),
                #[event("custom", decode_with = custom)]
                Custom(usize),
                #[event("log/", prefix)]
                Log(Strict),
                $($more)*
            }

            #[test]
            fn items_that_are_valid_are_those_that_are_decoded() {
                check::<Event>(&data(), &REST);
            }

            #[test]
            fn wrapped_items_that_are_valid_are_those_that_are_decoded() {
                let data = data();
                let json: Vec<Value> =
                    data.iter().filter_map(|data| serde_json::from_str(data).ok()).filter(|data: &Value| !data.is_null()).collect();
                let nested = json.iter().map(|event| json!({ "id": 1, "event": event }).to_string());
                check::<Nested<Event>>(&nested.chain(unwrapped()).collect::<Vec<_>>(), &REST);

                // They differ from the others in their error alone.
                let responses = json.iter().step_by(7).map(|event| json!({ "id": 1, "result": event }).to_string());
                let failed = [json!({ "id": 1, "error": { "code": 1 } }), json!({ "id": 1, "error": {} })];
                let failed = failed.map(|failed| failed.to_string());
                check::<Response<Event>>(&responses.chain(unwrapped()).chain(failed).collect::<Vec<_>>(), &REST);

                let flat = json.iter().filter_map(|event| {
                    let mut event = event.as_object()?.clone();
                    event.insert("id".to_owned(), json!(1));
                    Some(Value::Object(event).to_string())
                });
                check::<Flat<Event>>(&flat.chain(unwrapped()).collect::<Vec<_>>(), &REST);
            }
        }
    };
}

form!(by_line, Rest::Invalid, #[sse(schema)] {
    #[event("note", raw)]
    Note(String),
});
form!(by_line_with_others, Rest::Invalid, #[sse(schema, end = "[DONE]", ignore("ping", "message"))] {
    #[event("note", parse)]
    Note(String),
    #[event(other)]
    Unknown(RawEventBuf),
});
form!(by_line_or_unnamed, Rest::Invalid, #[sse(schema, end = "[DONE]")] {
    #[event("message", alias = "chunk", raw)]
    Message(String),
    #[event(other)]
    Unknown,
});
form!(
    by_tag,
    Rest::Invalid,
    #[sse(schema, tag = "type", line = false, end = "[DONE]", ignore("ping"))]
    {}
);
form!(by_tag_with_others, Rest::Invalid, #[sse(schema, tag = "type", line = false)] {
    #[event(other)]
    Unknown,
});
form!(by_line_or_tag, Rest::Invalid, #[sse(schema, tag = "type", end = "[DONE]", ignore("ping", "message"))] {
    #[event("note", raw)]
    Note(String),
    #[event(other)]
    Unknown(RawEventBuf),
});
form!(by_line_or_tag_or_unnamed, Rest::Invalid, #[sse(schema, tag = "type", end = "[DONE]", ignore("ping"))] {
    #[event("message", alias = "chunk")]
    Message { text: String },
});
form!(by_line_or_tag_with_prefix_of_message, Rest::Invalid, #[sse(schema, tag = "type")] {
    #[event("mess", prefix)]
    Message(BTreeMap<String, u8>),
    #[event(other)]
    Unknown(RawEventBuf),
});
form!(keyed_by_line_or_tag, Rest::Invalid, #[sse(schema, tag = "type", end = "[DONE]")] {
    #[event("error", has_key = "error", error)]
    Failed { error: Failure },
    #[event(other)]
    Unknown(RawEventBuf),
});
form!(adjacent, Rest::Invalid, #[sse(schema, tag = "type", content = "data", line = false, ignore("ping"))] {
    #[event("note", raw)]
    Note(String),
    #[event(other)]
    Unknown(RawEventBuf),
});
// A payload that its line names may be under the key or be the data: not both are checked against the name under the tag.
form!(adjacent_or_by_line, Rest::Any, #[sse(schema, tag = "type", content = "data", end = "[DONE]")] {
    #[event("message")]
    Message(Strict),
    #[event("note", raw)]
    Note(String),
});
form!(keyed, Rest::Invalid, #[sse(schema, end = "[DONE]")] {
    #[event("message", alias = "error", has_key = "error")]
    Failed { error: Failure },
    #[event("message")]
    Message(Option<Strict>),
    #[event(other)]
    Unknown(RawEventBuf),
});

#[derive(Debug, SseEvent)]
#[sse(schema)]
struct Nested<T> {
    #[expect(dead_code, reason = "decoded alone")]
    id: u8,
    #[sse(nested)]
    event: T,
}

#[derive(Debug, SseEvent)]
#[sse(schema)]
struct Response<T> {
    #[expect(dead_code, reason = "decoded alone")]
    id: u8,
    #[sse(nested, error = "error")]
    result: Result<T, Failure>,
}

#[derive(Debug, SseEvent)]
#[sse(schema)]
struct Flat<T> {
    #[expect(dead_code, reason = "decoded alone")]
    id: u8,
    #[sse(flatten)]
    event: T,
}

/// Others are JSON.
#[derive(Debug, SseEvent)]
#[sse(schema, tag = "type", deserialize)]
#[expect(dead_code, reason = "decoded alone")]
enum Untagged {
    #[event("delta")]
    Delta { text: String },
    #[serde(untagged)]
    Unknown(BTreeMap<String, Value>),
}

#[test]
fn valid_items_of_other_events_have_their_payload() {
    check::<Untagged>(&data(), &Rest::Invalid);
}

const NAMES: [&str; 19] = [
    "delta", "text", "strict", "maybe", "list", "map", "choice", "unit", "nothing", "custom", "log/",
    "log/x", "note", "message", "chunk", "messages", "error", "ping", "unknown",
];

/// Every second one is under a key, too.
fn payloads() -> Vec<Value> {
    vec![
        json!({ "text": "Hi" }),
        json!({ "text": 5 }),
        json!({ "count": 1 }),
        json!({ "High": { "a": 1 } }),
        json!(null),
        json!({ "a": 1 }),
        json!(5),
        json!({ "error": { "code": 1 } }),
        json!([1, 2, 3, 4]),
        json!({ "error": null }),
        json!({}),
        json!("Low"),
    ]
}

/// Data with each payload, and a name in them or none.
fn data() -> Vec<String> {
    let mut data: Vec<String> = unwrapped().collect();
    let names = NAMES.iter().map(|name| json!(name)).chain([json!(5), json!(null)]);
    for name in names {
        data.push(json!({ "type": name }).to_string());
        for (index, payload) in payloads().into_iter().enumerate() {
            if index % 2 == 0 {
                data.push(json!({ "type": name, "data": payload }).to_string());
            }
            if let Value::Object(mut payload) = payload {
                payload.insert("type".to_owned(), name.clone());
                data.push(Value::Object(payload).to_string());
            }
        }
    }
    data
}

/// Data that are not in an object, and payloads without a name.
fn unwrapped() -> impl Iterator<Item = String> {
    let texts = ["", "not JSON", " [DONE]", "[DONE]", "{", " \t{\"type\":", "true"];
    let ping = json!({ "type": "ping" }).to_string();
    texts
        .map(str::to_owned)
        .into_iter()
        .chain([ping])
        .chain(payloads().into_iter().map(|payload| payload.to_string()))
}

/// Whether items that are not decoded are not valid either.
#[derive(PartialEq)]
enum Rest {
    Invalid,
    /// Those whose line names the event may be valid.
    Any,
}

#[track_caller]
fn check<E: DecodeEventOwned + EventSchema + Debug>(data: &[String], rest: &Rest) {
    let items = Items::of::<E>();
    let mut faults = Vec::new();
    for data in data {
        let items = items.with_data(data);
        // Its beginning may name it, and no schema looks into it.
        let is_broken = data.trim_start().starts_with('{') && serde_json::from_str::<Value>(data).is_err();
        for line in NAMES.iter().chain([&""]) {
            let raw = RawEvent::new(line, data);
            let decoded = E::decode(raw);
            let expected = match &decoded {
                Ok(Decoded::Event(event)) => Some(event.static_event_type().unwrap_or("other")),
                Ok(Decoded::Ignored) => Some("ping"),
                Ok(Decoded::End) => Some("[DONE]"),
                Err(_) => None,
            };
            let found = items.find(raw);
            let is_right = match (&found, expected) {
                // A list of names begins with the first of them.
                (Ok(title), Some(expected)) => title.starts_with(expected),
                (Ok(_), None) => *rest == Rest::Any && !line.is_empty(),
                (Err(titles), None) => titles.is_empty(),
                (Err(titles), Some(expected)) => match titles.as_slice() {
                    [] => is_broken && matches!(expected, "other" | "ping"),
                    // The data of events to skip are not looked at.
                    [skipped, title] => skipped.starts_with("ping") && *title == expected,
                    _ => false,
                },
            };
            if !is_right {
                faults.push(format!("{line:?} {data}: {expected:?}, not {found:?} ({decoded:?})"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
