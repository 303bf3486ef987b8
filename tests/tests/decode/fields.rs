//! Struct variants: the data's JSON object, with serde's attributes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use sse_event::{ErrorKind, SseEvent};
use sse_event_tests::millis;
use sse_event_tests::outcome::{error, event};

#[derive(Debug, PartialEq, SseEvent)]
enum Event<'a> {
    #[event("plain")]
    Plain { id: u8, name: Option<String> },
    #[event("field attributes")]
    Fields {
        #[serde(rename = "the id", alias = "ID")]
        id: u8,
        #[serde(default)]
        count: u32,
        #[serde(default = "seven")]
        seven: u8,
        #[serde(skip)]
        local: bool,
        #[serde(deserialize_with = "from_text")]
        number: u64,
        #[serde(with = "millis")]
        wait: std::time::Duration,
    },
    #[event("camel")]
    #[serde(rename_all = "camelCase")]
    Camel { first_name: String, last_name: String },
    #[event("strict")]
    #[serde(deny_unknown_fields)]
    Strict { id: u8 },
    #[event("default")]
    #[serde(default, rename_all = "SCREAMING_SNAKE_CASE")]
    Default { some_id: u8, names: Vec<String> },
    #[event("flat")]
    Flat {
        id: u8,
        #[serde(flatten)]
        more: BTreeMap<String, serde_json::Value>,
    },
    #[event("borrowed")]
    Borrowed {
        text: &'a str,
        #[serde(borrow)]
        cow: Cow<'a, str>,
    },
    #[event("raw")]
    Raw { r#type: String, r#fn: u8 },
    #[event("none")]
    None {},
}

const fn seven() -> u8 {
    7
}

fn from_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let text = Cow::<'de, str>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}

#[test]
fn field_is_read_from_key() {
    let expected = |name: Option<&str>| Event::Plain { id: 1, name: name.map(str::to_owned) };
    assert_eq!(event::<Event<'_>>("plain", r#"{"name":"x","id":1,"more":[]}"#), expected(Some("x")));
    assert_eq!(event::<Event<'_>>("plain", r#"{"id":1}"#), expected(None));
    assert_eq!(event::<Event<'_>>("plain", r#"{"id":1,"name":null}"#), expected(None));
}

#[test]
fn missing_or_malformed_field_is_payload_error() {
    for (data, message, path) in [
        ("{}", "missing field `id`", Some("")),
        (r#"{"id":256}"#, "invalid value: integer `256`, expected u8", Some("id")),
        (r#"{"id":1,"id":2}"#, "duplicate field `id`", Some("id")),
        ("", "EOF while parsing a value", None),
        ("7", "invalid type: integer `7`, expected struct variant Event::Plain", Some("")),
    ] {
        let error = error::<Event<'_>>("plain", data);
        assert_eq!((error.kind(), error.path()), (ErrorKind::Payload, path), "{data}");
        let json = error.json_error().expect("the cause").to_string();
        assert!(json.starts_with(message), "{json}");
    }
}

#[test]
fn applies_serde_field_attributes() {
    let all = r#"{"ID":1,"count":2,"seven":8,"local":true,"number":"18","wait":1500}"#;
    let wait = std::time::Duration::from_millis(1500);
    assert_eq!(
        event::<Event<'_>>("field attributes", all),
        Event::Fields { id: 1, count: 2, seven: 8, local: false, number: 18, wait }
    );
    assert_eq!(
        event::<Event<'_>>("field attributes", r#"{"the id":1,"number":"18","wait":1500}"#),
        Event::Fields { id: 1, count: 0, seven: 7, local: false, number: 18, wait }
    );
    let error = error::<Event<'_>>("field attributes", r#"{"the id":1,"number":"x","wait":0}"#);
    assert_eq!(error.path(), Some("number"));
}

#[test]
fn applies_serde_variant_attributes() {
    assert_eq!(
        event::<Event<'_>>("camel", r#"{"firstName":"A","lastName":"B"}"#),
        Event::Camel { first_name: "A".into(), last_name: "B".into() }
    );
    assert_eq!(event::<Event<'_>>("strict", r#"{"id":1}"#), Event::Strict { id: 1 });
    let unknown = error::<Event<'_>>("strict", r#"{"id":1,"more":2}"#);
    assert!(
        unknown.to_string().starts_with("strict: unknown field `more`, expected `id` at more"),
        "{unknown}"
    );
    let default = |some_id, names: &[&str]| Event::Default {
        some_id,
        names: names.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(event::<Event<'_>>("default", "{}"), default(0, &[]));
    assert_eq!(event::<Event<'_>>("default", r#"{"NAMES":["a"],"SOME_ID":2}"#), default(2, &["a"]));
}

#[test]
fn flatten_keeps_remaining_keys() {
    let Event::Flat { id, more } = event("flat", r#"{"a":[1],"id":1,"b":null}"#) else { panic!("another") };
    assert_eq!((id, more.len(), more["a"].to_string()), (1, 2, "[1]".to_owned()));
}

#[test]
fn fields_borrow_from_data() {
    let data = r#"{"text":"plain","cow":"also"}"#.to_owned();
    let Event::Borrowed { text, cow } = event("borrowed", &data) else { panic!("another") };
    assert!(std::ptr::eq(text, &raw const data[9..14]));
    assert!(matches!(cow, Cow::Borrowed("also")));
    let escaped = event::<Event<'_>>("borrowed", r#"{"text":"plain","cow":"\n"}"#);
    assert_eq!(escaped, Event::Borrowed { text: "plain", cow: Cow::Owned("\n".into()) });
}

#[test]
fn raw_identifier_field_reads_plain_key() {
    assert_eq!(
        event::<Event<'_>>("raw", r#"{"type":"t","fn":1}"#),
        Event::Raw { r#type: "t".into(), r#fn: 1 }
    );
}

#[test]
fn variant_without_fields_requires_object() {
    assert_eq!(event::<Event<'_>>("none", r#"{"a":1}"#), Event::None {});
    assert_eq!(error::<Event<'_>>("none", "1").kind(), ErrorKind::Payload);
    assert_eq!(error::<Event<'_>>("none", "").kind(), ErrorKind::Payload);
}
