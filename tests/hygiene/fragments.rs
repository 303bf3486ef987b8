//! The derive inside a `macro_rules!`, with every kind of fragment in every codec. A fragment's tokens have the
//! hygiene of their origin, where the variables and lifetimes of generated code are not in scope.

use renamed::{DecodeEvent as _, Decoded, EncodeEvent as _, RawEvent, RawEventBuf, SseEvent};

#[allow(clippy::ptr_arg, clippy::unnecessary_wraps, reason = "the signatures are those of a codec")]
mod codec {
    use super::{RawEvent, RawEventBuf};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<String, String> {
        Ok(format!("{}:{}", raw.event, raw.data))
    }

    pub(super) fn encode(text: &String) -> Result<RawEventBuf, String> {
        Ok(RawEventBuf::new("with", text.as_str()))
    }
}

mod as_text {
    use renamed_serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }

    pub(super) fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(text)
    }
}

/// Enums in which the fragment is the type of every payload and field.
macro_rules! payloads {
    ($($payload:tt)*) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = renamed, encode)]
        enum Event {
            #[event("json")]
            Json($($payload)*),
            #[event("raw", raw)]
            Raw($($payload)*),
            #[event("parse", parse)]
            Parse($($payload)*),
            #[event("with", with = codec)]
            With($($payload)*),
            #[event("functions", decode_with = codec::decode, encode_with = codec::encode)]
            Functions($($payload)*),
            #[event("attribute")]
            Attribute(#[serde(with = "as_text")] $($payload)*),
            #[event("fields")]
            Fields { first: $($payload)*, #[serde(default)] second: Option<$($payload)*> },
            #[event("json", has_key = "key")]
            Keyed { key: $($payload)* },
            #[event(other)]
            Other { event: $($payload)*, data: $($payload)*, id: Option<$($payload)*> },
        }

        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = renamed, encode, tag = "type")]
        enum Tagged {
            #[event("fields")]
            Fields { first: $($payload)* },
            #[event("prefix/", prefix, with = codec)]
            Prefix($($payload)*),
            #[event("raw", raw)]
            Raw($($payload)*),
        }

        let text = || "a".to_owned();
        for (raw, event) in [
            (RawEvent::new("json", r#""a""#), Event::Json(text())),
            (RawEvent::new("raw", "a"), Event::Raw(text())),
            (RawEvent::new("parse", "a"), Event::Parse(text())),
            (RawEvent::new("attribute", r#""a""#), Event::Attribute(text())),
            (RawEvent::new("fields", r#"{"first":"a","second":null}"#), Event::Fields { first: text(), second: None }),
            (RawEvent::new("json", r#"{"key":"a"}"#), Event::Keyed { key: text() }),
            (
                RawEvent::new("later", "a").with_id("7"),
                Event::Other { event: "later".to_owned(), data: text(), id: Some("7".to_owned()) },
            ),
        ] {
            assert_eq!(event.encode().unwrap(), raw.to_buf());
            assert_eq!(Event::decode(raw).unwrap(), Decoded::Event(event));
        }
        let with = Event::With("with:a".to_owned());
        assert_eq!(with.encode().unwrap(), RawEventBuf::new("with", "with:a"));
        assert_eq!(Event::try_from(RawEvent::new("with", "a")).unwrap(), with);
        let functions = Event::Functions("functions:a".to_owned());
        assert_eq!(Event::try_from(RawEvent::new("functions", "a")).unwrap(), functions);
        for (raw, event) in [
            (RawEvent::new("fields", r#"{"type":"fields","first":"a"}"#), Tagged::Fields { first: text() }),
            (RawEvent::new("raw", "a"), Tagged::Raw(text())),
        ] {
            assert_eq!(event.encode().unwrap(), raw.to_buf());
            assert_eq!(Tagged::try_from(raw).unwrap(), event);
        }
        let prefix = Tagged::try_from(RawEvent::new("prefix/x", "a")).unwrap();
        assert_eq!(prefix, Tagged::Prefix("prefix/x:a".to_owned()));
    };
}

macro_rules! payload_ident {
    ($payload:ident) => {
        payloads!($payload);
    };
}

macro_rules! payload_path {
    ($payload:path) => {
        payloads!($payload);
    };
}

macro_rules! payload_ty {
    ($payload:ty) => {
        payloads!($payload);
    };
}

#[test]
fn payload_may_be_tokens() {
    payloads!(String);
}

#[test]
fn payload_may_be_an_ident() {
    payload_ident!(String);
}

#[test]
fn payload_may_be_a_path() {
    payload_path!(std::string::String);
}

#[test]
fn payload_may_be_a_type() {
    payload_ty!(std::string::String);
}

/// A whole variant, attributes and all.
macro_rules! variants {
    ($($variant:tt)*) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = renamed, encode, tag = "type")]
        enum Event { $($variant)* }
    };
}

#[test]
fn variant_may_be_tokens() {
    variants! {
        #[event("text")]
        Text { text: String, #[serde(default)] more: Vec<u8> },
        #[event("raw", raw)]
        Raw(String),
        #[event("text", has_key = "key")]
        Keyed { key: Box<str> },
        #[event("with", with = codec)]
        With(String),
    }
    let event = Event::Text { text: "a".to_owned(), more: vec![1] };
    let raw = event.encode().unwrap();
    assert_eq!(raw, RawEventBuf::new("text", r#"{"type":"text","text":"a","more":[1]}"#));
    assert_eq!(Event::try_from(raw.as_raw_event()).unwrap(), event);
    let raw = RawEvent::new("", r#"{"type":"text","key":"a"}"#);
    assert_eq!(Event::try_from(raw).unwrap(), Event::Keyed { key: "a".into() });
    assert_eq!(Event::try_from(RawEvent::new("raw", "a")).unwrap(), Event::Raw("a".to_owned()));
    assert_eq!(Event::try_from(RawEvent::new("with", "a")).unwrap(), Event::With("with:a".to_owned()));
}

/// Every other kind of fragment in its place.
macro_rules! whole {
    (
        $vis:vis enum $name:ident<$lifetime:lifetime> named $literal:literal, $second:literal;
        $module:path, $function:expr, $condition:path, $tag:literal, $end:literal, $bool:literal
    ) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = renamed, encode, tag = $tag, end = $end, try_from = $bool)]
        $vis enum $name<$lifetime> {
            #[event($literal, alias = $second)]
            Borrowed(&$lifetime str),
            #[event("fields")]
            Fields { #[serde(borrow)] text: &$lifetime str },
            #[event("raw", raw)]
            Raw(&$lifetime str),
            #[event("with", with = $module)]
            With(String),
            #[event("function", decode_with = $function, terminal = $condition)]
            Function(String),
            #[event(other)]
            Other(RawEvent<$lifetime>),
        }
    };
}

whole! { pub(crate) enum Whole<'text> named "a", "b"; codec, codec::decode, String::is_empty, "type", "[DONE]", true }

#[test]
fn other_fragments_are_accepted() {
    let raw = RawEvent::new("fields", r#"{"type":"fields","text":"a"}"#);
    assert_eq!(Whole::try_from(raw).unwrap(), Whole::Fields { text: "a" });
    assert_eq!(Whole::Fields { text: "a" }.encode().unwrap(), raw.to_buf());
    assert_eq!(Whole::try_from(RawEvent::new("b", r#""c""#)).unwrap(), Whole::Borrowed("c"));
    assert_eq!(Whole::try_from(RawEvent::new("raw", "c")).unwrap(), Whole::Raw("c"));
    assert_eq!(Whole::decode(RawEvent::new("", "[DONE]")).unwrap(), Decoded::End);
    let with = Whole::try_from(RawEvent::new("with", "a")).unwrap();
    assert_eq!(with, Whole::With("with:a".to_owned()));
    let function = Whole::try_from(RawEvent::new("function", "a")).unwrap();
    assert_eq!(function, Whole::Function("function:a".to_owned()));
    assert!(!function.is_terminal() && Whole::Function(String::new()).is_terminal());
    assert_eq!(Whole::try_from(RawEvent::new("x", "a")).unwrap(), Whole::Other(RawEvent::new("x", "a")));
}

macro_rules! item {
    ($item:item) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = renamed, encode, kind)]
        $item
    };
}

item! {
    enum Item {
        #[event("text")]
        Text { text: String },
        #[event("count", parse)]
        Count(u8),
    }
}

#[test]
fn enum_may_be_an_item() {
    let text = Item::Text { text: "a".to_owned() };
    assert_eq!(text.encode().unwrap(), RawEventBuf::new("text", r#"{"text":"a"}"#));
    assert_eq!(Item::try_from(RawEvent::new("count", "7")).unwrap(), Item::Count(7));
    assert_eq!("count".parse(), Ok(ItemKind::Count));
}
