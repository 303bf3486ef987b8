//! Generated values and texts, compared with serde's own internally tagged enum.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::SseEvent;

macro_rules! both {
    ($theirs:ident, $ours:ident { $($variants:tt)* }) => {
        #[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
        #[serde(tag = "type", rename_all = "snake_case")]
        enum $theirs { $($variants)* }

        #[derive(Clone, Debug, PartialEq, SseEvent)]
        #[serde(tag = "type", rename_all = "snake_case")]
        #[sse(deserialize, serialize)]
        enum $ours { $($variants)* }
    };
}

both! { Theirs, Ours {
    Text(Text),
    #[serde(alias = "n")]
    Number {
        number: f64,
        #[serde(default)]
        unsigned: u64,
        signed: Option<i64>,
    },
    Strict(Strict),
    Map(BTreeMap<String, Value>),
    Nested { inner: Option<Box<Inner>>, list: Vec<Inner> },
    Unit,
} }

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Text {
    text: String,
    #[serde(flatten)]
    more: BTreeMap<String, Value>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    text: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
enum Inner {
    Bool(bool),
    Tuple(u8, String),
    Struct { a: Option<u8>, b: Option<String> },
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        "[a-z\"\\\\\n]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Keys with a meaning, and others.
fn key() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &["text", "number", "unsigned", "signed", "inner", "list", "a", "b", "x"];
    prop_oneof![8 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => "[a-z]{0,2}"]
}

/// An object in any order, whose values often match.
fn object() -> impl Strategy<Value = String> {
    const NAMES: &[&str] = &["text", "number", "n", "strict", "map", "nested", "unit", "later"];
    let entry = (key(), value()).prop_map(|(key, value)| match (&*key, &value) {
        ("text", Value::Number(_)) => (key, Value::from("t")),
        ("number", Value::String(_)) => (key, Value::from(1.5)),
        ("list", Value::Null | Value::Bool(_)) => (key, serde_json::json!([true, [1, "a"], {"a": 1}])),
        _ => (key, value),
    });
    let entries = prop::collection::vec(entry, 0..5);
    (entries, prop::sample::select(NAMES), any::<prop::sample::Index>(), any::<bool>()).prop_map(
        |(entries, name, at, unique)| {
            let mut texts: Vec<_> =
                entries.iter().map(|(key, value)| format!("{}:{value}", Value::from(key.as_str()))).collect();
            if unique {
                let mut seen = std::collections::HashSet::new();
                texts = entries
                    .iter()
                    .zip(texts)
                    .filter(|((key, _), _)| seen.insert(key))
                    .map(|(_, text)| text)
                    .collect();
            }
            let at = at.index(texts.len() + 1);
            texts.insert(at, format!(r#""type":"{name}""#));
            format!("{{{}}}", texts.join(","))
        },
    )
}

/// Both read a text and write the value in the same way, and fail in the same cases.
fn compare(json: &str) -> bool {
    let theirs = serde_json::from_str::<Theirs>(json);
    let ours = serde_json::from_str::<Ours>(json);
    let of_value = serde_json::from_str::<Value>(json).and_then(serde_json::from_value::<Ours>);
    match (&theirs, &ours) {
        (Ok(theirs), Ok(ours)) => {
            assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{json}");
            let written = serde_json::to_string(theirs).expect("written");
            assert_eq!(serde_json::to_string(ours).expect("written"), written);
            assert_eq!(of_value.expect("read"), *ours);
            true
        }
        (Err(_), Err(_)) => false,
        _ => panic!("{json}\n ours: {ours:?}\n theirs: {theirs:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_objects_are_read_as_by_serde(json in object()) {
        compare(&json);
    }
}

#[test]
fn objects_are_of_both_sorts() {
    let valid = [
        r#"{"type":"text","text":"a","x":[1]}"#,
        r#"{"x":{"type":1},"text":"a","type":"text"}"#,
        r#"{"number":1,"type":"n","unsigned":3}"#,
        r#"{"type":"map","a":1}"#,
        r#"{"list":[true,[1,"a"],{"a":1}],"type":"nested","inner":[2,"b"]}"#,
        r#"{"a":1,"type":"unit","b":{}}"#,
    ];
    let invalid = [
        r#"{"type":"strict","text":"a","x":1}"#,
        r#"{"x":1,"text":"a","type":"strict"}"#,
        r#"{"number":"1","type":"number"}"#,
        r#"{"text":"a","text":"b","type":"text"}"#,
        r#"{"type":"later"}"#,
    ];
    assert!(valid.into_iter().all(compare));
    assert!(!invalid.into_iter().any(compare));
}
