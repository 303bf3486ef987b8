//! Without a prelude: the derive uses only absolute paths.
#![no_implicit_prelude]
#![allow(clippy::trivially_copy_pass_by_ref, clippy::unnecessary_wraps, reason = "the signatures of codecs")]

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed, end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("delta", alias = "text")]
    Delta(::std::string::String),
    #[event("pair")]
    Pair { first: u32, second: ::core::option::Option<u32> },
    #[event("note", raw)]
    Note(::std::boxed::Box<str>),
    #[event("count", parse)]
    Count(u64),
    #[event("failed", error)]
    Failed,
    #[event("done", terminal)]
    Done,
    #[event(other)]
    Unknown(::renamed::RawEventBuf),
}

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed)]
enum Borrowed<'a, T> {
    #[event("text", raw)]
    Text(&'a str),
    #[event("value")]
    Value(T),
    #[event("object")]
    Object { value: T, list: ::std::vec::Vec<T>, text: &'a str, count: u8 },
    #[event(other)]
    Unknown {
        event: &'a str,
        data: &'a str,
        id: ::core::option::Option<&'a str>,
        retry: ::core::option::Option<::core::time::Duration>,
    },
}

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed, tag = "type")]
enum Tagged {
    #[event("value")]
    Value(::std::vec::Vec<u8>),
    #[event("object")]
    Object { count: u8 },
    #[event(other)]
    Unknown { event: ::std::string::String },
}

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed, tag = "type", deserialize, serialize)]
enum Union<T> {
    #[event("value")]
    Value(T),
    #[event("object")]
    Object { count: u8, of: ::core::option::Option<T> },
    #[event("unit")]
    Unit,
    #[event(other)]
    Unknown { event: ::std::string::String, data: ::std::string::String },
}

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed, tag = "type", content = "data", encode, deserialize, serialize)]
enum Adjacent {
    #[event("value")]
    Value(u8),
    #[event("object")]
    Object { count: u8 },
    #[event("unit")]
    Unit,
    #[event(other)]
    Unknown(::renamed::RawEventBuf),
}

#[derive(Debug)]
struct OwnError(::renamed::Error);

impl ::core::convert::From<::renamed::Error> for OwnError {
    fn from(error: ::renamed::Error) -> Self {
        Self(error)
    }
}

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed, error_type = OwnError)]
enum Converted {
    #[event("count")]
    Count(u8),
    #[event("count", has_key = "error")]
    Failed { error: ::std::string::String },
}

#[derive(Debug, PartialEq, ::renamed::SseEvent)]
#[sse(crate = ::renamed, kind(name = Topic), encode, rename_all = "snake_case")]
enum Encoded {
    RunCreated(u8),
    RunFailed {
        reason: ::std::string::String,
        #[serde(with = "text")]
        code: u8,
    },
    RunDone,
    #[event("digits", with = digits)]
    Digits(u8),
    #[event("messages/", prefix, decode_with = digits::decode, encode_with = digits::encode)]
    Messages(u8),
    #[event("note", raw)]
    Note(::std::string::String),
    #[event(other)]
    Unknown {
        event: ::std::string::String,
        data: ::std::string::String,
        id: ::core::option::Option<::std::string::String>,
        retry: ::core::option::Option<::core::time::Duration>,
    },
}

#[derive(Debug, PartialEq, ::renamed::SseEvent, ::renamed_serde::Deserialize, ::renamed_serde::Serialize)]
#[serde(crate = "::renamed_serde")]
#[event("created")]
#[sse(crate = ::renamed, encode)]
struct Created {
    id: u8,
}

mod digits {
    use ::core::result::Result;

    pub(super) fn decode(raw: ::renamed::RawEvent<'_>) -> Result<u8, ::core::num::ParseIntError> {
        raw.data.parse()
    }

    pub(super) fn encode(digits: &u8) -> Result<::renamed::RawEventBuf, ::core::num::ParseIntError> {
        use ::std::string::ToString as _;

        Result::Ok(::renamed::RawEventBuf::new("digits", digits.to_string()))
    }
}

mod text {
    use ::core::result::Result;
    use ::renamed_serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(super) fn serialize<S: Serializer>(code: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        code.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        u8::deserialize(deserializer)
    }
}

fn decode<'de, T: ::renamed::DecodeEvent<'de>>(event: &'de str, data: &'de str) -> ::renamed::Decoded<T> {
    T::decode(::renamed::RawEvent::new(event, data)).expect("well-formed data")
}

#[::core::prelude::v1::test]
fn every_kind_of_variant_decodes() {
    use ::core::convert::Into as _;
    use ::core::option::Option::None;
    use ::renamed::Decoded::{End, Event as Decoded, Ignored};

    ::std::assert_eq!(decode("text", "\"Hi\""), Decoded(Event::Delta("Hi".into())));
    ::std::assert_eq!(decode("pair", r#"{"first":1}"#), Decoded(Event::Pair { first: 1, second: None }));
    ::std::assert_eq!(decode("note", "Hi"), Decoded(Event::Note("Hi".into())));
    ::std::assert_eq!(decode("count", "7"), Decoded(Event::Count(7)));
    ::std::assert_eq!(decode("done", "[DONE]"), Decoded(Event::Done));
    ::std::assert_eq!(decode::<Event>("", "[DONE]"), End);
    ::std::assert_eq!(decode::<Event>("ping", ""), Ignored);
    let unknown = ::renamed::RawEventBuf::new("new", "1");
    ::std::assert_eq!(decode("new", "1"), Decoded(Event::Unknown(unknown)));
}

#[::core::prelude::v1::test]
fn names_and_flags_are_known() {
    use ::renamed::SseEvent as _;

    let names = ["delta", "text", "pair", "note", "count", "failed", "done"];
    ::std::assert_eq!(Event::EVENT_TYPES, names);
    ::std::assert!(Event::Failed.is_error());
    ::std::assert!(Event::Done.is_terminal());
    ::std::assert_eq!(Event::Unknown(::renamed::RawEventBuf::new("new", "1")).event_type(), "new");
}

#[::core::prelude::v1::test]
fn lifetimes_and_parameters_decode() {
    use ::core::option::Option::None;
    use ::renamed::Decoded::Event as Decoded;

    ::std::assert_eq!(decode("text", "Hi"), Decoded(Borrowed::<u8>::Text("Hi")));
    ::std::assert_eq!(decode("value", "7"), Decoded(Borrowed::Value(7_u8)));
    let object = Borrowed::Object { value: 1_u8, list: ::std::vec![2], text: "Hi", count: 3 };
    ::std::assert_eq!(decode("object", r#"{"value":1,"list":[2],"text":"Hi","count":3}"#), Decoded(object));
    let unknown: Borrowed<'_, u8> = Borrowed::Unknown { event: "new", data: "1", id: None, retry: None };
    ::std::assert_eq!(decode("new", "1"), Decoded(unknown));
}

#[::core::prelude::v1::test]
fn the_tag_names_the_event() {
    use ::core::convert::Into as _;
    use ::renamed::Decoded::Event as Decoded;

    ::std::assert_eq!(decode("", r#"{"type":"object","count":7}"#), Decoded(Tagged::Object { count: 7 }));
    ::std::assert_eq!(decode("value", "[7]"), Decoded(Tagged::Value(::std::vec![7])));
    let unknown = Tagged::Unknown { event: "new".into() };
    ::std::assert_eq!(decode("", r#"{"type":"new"}"#), Decoded(unknown));
}

#[::core::prelude::v1::test]
fn union_is_an_event_too() {
    use ::core::convert::TryFrom as _;

    let union = Union::<u8>::try_from(::renamed::RawEvent::new("value", "7")).expect("a number");
    ::std::assert_eq!(union, Union::Value(7));
    let raw = ::renamed::RawEvent::new("", r#"{"type":"value","data":7}"#);
    ::std::assert_eq!(Adjacent::try_from(raw).expect("a number"), Adjacent::Value(7));
}

#[::core::prelude::v1::test]
fn conversion_gives_the_own_error() {
    use ::core::convert::TryFrom as _;

    let count = Converted::try_from(::renamed::RawEvent::new("count", "7")).expect("a number");
    ::std::assert_eq!(count, Converted::Count(7));
    let failed = Converted::try_from(::renamed::RawEvent::new("count", r#"{"error":"e"}"#)).expect("its key");
    ::std::assert_eq!(failed, Converted::Failed { error: ::core::convert::Into::into("e") });
    let error = Converted::try_from(::renamed::RawEvent::new("count", "seven")).expect_err("no number");
    ::std::assert_eq!(error.0.kind(), ::renamed::ErrorKind::Payload);
}

#[::core::prelude::v1::test]
fn what_was_encoded_decodes() {
    use ::core::convert::Into as _;
    use ::core::option::Option::None;
    use ::renamed::Decoded::Event as Decoded;
    use ::renamed::{DecodeEvent as _, EncodeEvent as _};

    for event in [
        Encoded::RunCreated(7),
        Encoded::RunFailed { reason: "late".into(), code: 7 },
        Encoded::RunDone,
        Encoded::Digits(7),
        Encoded::Note("Hi".into()),
        Encoded::Unknown { event: "new".into(), data: "1".into(), id: None, retry: None },
    ] {
        let raw = event.encode().expect("an event");
        ::std::assert_eq!(Encoded::decode(raw.as_raw_event()).expect("an event"), Decoded(event));
    }
    ::std::assert_eq!(decode("messages/7", "7"), Decoded(Encoded::Messages(7)));
    let raw = Created { id: 7 }.encode().expect("an event");
    ::std::assert_eq!(decode(&raw.event, &raw.data), Decoded(Created { id: 7 }));
}

#[::core::prelude::v1::test]
fn a_companion_has_the_names() {
    use ::core::convert::From as _;
    use ::core::result::Result::Ok;

    ::std::assert_eq!("run_failed".parse(), Ok(Topic::RunFailed));
    ::std::assert_eq!("messages/7".parse(), Ok(Topic::from(&Encoded::Messages(7))));
    ::std::assert_eq!(::std::format!("{} {0:?}", Topic::RunDone), "run_done RunDone");
    ::std::assert_eq!(Topic::ALL.len(), 6);
}
