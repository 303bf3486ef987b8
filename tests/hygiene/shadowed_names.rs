//! Every usual name has another meaning in the enum's scope.
// These imports shadow the usual names. They are unused because the derive does not use those names.
#![allow(dead_code, non_upper_case_globals, unreachable_pub, unused_imports)]
#![allow(clippy::trivially_copy_pass_by_ref, clippy::unnecessary_wraps, reason = "the signatures of codecs")]

use renamed::{DecodeEvent, RawEvent, SseEvent};

type Decoded<T> = renamed::Decoded<T>;

/// Types, traits, modules and constants that the derive could use by mistake.
mod taken {
    pub struct Option;
    pub struct Result;
    pub struct Box;
    pub struct Vec;
    pub struct Default;
    pub struct Decoded;
    pub struct Error;
    pub struct RawEvent;
    pub struct Payload;
    pub struct PhantomData;
    pub trait Deserialize {}
    pub trait TryFrom {}
    pub trait From {}
    pub trait Into {}
    pub trait AsRef {}
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod serde {}
    pub mod serde_json {}
    pub mod sse_event {}
    pub const data: u8 = 1;
    pub const raw: u8 = 2;
    pub const event: u8 = 3;
    pub const id: u8 = 4;
    pub const retry: u8 = 5;
    pub const error: u8 = 6;
    pub const payload: u8 = 7;
    pub const name: u8 = 8;
    pub const Some: u8 = 9;
    pub const None: u8 = 10;
    pub const Ok: u8 = 11;
    pub const Err: u8 = 12;
}

/// Methods for every type that the derive could call by mistake.
mod everywhere {
    #[expect(clippy::wrong_self_convention, reason = "called as the derive might call them")]
    pub trait Everywhere: Sized {
        fn decode(self) {}
        fn event_type(&self) {}
        fn static_event_type(&self) {}
        fn map_err(self) {}
        fn and_then(self) {}
        fn try_from(self) {}
        fn from(self) {}
        fn into(self) {}
        fn from_data(self) {}
        fn from_text(self) {}
        fn parse_text(self) {}
        fn from_raw_event(self) {}
        fn as_ref(&self) {}
        fn as_str(&self) {}
        fn boxed(self) {}
        fn encode(&self) {}
        fn fmt(&self) {}
        fn pad(&self) {}
        fn kept(&self) {}
        fn to_data(&self) {}
        fn to_text(&self) {}
    }

    impl<T> Everywhere for T {}
}

mod enums {
    use renamed::SseEvent;

    use super::everywhere::Everywhere as _;
    use super::taken::*;

    pub struct String(pub usize);

    impl ::std::convert::From<&::std::primitive::str> for String {
        fn from(text: &::std::primitive::str) -> Self {
            Self(text.len())
        }
    }

    #[derive(SseEvent)]
    #[sse(crate = renamed, end = "[DONE]")]
    pub enum Event {
        #[event("some")]
        Some(u32),
        #[event("some", has_key = "count")]
        Keyed,
        #[event("none")]
        None,
        #[event("ok", raw)]
        Ok(String),
        #[event("err", parse)]
        Err(u32),
        #[event("fields")]
        Self_ { data: u32, raw: bool, event: ::std::string::String, name: [u8; 2] },
        #[event(other)]
        Error {
            event: ::std::string::String,
            data: ::std::string::String,
            id: ::std::option::Option<::std::string::String>,
            retry: ::std::option::Option<::std::time::Duration>,
        },
    }

    #[derive(SseEvent)]
    #[sse(crate = renamed, kind, encode, rename_all = "lowercase", tag = "type")]
    pub enum Encoded {
        Some(u32),
        None,
        // Not fields with the names of constants: serde's own code for `Serialize` binds them.
        Ok {
            count: u32,
            text: ::std::string::String,
        },
        #[event("err", with = codec)]
        Err(u32),
        #[event("names/", prefix, decode_with = codec::decode, encode_with = codec::encode)]
        Names(u32),
        Self_,
        #[event(other)]
        Error {
            event: ::std::string::String,
            data: ::std::string::String,
        },
    }

    #[derive(SseEvent)]
    #[sse(crate = renamed, rename_all = "lowercase", tag = "type", deserialize, serialize)]
    pub enum Union {
        Some(::std::collections::HashMap<u8, u32>),
        None,
        Ok {
            count: u32,
            text: ::std::string::String,
        },
        Self_,
        #[event(other)]
        Error {
            event: ::std::string::String,
            data: ::std::string::String,
        },
    }

    #[derive(SseEvent)]
    #[sse(crate = renamed, rename_all = "lowercase", tag = "type", content = "data", encode, deserialize, serialize)]
    pub enum Adjacent {
        Some(u32),
        None,
        Ok { count: u32 },
    }

    pub(super) mod codec {
        use ::std::result::Result;

        pub fn decode(raw: renamed::RawEvent<'_>) -> Result<u32, ::std::num::ParseIntError> {
            raw.data.parse()
        }

        pub fn encode(number: &u32) -> Result<renamed::RawEventBuf, ::std::fmt::Error> {
            Result::Ok(renamed::RawEventBuf::new("err", ::std::format!("{number}")))
        }
    }

    #[derive(SseEvent)]
    #[sse(crate = renamed)]
    pub enum Defaults {
        #[event("fields")]
        #[serde(default, rename_all = "camelCase", deny_unknown_fields)]
        Fields { event_name: ::std::string::String, data: u32 },
    }
}

/// Even the primitive types. (Not for struct variants: serde's own derive takes them from the scope.)
mod primitives {
    #[allow(non_camel_case_types)]
    mod taken {
        pub(super) struct bool;
        pub(super) struct str;
        pub(super) struct usize;
    }

    use taken::*;

    #[derive(renamed::SseEvent)]
    #[sse(crate = renamed, ignore("ping"), kind, encode)]
    pub(super) enum Event {
        #[event("text", raw)]
        Text(::std::string::String),
        #[event("count", terminal)]
        Count(u8),
        #[event(other)]
        Unknown { event: ::std::string::String, data: ::std::string::String },
    }

    #[derive(Debug, renamed::SseEvent)]
    #[sse(crate = renamed)]
    pub(super) enum Keyed {
        #[event("count", has_key = "count")]
        Count,
    }
}

#[test]
fn accepts_shadowed_primitive_types() {
    use primitives::{Event, Keyed};

    assert!(matches!(
        Keyed::decode(RawEvent::new("count", r#"{"count":7}"#)),
        Ok(Decoded::Event(Keyed::Count))
    ));
    assert_eq!(
        Keyed::decode(RawEvent::new("count", "7")).unwrap_err().kind(),
        renamed::ErrorKind::UnknownEvent
    );

    let decode = |event| Event::decode(RawEvent::new(event, "7")).unwrap();
    assert!(matches!(decode("text"), Decoded::Event(Event::Text(text)) if text == "7"));
    assert!(matches!(decode("count"), Decoded::Event(count @ Event::Count(7)) if count.is_terminal()));
    assert!(matches!(decode("new"), Decoded::Event(Event::Unknown { event, .. }) if event == "new"));
}

#[test]
fn variants_with_shadowed_names_decode() {
    use enums::Event;

    let decode = |event, text| Event::decode(RawEvent::new(event, text)).unwrap();
    assert!(matches!(decode("some", "7"), Decoded::Event(Event::Some(7))));
    assert!(matches!(decode("some", r#"{"count":7}"#), Decoded::Event(Event::Keyed)));
    assert!(matches!(decode("none", ""), Decoded::Event(Event::None)));
    assert!(matches!(decode("ok", "four"), Decoded::Event(Event::Ok(enums::String(4)))));
    assert!(matches!(decode("err", "7"), Decoded::Event(Event::Err(7))));
    assert!(matches!(decode("", "[DONE]"), Decoded::End));
    assert_eq!(Event::EVENT_TYPES, ["some", "none", "ok", "err", "fields"]);
}

#[test]
fn variants_with_shadowed_names_encode_and_have_kinds() {
    use enums::{Encoded, EncodedKind};

    let encode = |event: &Encoded| renamed::EncodeEvent::encode(event).unwrap();
    assert_eq!(encode(&Encoded::None), renamed::RawEventBuf::new("none", r#"{"type":"none"}"#));
    let raw = encode(&Encoded::Ok { count: 7, text: "e".into() });
    assert_eq!(raw, renamed::RawEventBuf::new("ok", r#"{"type":"ok","count":7,"text":"e"}"#));
    assert_eq!(encode(&Encoded::Err(7)), renamed::RawEventBuf::new("err", "7"));
    assert!(matches!(Encoded::decode(RawEvent::new("names/a", "7")), Ok(Decoded::Event(Encoded::Names(7)))));
    assert_eq!("some".parse::<EncodedKind>(), Ok(EncodedKind::Some));
    assert_eq!(<EncodedKind as From<&Encoded>>::from(&Encoded::Self_), EncodedKind::Self_);
    assert_eq!(EncodedKind::ALL.len(), 6);
}

#[test]
fn fields_named_like_constants_decode() {
    use enums::Event;

    let raw = RawEvent::new("fields", r#"{"data":7,"raw":true,"event":"e","name":[1,2]}"#);
    let Decoded::Event(Event::Self_ { data, raw, event, name }) = Event::decode(raw).unwrap() else {
        panic!()
    };
    assert_eq!((data, raw, event.as_str(), name), (7, true, "e", [1, 2]));

    let raw = RawEvent::new("new", "text").with_id("3");
    let Decoded::Event(unknown) = Event::decode(raw).unwrap() else { panic!() };
    assert_eq!(SseEvent::event_type(&unknown), "new");
    let Event::Error { data, id, retry, .. } = unknown else { panic!() };
    assert_eq!((data.as_str(), id.as_deref(), retry), ("text", Some("3"), None));
}

#[test]
fn forwards_serde_attributes_of_variants() {
    use enums::Defaults;

    let decode = |text| Defaults::decode(RawEvent::new("fields", text));
    let Decoded::Event(Defaults::Fields { event_name, data }) = decode(r#"{"eventName":"e"}"#).unwrap()
    else {
        panic!()
    };
    assert_eq!((event_name.as_str(), data), ("e", 0));
    assert!(decode(r#"{"event_name":"e"}"#).is_err());
}

/// Enums that are called what the derive's code is made of.
macro_rules! called {
    ($($module:ident $name:ident)*) => {
        $(mod $module {
            #[derive(Debug, PartialEq, renamed::SseEvent)]
            #[sse(crate = renamed, end = "[DONE]", kind, encode)]
            pub enum $name {
                #[event("some")]
                Some(u32),
                #[event("pair")]
                Pair { first: u32, second: ::std::option::Option<u32> },
                #[event("none")]
                None,
            }

            #[test]
            fn decodes() {
                use renamed::{DecodeEvent as _, RawEvent as Raw};

                let pair = $name::decode(Raw::new("pair", r#"{"first":1,"second":2}"#)).unwrap();
                let expected = $name::Pair { first: 1, second: ::std::option::Option::Some(2) };
                assert_eq!(pair.into_event(), ::std::option::Option::Some(expected));
                let converted = <$name as ::std::convert::TryFrom<Raw<'_>>>::try_from(Raw::new("some", "7"));
                assert_eq!(converted.unwrap(), $name::Some(7));
            }
        })*
    };
}

called! {
    result Result
    option Option
    raw_event RawEvent
    decoded Decoded
    error Error
    string String
    payload Payload
    deserialize Deserialize
    event Event
    sse_event_ SseEvent
    from From
    rules Rules
    route Route
}
