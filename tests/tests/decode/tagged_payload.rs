//! Payloads do not see the tag: they decode as in serde's internally tagged enums, which are the oracle.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use sse_event::__private::with_and_without_tag;
use sse_event::bounds::OwnedPayload;
use sse_event::{RawEvent, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Ours<P> {
    #[event("x")]
    X(P),
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "type")]
enum Theirs<P> {
    #[serde(rename = "x")]
    X(P),
}

/// Decodes a payload that is a parameter, so it may borrow: the tag is hidden from it.
fn ours<P: DeserializeOwned>(line: &str, data: &str) -> Result<P, String> {
    let Ours::X(payload) = Ours::try_from(RawEvent::new(line, data)).map_err(|error| error.to_string())?;
    Ok(payload)
}

/// What the derive calls for a payload type without parameters.
fn owned<P: DeserializeOwned>(data: &str) -> Result<P, String> {
    let decode = |raw: RawEvent<'_>| OwnedPayload::decode_tagged(raw, "x", "type");
    with_and_without_tag(RawEvent::new("x", data), "type", decode).map_err(|error| error.to_string())
}

fn theirs<P: DeserializeOwned>(data: &str) -> Result<P, String> {
    let Theirs::X(payload) = serde_json::from_str(data).map_err(|error| error.to_string())?;
    Ok(payload)
}

/// The object with these entries, with its tag at every position.
fn tagged(entries: &[&str]) -> Vec<String> {
    (0..=entries.len())
        .map(|at| {
            let mut entries = entries.to_vec();
            entries.insert(at, r#""type":"x""#);
            format!("{{{}}}", entries.join(","))
        })
        .collect()
}

/// Both decode it to the same value, whether the line or the tag names the event.
#[track_caller]
fn assert_same<P: DeserializeOwned + PartialEq + Debug>(entries: &[&str]) {
    for data in tagged(entries) {
        let expected = theirs::<P>(&data).expect("serde decodes it");
        assert_eq!(ours::<P>("", &data).as_ref(), Ok(&expected), "{data}");
        assert_eq!(ours::<P>("x", &data).as_ref(), Ok(&expected), "by the line: {data}");
        assert_eq!(owned::<P>(&data).as_ref(), Ok(&expected), "owned: {data}");
    }
}

/// Both reject it.
#[track_caller]
fn assert_refused<P: DeserializeOwned + Debug>(entries: &[&str]) {
    for data in tagged(entries) {
        theirs::<P>(&data).expect_err("serde refuses it");
        ours::<P>("", &data).expect_err("refused by the tag");
        let error = ours::<P>("x", &data).expect_err("refused by the line");
        assert_eq!(owned::<P>(&data).expect_err("refused if owned"), error, "{data}");
    }
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: u8,
    #[serde(default)]
    b: Option<String>,
}

#[test]
fn deny_unknown_fields_does_not_see_tag() {
    assert_same::<Strict>(&[r#""a":1"#]);
    assert_same::<Strict>(&[r#""a":1"#, r#""b":"é""#]);
    assert_refused::<Strict>(&[r#""a":1"#, r#""c":1"#]);
    assert_refused::<Strict>(&[]);
}

#[test]
fn field_named_like_tag_is_filled_unlike_in_serde() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Wants {
        r#type: Option<String>,
        a: u8,
    }
    for data in tagged(&[r#""a":1"#]) {
        assert_eq!(theirs::<Wants>(&data), Ok(Wants { r#type: None, a: 1 }));
        for line in ["", "x"] {
            assert_eq!(ours::<Wants>(line, &data), Ok(Wants { r#type: Some("x".into()), a: 1 }));
        }
        assert_eq!(owned::<Wants>(&data), Ok(Wants { r#type: Some("x".into()), a: 1 }));
    }
}

#[derive(Debug, Deserialize, PartialEq)]
struct Flat {
    a: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[test]
fn flattened_maps_do_not_contain_tag() {
    assert_same::<Flat>(&[r#""a":1"#]);
    assert_same::<Flat>(&[r#""z":{"type":"inner"}"#, r#""a":1"#, r#""\u0062":[1]"#]);
    assert_refused::<Flat>(&[r#""z":1"#]);
}

#[test]
fn maps_do_not_contain_tag() {
    assert_same::<HashMap<String, u8>>(&[]);
    assert_same::<HashMap<String, u8>>(&[r#""a":1"#, r#""b":2"#]);
    assert_refused::<HashMap<String, u8>>(&[r#""a":"1""#]);
}

#[derive(Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "lowercase")]
enum Colour {
    Red,
}
#[derive(Debug, Deserialize, PartialEq, Eq, Hash)]
struct Id(String);

#[test]
fn maps_with_other_keys_than_strings_do_not_contain_tag() {
    // serde's buffer has only string keys, while plain JSON can read numbers from them. Here they stay readable.
    let data = r#"{"type":"x","1":"a","-2":"b"}"#;
    theirs::<HashMap<i32, String>>(data).expect_err("serde cannot");
    let expected = HashMap::from([(1, "a".to_owned()), (-2, "b".to_owned())]);
    assert_eq!(ours::<HashMap<i32, String>>("", data), Ok(expected));
    let data = r#"{"true":1,"type":"x"}"#;
    assert_eq!(ours::<HashMap<bool, u8>>("", data), Ok(HashMap::from([(true, 1)])));
    ours::<HashMap<u8, u8>>("", r#"{"type":"x","300":1}"#).expect_err("out of range");

    // The same texts are numbers as without a hidden tag.
    for key in [" 1", "1 ", "\\u0031", "\\n1", "+1", "01", "1.0", "1e0", "0x1", ""] {
        serde_json::from_str::<HashMap<u8, u8>>(&format!(r#"{{"{key}":1}}"#)).expect_err("not a number");
        ours::<HashMap<u8, u8>>("", &format!(r#"{{"type":"x","{key}":1}}"#)).expect_err(key);
    }
    for key in [" true", "true ", "\\u0074rue", "True", "1"] {
        serde_json::from_str::<HashMap<bool, u8>>(&format!(r#"{{"{key}":1}}"#)).expect_err("not a bool");
        ours::<HashMap<bool, u8>>("", &format!(r#"{{"type":"x","{key}":1}}"#)).expect_err(key);
    }

    assert_same::<HashMap<Colour, u8>>(&[r#""red":1"#]);
    assert_refused::<HashMap<Colour, u8>>(&[r#""blue":1"#]);
    assert_same::<HashMap<Id, u8>>(&[r#""red":1"#]);
    assert_same::<HashMap<Option<String>, u8>>(&[r#""red":1"#]);
}

#[derive(Debug, Deserialize, PartialEq)]
struct UnitStruct;

#[derive(Debug, Deserialize, PartialEq)]
struct Empty {}

#[test]
fn units_match_serde() {
    assert_same::<()>(&[]);
    assert_same::<UnitStruct>(&[]);
    assert_same::<Empty>(&[]);
    assert_same::<Empty>(&[r#""a":1"#]);
    assert_refused::<()>(&[r#""a":1"#]);
    assert_refused::<UnitStruct>(&[r#""a":1"#]);
}

#[test]
fn values_do_not_contain_tag() {
    assert_same::<Value>(&[]);
    assert_same::<Value>(&[r#""a":[1,-2,3.5,true,null,"s"]"#, r#""b":{"type":"inner"}"#]);
}

#[derive(Debug, Deserialize)]
struct Holds {
    a: Box<RawValue>,
}

#[test]
fn raw_value_contains_tag() {
    // serde cannot read one after a tag.
    let data = r#"{ "type":"x", "a" : 1 }"#;
    theirs::<Box<RawValue>>(data).expect_err("serde cannot");
    for line in ["", "x"] {
        assert_eq!(ours::<Box<RawValue>>(line, data).unwrap().get(), data);
    }
    assert_eq!(ours::<Holds>("", r#"{"type":"x","a":{ "b":1}}"#).unwrap().a.get(), r#"{ "b":1}"#);
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum External {
    Unit,
    Newtype(u8),
    Tuple(u8, String),
    Struct { a: u8 },
}

#[test]
fn externally_tagged_enums_match_serde() {
    assert_same::<External>(&[r#""unit":null"#]);
    assert_same::<External>(&[r#""newtype":1"#]);
    assert_same::<External>(&[r#""tuple":[1,"s"]"#]);
    assert_same::<External>(&[r#""struct":{"a":1}"#]);
    assert_refused::<External>(&[]);
    assert_refused::<External>(&[r#""newtype":1"#, r#""unit":null"#]);
    assert_refused::<External>(&[r#""nothing":1"#]);
    assert_refused::<External>(&[r#""struct":{"a":"s"}"#]);
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Untagged {
    A { a: u8 },
    B(Strict2),
    Map(BTreeMap<String, u8>),
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Strict2 {
    b: u8,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "kind", content = "c")]
enum Adjacent {
    A(u8),
    B,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "kind")]
enum Internal {
    A { a: u8 },
    B,
}

#[test]
fn other_enum_representations_match_serde() {
    assert_same::<Untagged>(&[r#""a":1"#]);
    assert_same::<Untagged>(&[r#""b":1"#]);
    assert_same::<Untagged>(&[r#""c":1"#, r#""d":2"#]);
    assert_refused::<Untagged>(&[r#""c":"s""#]);
    assert_same::<Adjacent>(&[r#""kind":"A""#, r#""c":1"#]);
    assert_same::<Adjacent>(&[r#""kind":"B""#]);
    assert_same::<Internal>(&[r#""kind":"A""#, r#""a":1"#]);
    assert_same::<Internal>(&[r#""kind":"B""#]);
    assert_refused::<Internal>(&[r#""a":1"#]);
}

#[derive(Debug, Deserialize, PartialEq)]
struct Newtype(Strict);

#[derive(Debug, Deserialize, PartialEq)]
struct Tuple(u8, u8);

#[test]
fn options_newtypes_and_boxes_do_not_see_tag() {
    assert_same::<Option<Strict>>(&[r#""a":1"#]);
    assert_same::<Newtype>(&[r#""a":1"#]);
    assert_same::<Box<Option<Newtype>>>(&[r#""a":1"#]);
    assert_same::<Option<()>>(&[]);
    assert_refused::<Option<Strict>>(&[r#""c":1"#]);
}

#[test]
fn object_is_not_sequence_or_scalar() {
    assert_refused::<Vec<u8>>(&[]);
    assert_refused::<(u8, u8)>(&[r#""a":1"#]);
    assert_refused::<Tuple>(&[]);
    assert_refused::<String>(&[r#""a":1"#]);
    assert_refused::<u8>(&[]);
    assert_refused::<bool>(&[r#""a":1"#]);
}

#[test]
fn data_that_is_not_object_is_unchanged() {
    // Only a line can name such an event; there is no key to hide.
    assert_eq!(ours::<Vec<u8>>("x", "[1,2]"), Ok(vec![1, 2]));
    assert_eq!(ours::<External>("x", r#""unit""#), Ok(External::Unit));
    assert_eq!(ours::<Option<u8>>("x", ""), Ok(None));
    assert_eq!(ours::<()>("x", ""), Ok(()));
    assert_eq!(ours::<Value>("x", "1.5"), Ok(Value::from(1.5)));
    assert_eq!(ours::<String>("x", r#""s""#), Ok("s".into()));
    ours::<u8>("x", "1 2").expect_err("trailing characters");
}

#[test]
fn duplicate_tag_is_hidden_twice() {
    let data = r#"{"type":"x","a":1,"type":"y"}"#;
    assert_eq!(ours::<Strict>("", data), Ok(Strict { a: 1, b: None }));
    assert_eq!(owned::<Strict>(data), Ok(Strict { a: 1, b: None }));
}

#[test]
fn error_is_the_same_if_the_payload_is_read_again() {
    for data in [
        r#"{"type":"x","a":"1"}"#,
        "{\n  \"b\": null,\n  \"type\": \"é\",\n  \"a\": 300\n}",
        r#"{"type":"x","a":1} x"#,
        r#"{"type":"x","a":1"#,
        r#"{"type":"x","a":1,"c":{"type":1}}"#,
        r#"{"typ\u0065":"x","a":null}"#,
        r#"{"b":7,"type":"x","a":1"#,
        r#"["type"]"#,
        "7",
        "",
    ] {
        let error = ours::<Strict>("x", data).expect_err("refused");
        assert_eq!(owned::<Strict>(data).expect_err("refused"), error);
    }
    let error = owned::<Strict>(r#"{"a":1,"type":"#).expect_err("refused");
    assert!(error.contains("EOF while parsing"), "{error}");
}

#[test]
fn key_of_the_tag_is_rejected_in_a_part_of_the_payload() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        inner: Strict,
    }
    let data = r#"{"type":"x","inner":{"type":"y","a":1}}"#;
    let error = ours::<Outer>("x", data).expect_err("refused");
    assert!(error.contains("inner.type"), "{error}");
    assert_eq!(owned::<Outer>(data).expect_err("refused"), error);
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type")]
enum Structs<'a> {
    #[event("x")]
    #[serde(deny_unknown_fields)]
    X {
        a: u8,
        #[serde(borrow)]
        s: &'a str,
    },
}

#[test]
fn struct_variant_borrows_and_does_not_see_tag() {
    let data = r#"{"a":1,"type":"x","s":"borrowed"}"#;
    assert_eq!(Structs::try_from(RawEvent::new("", data)).unwrap(), Structs::X { a: 1, s: "borrowed" });
}
