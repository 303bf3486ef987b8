//! `encode`, `encode_only` and `line`: the encoded form of each kind of variant.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use serde::{Serialize, Serializer};
use sse_event::{EncodeEvent as _, RawEventBuf, SseEvent};
use sse_event_tests::millis;
use sse_event_tests::outcome::{assert_encodes, event};

#[derive(Debug, PartialEq, Serialize, serde::Deserialize)]
struct Usage {
    tokens: u32,
}

/// Every kind of variant, under each set of options.
macro_rules! shapes {
    ($(#[$options:meta])* $name:ident $(, texts have $key:ident = $value:literal)?) => {
        #[derive(Debug, PartialEq, SseEvent)]
        $(#[$options])*
        enum $name {
            #[event("json", alias = "usage")]
            Json(Usage),
            #[event("map")]
            Map(BTreeMap<String, u8>),
            #[event("unit")]
            Unit,
            #[event("struct")]
            Struct { r#type: u8, b: Option<bool>, a: f32 },
            #[event("none")]
            None {},
            #[event("raw", raw $(, $key = $value)?)]
            Raw(String),
            #[event("parse", parse $(, $key = $value)?)]
            Parse(Ipv4Addr),
        }

        impl $name {
            fn all() -> [Self; 7] {
                [
                    Self::Json(Usage { tokens: 3 }),
                    Self::Map(BTreeMap::from([("b".to_owned(), 2), ("a".to_owned(), 1)])),
                    Self::Unit,
                    Self::Struct { r#type: 1, b: None, a: 0.1 },
                    Self::None {},
                    Self::Raw("text\n{".into()),
                    Self::Parse(Ipv4Addr::LOCALHOST),
                ]
            }
        }
    };
}

shapes! { #[sse(encode)] Plain }
shapes! { #[sse(encode, tag = "event")] Tagged }
shapes! { #[sse(encode_only, line = false)] NoLine }
shapes! { #[sse(encode, tag = "event", line = false)] TaggedNoLine, texts have line = true }
shapes! { #[sse(encode, line = true)] WithLine }
shapes! { #[sse(encode_only, tag = "event")] Only }

const NAMES: [&str; 7] = ["json", "map", "unit", "struct", "none", "raw", "parse"];

const PLAIN: [&str; 7] = [
    r#"{"tokens":3}"#,
    r#"{"a":1,"b":2}"#,
    "{}",
    r#"{"type":1,"b":null,"a":0.1}"#,
    "{}",
    "text\n{",
    "127.0.0.1",
];

/// The tag is the first key; data that we do not write as JSON has no tag.
const TAGGED: [&str; 7] = [
    r#"{"event":"json","tokens":3}"#,
    r#"{"event":"map","a":1,"b":2}"#,
    r#"{"event":"unit"}"#,
    r#"{"event":"struct","type":1,"b":null,"a":0.1}"#,
    r#"{"event":"none"}"#,
    "text\n{",
    "127.0.0.1",
];

#[test]
fn writes_payload_as_data_and_canonical_name_as_line() {
    for ((event, name), data) in Plain::all().iter().zip(NAMES).zip(PLAIN) {
        assert_encodes(event, name, data);
    }
}

#[test]
fn writes_tag_as_first_key() {
    for ((event, name), data) in Tagged::all().iter().zip(NAMES).zip(TAGGED) {
        assert_encodes(event, name, data);
    }
}

#[test]
fn line_false_writes_no_line() {
    for (event, data) in NoLine::all().iter().zip(PLAIN) {
        assert_encodes(event, "", data);
    }
    for ((event, name), data) in TaggedNoLine::all().iter().zip(NAMES).zip(TAGGED) {
        // Nothing else names a text.
        let is_text = matches!(event, TaggedNoLine::Raw(_) | TaggedNoLine::Parse(_));
        assert_encodes(event, if is_text { name } else { "" }, data);
    }
}

#[test]
fn line_of_variant_overrides_line_of_enum() {
    #[derive(SseEvent)]
    #[sse(encode_only, line = false)]
    enum Unnamed {
        #[event("chunk")]
        Chunk(u8),
        #[event("error", error, line = true)]
        Error,
    }
    #[derive(SseEvent)]
    #[sse(encode_only)]
    enum Text {
        #[event("message", raw, line = false)]
        Text(String),
    }
    #[derive(SseEvent)]
    #[sse(encode_only, tag = "type")]
    enum Named {
        #[event("chunk", line = false)]
        Chunk { number: u8 },
        #[event("error", error)]
        Error,
    }

    assert_eq!(Unnamed::Chunk(1).encode().expect("JSON"), RawEventBuf::new("", "1"));
    assert_eq!(Unnamed::Error.encode().expect("JSON").event, "error");
    let chunk = Named::Chunk { number: 1 }.encode().expect("JSON");
    assert_eq!((&*chunk.event, &*chunk.data), ("", r#"{"type":"chunk","number":1}"#));
    assert_eq!(Text::Text("1".into()).encode().expect("text").event, "");
    assert_eq!(Named::Error.encode().expect("JSON").event, "error");
}

#[test]
fn line_true_is_default() {
    for ((event, name), data) in WithLine::all().iter().zip(NAMES).zip(PLAIN) {
        assert_encodes(event, name, data);
    }
}

/// Encoded events are decoded again: each set of options by its own enum.
#[test]
fn encoded_variants_decode() {
    for (value, (name, data)) in Plain::all().into_iter().zip(NAMES.into_iter().zip(PLAIN)) {
        assert_eq!(event::<Plain>(name, data), value);
    }
    for (value, (name, data)) in Tagged::all().into_iter().zip(NAMES.into_iter().zip(TAGGED)) {
        assert_eq!(event::<Tagged>(name, data), value);
    }
    for (value, data) in TaggedNoLine::all().into_iter().zip(TAGGED).take(5) {
        assert_eq!(event::<TaggedNoLine>("", data), value);
    }
}

#[test]
fn encode_only_needs_no_deserialize() {
    /// None of these types can be decoded.
    #[derive(SseEvent)]
    #[sse(encode_only)]
    enum Event<'a> {
        #[event("serialize only")]
        Json(Written<'a>),
        #[event("display only", parse)]
        Display(std::fmt::Arguments<'a>),
        #[event("raw display only", raw)]
        Raw(char),
        #[event("slice")]
        Slice(&'a [Written<'a>]),
        #[event("struct")]
        Struct { written: &'a Written<'a>, slice: &'a [u8] },
    }

    #[derive(Serialize)]
    struct Written<'a> {
        text: &'a str,
    }

    for ((event, name), data) in Only::all().iter().zip(NAMES).zip(TAGGED) {
        assert_encodes(event, name, data);
    }
    let written = Written { text: "x" };
    assert_encodes(&Event::Json(Written { text: "x" }), "serialize only", r#"{"text":"x"}"#);
    assert_encodes(&Event::Display(format_args!("7")), "display only", "7");
    assert_encodes(&Event::Raw('é'), "raw display only", "é");
    assert_encodes(&Event::Slice(&[Written { text: "x" }]), "slice", r#"[{"text":"x"}]"#);
    let event = Event::Struct { written: &written, slice: &[1] };
    assert_encodes(&event, "struct", r#"{"written":{"text":"x"},"slice":[1]}"#);
    assert_eq!(Event::EVENT_TYPES.len(), 5, "it still has its names");
}

fn in_brackets<T: InBrackets, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.in_brackets())
}

/// Implemented for values, but not for references to them.
trait InBrackets {
    fn in_brackets(&self) -> String;
}

impl InBrackets for u8 {
    fn in_brackets(&self) -> String {
        format!("[{self}]")
    }
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type")]
enum Attributes<'a> {
    #[event("fields")]
    #[serde(rename_all = "camelCase")]
    Fields {
        first_name: &'a str,
        #[serde(rename = "n")]
        number: u8,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        none: Option<u8>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        list: Vec<u8>,
        #[serde(skip)]
        local: u8,
        #[serde(with = "millis")]
        wait: std::time::Duration,
        #[serde(serialize_with = "in_brackets")]
        bracketed: u8,
        #[serde(skip_serializing)]
        read: u8,
        #[serde(flatten)]
        more: BTreeMap<String, u8>,
    },
    #[event("newtype")]
    Newtype(#[serde(serialize_with = "in_brackets")] u8),
    #[event("raw identifiers")]
    Raw { r#match: u8, r#fn: u8 },
}

#[test]
fn applies_serde_field_attributes() {
    let more = BTreeMap::from([("z".to_owned(), 1)]);
    let wait = std::time::Duration::from_millis(1500);
    let mut list = Vec::new();
    let mut none = None;
    let mut fields = |data: &str| {
        let event = Attributes::Fields {
            first_name: "A",
            number: 1,
            none,
            list: list.clone(),
            local: 1,
            wait,
            bracketed: 7,
            read: 1,
            more: more.clone(),
        };
        assert_encodes(&event, "fields", data);
        (none, list) = (Some(1), vec![1, 2]);
    };
    fields(r#"{"type":"fields","firstName":"A","n":1,"wait":"1500","bracketed":"[7]","z":1}"#);
    fields(
        r#"{"type":"fields","firstName":"A","n":1,"none":1,"list":[1,2],"wait":"1500","bracketed":"[7]","z":1}"#,
    );
}

#[test]
fn raw_identifiers_are_written_without_prefix() {
    let event = Attributes::Raw { r#match: 1, r#fn: 2 };
    assert_encodes(&event, "raw identifiers", r#"{"type":"raw identifiers","match":1,"fn":2}"#);
}

#[test]
fn escapes_names_in_tag() {
    #[derive(SseEvent)]
    #[sse(encode_only, tag = "typ ü")]
    enum Event {
        #[event("with \"quotes\" and \\")]
        Quotes,
        #[event("ü")]
        Letters { a: u8 },
    }
    assert_encodes(&Event::Quotes, r#"with "quotes" and \"#, r#"{"typ ü":"with \"quotes\" and \\"}"#);
    assert_encodes(&Event::Letters { a: 1 }, "ü", r#"{"typ ü":"ü","a":1}"#);
}
