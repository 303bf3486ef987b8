//! The names are those of the derive.

use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
enum Theirs {
    TextDelta {
        some_text: String,
    },
    #[serde(rename = "x", alias = "y")]
    Renamed {
        n: u8,
    },
    #[serde(skip)]
    Local,
}

/// The same attributes, without serde's derives.
#[derive(Debug, PartialEq, SseEvent)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[sse(deserialize, serialize)]
enum Ours {
    TextDelta {
        some_text: String,
    },
    #[serde(rename = "x", alias = "y")]
    Renamed {
        n: u8,
    },
    #[serde(skip)]
    Local,
}

#[test]
fn attributes_of_serde_count() {
    for (json, ours) in [
        (r#"{"type":"text_delta","someText":"a"}"#, Ours::TextDelta { some_text: "a".into() }),
        (r#"{"type":"x","n":1}"#, Ours::Renamed { n: 1 }),
    ] {
        assert_eq!(serde_json::from_str::<Ours>(json).unwrap(), ours);
        assert_eq!(serde_json::to_string(&ours).unwrap(), json);
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Theirs>(json).unwrap()).unwrap(), json);
    }
    assert_eq!(serde_json::from_str::<Ours>(r#"{"n":1,"type":"y"}"#).unwrap(), Ours::Renamed { n: 1 });
    let json = r#"{"type":"local"}"#;
    assert!(serde_json::from_str::<Theirs>(json).is_err() && serde_json::from_str::<Ours>(json).is_err());
    let error = serde_json::to_string(&Ours::Local).unwrap_err();
    assert!(error.to_string().contains("skip the variant `Local`"), "{error}");
    assert!(serde_json::to_string(&Theirs::Local).is_err());
}

#[test]
fn prefix_names_a_variant() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type", rename_all = "kebab-case", deserialize)]
    enum Event {
        #[event("data-", prefix)]
        Data {
            data: u8,
        },
        DataEnd,
    }

    assert_eq!(
        serde_json::from_str::<Event>(r#"{"type":"data-x","data":1}"#).unwrap(),
        Event::Data { data: 1 }
    );
    assert_eq!(serde_json::from_str::<Event>(r#"{"type":"data-end"}"#).unwrap(), Event::DataEnd);
}

#[test]
fn name_is_escaped() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "the type", deserialize, serialize)]
    enum Event {
        #[event("a \"b\"")]
        A { n: u8 },
    }

    let json = r#"{"the type":"a \"b\"","n":1}"#;
    assert_eq!(serde_json::to_string(&Event::A { n: 1 }).unwrap(), json);
    assert_eq!(serde_json::from_str::<Event>(json).unwrap(), Event::A { n: 1 });
    assert_eq!(
        serde_json::from_str::<Event>(r#"{"n":1,"the\u0020type":"a \"b\""}"#).unwrap(),
        Event::A { n: 1 }
    );
}
