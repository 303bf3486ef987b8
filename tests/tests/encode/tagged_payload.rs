//! Payloads are written with the tag as in serde's internally tagged enums, which are the oracle.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use sse_event::{EncodeEvent as _, SseEvent};

#[derive(SseEvent)]
#[sse(tag = "type", encode_only)]
enum Ours<P> {
    #[event("x \"y\"")]
    X(P),
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Theirs<P> {
    #[serde(rename = "x \"y\"")]
    X(P),
}

fn ours<P: Serialize>(payload: P) -> Result<String, String> {
    Ours::X(payload).encode().map(|raw| raw.data).map_err(|error| error.to_string())
}

/// Both write it, with the same bytes.
#[track_caller]
fn assert_same<P: Serialize + Clone>(payload: P) {
    let theirs = serde_json::to_string(&Theirs::X(payload.clone())).expect("serde writes it");
    assert_eq!(ours(payload), Ok(theirs));
}

/// serde rejects it, and ours is `data`.
#[track_caller]
fn assert_more_lenient<P: Serialize + Clone>(payload: P, data: &str) {
    serde_json::to_string(&Theirs::X(payload.clone())).expect_err("serde refuses it");
    assert_eq!(ours(payload).as_deref(), Ok(data));
}

/// Both reject it.
#[track_caller]
fn assert_refused<P: Serialize + Clone + Debug>(payload: P) {
    serde_json::to_string(&Theirs::X(payload.clone())).expect_err("serde refuses it");
    ours(payload).expect_err("ours refuses it");
}

/// Fields that are not in alphabetical order, numbers whose text depends on their width, a nested map.
#[derive(Clone, Debug, Serialize)]
struct Payload {
    z: u8,
    a: f32,
    m: f64,
    inner: Option<Box<Payload>>,
    map: BTreeMap<u16, Vec<char>>,
    r#ref: (),
}

fn payload() -> Payload {
    let inner = Payload { z: 1, a: 0.1, m: 1e300, inner: None, map: BTreeMap::new(), r#ref: () };
    let map = BTreeMap::from([(2, vec!['"', 'é', '\n']), (1, vec![])]);
    Payload { z: u8::MAX, a: 3.4e-5, m: f64::MIN_POSITIVE, inner: Some(Box::new(inner)), map, r#ref: () }
}

#[test]
fn structs_match_serde() {
    #[derive(Clone, Serialize)]
    struct Empty {}
    #[derive(Clone, Serialize)]
    struct Skips {
        #[serde(skip_serializing_if = "Option::is_none")]
        none: Option<u8>,
        a: u8,
    }
    assert_same(payload());
    assert_same(Empty {});
    assert_same(Skips { none: None, a: 1 });
    assert_same(Skips { none: Some(1), a: 1 });
}

#[test]
fn maps_match_serde() {
    assert_same(BTreeMap::from([("b", 1), ("a", 2)]));
    assert_same(BTreeMap::<String, u8>::new());
    assert_same(BTreeMap::from([(1.5_f32.to_bits(), payload())]));
    assert_same(json!({"b": [1, {"c": null}], "a": -1.5}));
    assert_same(json!({"b": [{"type": "inside"}], "Type": {"type": "inside"}, "t": "type"}));
    assert_same(serde_json::Map::new());
}

#[test]
fn flattened_structs_match_serde() {
    #[derive(Clone, Serialize)]
    struct Flat {
        z: u8,
        #[serde(flatten)]
        inner: Payload,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }
    let rest = BTreeMap::from([("rest".to_owned(), json!([1]))]);
    assert_same(Flat { z: 1, inner: payload(), rest });
}

#[test]
fn units_match_serde() {
    #[derive(Clone, Serialize)]
    struct Unit;
    assert_same(());
    assert_same(Unit);
    assert_same(std::marker::PhantomData::<u8>);
}

#[test]
fn newtypes_and_pointers_match_serde() {
    #[derive(Clone, Serialize)]
    struct Newtype(Payload);
    assert_same(Newtype(payload()));
    assert_same(Box::new(Newtype(payload())));
    assert_same(std::borrow::Cow::Borrowed(&payload()));
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "snake_case")]
enum External {
    Unit,
    Newtype(Payload),
    Tuple(f32, u64, Payload, ()),
    Struct {
        z: f32,
        #[serde(rename = "second")]
        b: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        none: Option<u8>,
        a: Payload,
    },
    Empty {},
}

#[test]
fn externally_tagged_enums_match_serde() {
    assert_same(External::Unit);
    assert_same(External::Newtype(payload()));
    assert_same(External::Tuple(0.1, 7, payload(), ()));
    assert_same(External::Struct { z: 0.1, b: 7, none: None, a: payload() });
    assert_same(External::Struct { z: 0.1, b: 7, none: Some(1), a: payload() });
    assert_same(External::Empty {});
}

/// Non-finite numbers are `null`, at every depth.
#[test]
fn non_finite_numbers_match_serde() {
    assert_same(External::Tuple(f32::NAN, 1, payload(), ()));
    assert_same(BTreeMap::from([("a", f64::INFINITY)]));
}

/// serde's buffer has no 128-bit integers, while plain JSON has. We do not buffer.
#[test]
fn wide_integers_match_serde() {
    #[derive(Clone, Serialize)]
    enum Wide {
        Tuple(u128, u8),
        Struct { wide: i128 },
    }
    assert_more_lenient(
        Wide::Tuple(1 << 100, 1),
        r#"{"type":"x \"y\"","Tuple":[1267650600228229401496703205376,1]}"#,
    );
    assert_more_lenient(Wide::Struct { wide: -1 }, r#"{"type":"x \"y\"","Struct":{"wide":-1}}"#);
}

#[test]
fn other_enum_representations_match_serde() {
    #[derive(Clone, Serialize)]
    #[serde(tag = "kind")]
    enum Internal {
        A { a: u8 },
        B,
        C(Payload),
    }
    #[derive(Clone, Serialize)]
    #[serde(tag = "kind", content = "c")]
    enum Adjacent {
        A(u8),
        B,
        C { c: Payload },
    }
    #[derive(Clone, Serialize)]
    #[serde(untagged)]
    enum Untagged {
        A { a: u8 },
        B(Payload),
        Unit,
    }
    assert_same(Internal::A { a: 1 });
    assert_same(Internal::B);
    assert_same(Internal::C(payload()));
    assert_same(Adjacent::A(1));
    assert_same(Adjacent::B);
    assert_same(Adjacent::C { c: payload() });
    assert_same(Untagged::A { a: 1 });
    assert_same(Untagged::B(payload()));
    assert_same(Untagged::Unit);
}

/// serde rejects every `Option` in a newtype variant; here its content is written. `None` is rejected, because it
/// could not be read back.
#[test]
fn options_match_serde() {
    assert_refused(None::<Payload>);
    assert_more_lenient(Some(BTreeMap::from([("a", 1)])), r#"{"type":"x \"y\"","a":1}"#);
    assert_more_lenient(Some(()), r#"{"type":"x \"y\""}"#);
    assert_refused(Some(1));
}

/// serde writes the key twice. Readers use the first or the last of two names, so an attacker who controls the
/// payload could name the event.
#[test]
fn rejects_payload_with_tag_key() {
    #[derive(Clone, Debug, Serialize)]
    struct Struct {
        a: u8,
        r#type: &'static str,
    }
    #[derive(Clone, Debug, Serialize)]
    struct Flat {
        a: u8,
        #[serde(flatten)]
        rest: BTreeMap<&'static str, &'static str>,
    }
    #[derive(Clone, Debug, Serialize)]
    #[serde(rename_all = "lowercase")]
    enum External {
        Type { a: u8 },
    }
    #[derive(Clone, Debug, Serialize)]
    #[serde(tag = "type")]
    enum Internal {
        A { a: u8 },
    }

    fn assert_refused<P: Serialize + Clone>(payload: P) {
        assert!(
            serde_json::to_string(&Theirs::X(payload.clone())).is_ok_and(|text| text.contains("\"type\":"))
        );
        assert_eq!(
            ours(payload),
            Err("the event `x \"y\"` cannot be encoded: the payload already has the key `type`, which is reserved \
                 for the name of the event `x \"y\"`"
                .to_owned())
        );
    }
    assert_refused(Struct { a: 1, r#type: "logout" });
    assert_refused(Flat { a: 1, rest: BTreeMap::from([("type", "logout")]) });
    assert_refused(json!({"text": "hi", "type": "logout"}));
    assert_refused(External::Type { a: 1 });
    assert_refused(Internal::A { a: 1 });
}

/// serde writes the private name of a raw value as a key. Here the whole text is written, which must contain the
/// event's name.
#[test]
fn raw_values_are_written() {
    #[derive(Clone, Serialize)]
    struct Holds<'a> {
        raw: &'a RawValue,
    }

    let text = r#"{ "a" : 1e400, "type":"x" }"#;
    let raw = RawValue::from_string(text.to_owned()).expect("JSON");
    assert_eq!(ours(raw.clone()).as_deref(), Ok(text));
    assert_eq!(ours(Some(&*raw)).as_deref(), Ok(text));

    let data = format!(r#"{{"type":"x \"y\"","raw":{text}}}"#);
    assert_eq!(ours(Holds { raw: &raw }), Ok(data));
}

#[test]
fn rejects_payload_that_is_not_object_like_serde() {
    assert_refused(true);
    assert_refused(1);
    assert_refused(1.5);
    assert_refused("text");
    assert_refused('c');
    assert_refused(vec![1]);
    assert_refused((1, "a"));
    assert_refused(json!([1]));
    assert_refused(json!("text"));
    assert_refused(std::net::Ipv4Addr::LOCALHOST);
}

#[test]
fn struct_variants_match_serde() {
    #[derive(Clone, Deserialize, Serialize, SseEvent)]
    #[sse(tag = "type", encode)]
    #[serde(tag = "type")]
    enum Both {
        #[event("a")]
        #[serde(rename = "a", rename_all = "camelCase")]
        A {
            last_key: f32,
            #[serde(skip_serializing_if = "Option::is_none")]
            first_key: Option<Vec<u8>>,
            #[serde(flatten)]
            rest: BTreeMap<String, Value>,
        },
        #[event("b")]
        #[serde(rename = "b")]
        B,
        #[event("c")]
        #[serde(rename = "c")]
        C {},
    }
    let a = |first_key, rest: &[&str]| Both::A {
        last_key: 0.1,
        first_key,
        rest: rest.iter().map(|key| ((*key).to_owned(), json!({"type": key}))).collect(),
    };
    for event in [a(None, &[]), a(Some(vec![1]), &["z", "b"]), Both::B, Both::C {}] {
        let theirs = serde_json::to_string(&event).expect("serde writes it");
        assert_eq!(event.encode().expect("ours writes it").data, theirs);
    }
}

/// Without a line only the text names the event, so its author could choose the event.
#[test]
fn raw_value_names_event_without_line() {
    #[derive(Debug, SseEvent)]
    #[sse(encode, tag = "type", line = false)]
    enum Event {
        #[event("tree")]
        Tree(Option<Box<RawValue>>),
        #[event("ping")]
        Ping,
    }
    #[derive(SseEvent)]
    #[sse(encode_only, tag = "type")]
    enum WithLine {
        #[event("tree")]
        Tree(Box<RawValue>),
    }

    let raw = |text: &str| RawValue::from_string(text.to_owned()).expect("JSON");
    for text in [r#"{"type":"tree"}"#, r#"{"a":[1], "t\u0079pe" : "tree","type":"ping"}"#] {
        assert_eq!(Event::Tree(Some(raw(text))).encode().expect("it is named").data, text);
    }
    for text in [
        r#"{"type":"ping"}"#,
        r#"{"type":"ping","type":"tree"}"#,
        r#"{"a":1}"#,
        r#"{"type":7}"#,
        "{}",
        "7",
        "\"tree\"",
    ] {
        let error = Event::Tree(Some(raw(text))).encode().expect_err(text);
        assert_eq!(
            error.to_string(),
            "the event `tree` cannot be encoded: the text of the payload does not have the name `tree` under `type`, \
             and no `event:` line names the event"
        );
        // The line names the event, whatever the text contains.
        assert_eq!(WithLine::Tree(raw(text)).encode().expect("it is named").event, "tree");
    }
    assert_eq!(Event::Ping.encode().expect("it is named").data, r#"{"type":"ping"}"#);
}
