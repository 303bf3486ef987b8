//! Members of a union with an unknown name.

use serde_json::{Value, json};
use sse_event::{DecodeEvent as _, RawEvent, RawEventBuf, SseEvent};

macro_rules! union {
    ($name:ident { $($other:tt)* }) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(tag = "type", deserialize, serialize)]
        enum $name {
            #[event("a")]
            A { n: u8 },
            $($other)*
        }
    };
}

union! { AsRaw { #[event(other)] Unknown(RawEventBuf) } }
union! { AsText { #[event(other)] Unknown { event: String, data: String, id: Option<String> } } }
union! { AsValue { #[serde(untagged)] Unknown(Value) } }

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", deserialize)]
enum AsUnit {
    #[event("a")]
    A { n: u8 },
    #[event(other)]
    Unknown,
}

const OBJECTS: [&str; 4] = [
    r#"{"type":"later","n":[1,-2,0.5,true,null,"é\n",{"type":"a"}]}"#,
    r#"{"n":[1,-2,0.5,true,null,"é\n",{"type":"a"}],"type":"later"}"#,
    r#"{"type":"later"}"#,
    r#"{"b":18446744073709551615,"type":"later","c":-9223372036854775808}"#,
];

#[test]
fn unknown_object_is_kept() {
    for json in OBJECTS {
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::from_str::<AsUnit>(json).unwrap(), AsUnit::Unknown);
        assert_eq!(serde_json::from_str::<AsValue>(json).unwrap(), AsValue::Unknown(value.clone()));

        let AsRaw::Unknown(raw) = serde_json::from_str(json).unwrap() else { panic!("{json}") };
        assert_eq!(serde_json::from_str::<Value>(&raw.data).unwrap(), value);
        assert_eq!(AsRaw::Unknown(raw.clone()).event_type(), "later");
        // The same as an event with this data keeps, except for the order of the keys.
        let decoded = AsRaw::decode(RawEvent::new("", &raw.data)).unwrap().into_event().unwrap();
        assert_eq!(decoded, AsRaw::Unknown(raw));

        let AsText::Unknown { event, data, id: None } = serde_json::from_str(json).unwrap() else {
            panic!("{json}")
        };
        assert_eq!((&*event, serde_json::from_str::<Value>(&data).unwrap()), ("later", value));
    }
}

#[test]
fn unknown_object_is_written_again() {
    for json in OBJECTS {
        let value: Value = serde_json::from_str(json).unwrap();
        let value_of = |json: serde_json::Result<Value>| json.unwrap();
        assert_eq!(value_of(serde_json::to_value(serde_json::from_str::<AsRaw>(json).unwrap())), value);
        assert_eq!(value_of(serde_json::to_value(serde_json::from_str::<AsText>(json).unwrap())), value);
        assert_eq!(value_of(serde_json::to_value(serde_json::from_str::<AsValue>(json).unwrap())), value);
    }
    let broken = AsRaw::Unknown(RawEventBuf::new("later", "{"));
    assert!(serde_json::to_string(&broken).is_err());
}

#[test]
fn known_object_that_is_malformed_is_an_error() {
    for json in [r#"{"type":"a","n":"x"}"#, r#"{"n":"x","type":"a"}"#, r#"{"type":7}"#, r#"{"n":1}"#, "[]"] {
        assert!(serde_json::from_str::<AsUnit>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<AsRaw>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<AsValue>(json).is_err(), "{json}");
    }
}

#[test]
fn unknown_unit_cannot_be_written() {
    #[derive(Debug, SseEvent)]
    #[sse(tag = "type", serialize)]
    enum Event {
        #[event("a")]
        A(Value),
        #[event(other)]
        Unknown,
    }

    let error = serde_json::to_string(&Event::Unknown).unwrap_err();
    assert!(error.to_string().contains("did not keep"), "{error}");
    assert_eq!(serde_json::to_string(&Event::A(json!({"n":1}))).unwrap(), r#"{"type":"a","n":1}"#);
    // A payload must not contain the name of another variant.
    let error = serde_json::to_string(&Event::A(json!({"n":1,"type":"b"}))).unwrap_err();
    assert!(error.to_string().contains("already has the key `type`"), "{error}");
    let error = serde_json::to_string(&Event::A(json!([1]))).unwrap_err();
    assert!(error.to_string().contains("the payload is an array"), "{error}");
}
