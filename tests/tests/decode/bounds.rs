//! `bound`: replaces the inferred bounds, in both directions or in one.

use std::fmt::Debug;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sse_event::{DecodeEvent, DecodeEventOwned, EncodeEvent, RawEvent, RawEventBuf, SseEvent};
use sse_event_tests::outcome::{assert_encodes, error, event};

fn is_owned<T: DecodeEventOwned>() {}

/// Neither readable nor writable: only for use as a type parameter.
#[derive(Debug, PartialEq)]
struct Marker;

/// Readable and writable for any parameter, although the inferred bound would require more.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound = "")]
struct Tagged<T> {
    id: u8,
    #[serde(skip)]
    of: PhantomData<T>,
}

#[test]
fn empty_bound_requires_nothing() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound = "", encode)]
    enum Event<T> {
        #[event("tagged")]
        Tagged(Tagged<T>),
        #[event("list")]
        List(Vec<Tagged<T>>),
    }

    /// Accepts every parameter, without a bound.
    fn round<T>(id: u8) -> Event<T> {
        let raw = Event::<T>::Tagged(Tagged { id, of: PhantomData }).encode().expect("an event");
        Event::try_from(raw.as_raw_event()).expect("an event")
    }
    assert_eq!(round::<Marker>(7), Event::Tagged(Tagged { id: 7, of: PhantomData }));
}

/// The payload is a projection of the parameter; the inferred bound would be on the projection.
trait Spec {
    type Block;
}

#[derive(Debug, PartialEq)]
struct Mainnet;

impl Spec for Mainnet {
    type Block = u64;
}

#[test]
fn single_bound_covers_both_directions() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound = "S: Spec, S::Block: DeserializeOwned + Serialize", encode)]
    enum Event<S: Spec> {
        #[event("block")]
        Block(S::Block),
        #[event("blocks")]
        Blocks { blocks: Vec<Tagged<S>> },
    }
    /// The declared bound is sufficient for generic code.
    fn decode<S: Spec<Block: DeserializeOwned + Serialize>>(raw: RawEvent<'_>) -> Option<Event<S>> {
        Event::decode(raw).ok()?.into_event()
    }

    assert_eq!(event::<Event<Mainnet>>("block", "7"), Event::Block(7));
    assert_encodes(&Event::<Mainnet>::Block(7), "block", "7");

    assert_eq!(decode::<Mainnet>(RawEvent::new("block", "1")), Some(Event::Block(1)));
}

#[test]
fn bound_accepts_path_through_module_de() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound(decode = "T: serde::de::DeserializeOwned"))]
    enum Event<T> {
        #[event("json")]
        Json(T),
    }
    assert_eq!(event::<Event<u8>>("json", "1"), Event::Json(1));
}

#[test]
fn bound_can_name_data_lifetime_de() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound(decode = "T: Deserialize<'de> + Debug, Vec<T>: Deserialize<'de>"))]
    enum Event<T> {
        #[event("json")]
        Json(T),
        #[event("list")]
        List(Vec<T>),
    }
    let data = r#""text""#.to_owned();
    let Event::Json(text) = event::<Event<&str>>("json", &data) else { panic!("another variant") };
    assert!(std::ptr::eq(text, &raw const data[1..5]), "it borrows");
    is_owned::<Event<u8>>();
    assert_eq!(Event::<u8>::try_from(RawEvent::new("list", "[1]")).expect("an event"), Event::List(vec![1]));
}

#[test]
fn enum_can_declare_lifetime_de() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound(decode = "T: Deserialize<'de>"))]
    enum Event<'de, T> {
        #[event("json")]
        Json(T),
        #[event("text", raw)]
        Text(&'de str),
    }
    assert_eq!(event::<Event<'_, &str>>("json", r#""x""#), Event::Json("x"));
    assert_eq!(event::<Event<'_, u8>>("text", "x"), Event::Text("x"));
}

#[test]
fn direction_without_bound_infers_bound() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound(encode = "T: Encodes"), encode)]
    enum Event<T> {
        #[event("json", encode_with = encoded)]
        Json(T),
    }

    trait Encodes {
        fn text(&self) -> String;
    }

    impl Encodes for u8 {
        fn text(&self) -> String {
            format!("<{self}>")
        }
    }

    fn encoded<T: Encodes>(value: &T) -> Result<RawEventBuf, String> {
        Ok(RawEventBuf::new("json", value.text()))
    }

    assert_encodes(&Event::Json(7), "json", "<7>");
    assert_eq!(
        event::<Event<String>>("json", r#""x""#),
        Event::Json("x".to_owned()),
        "decoding asks for no `Encodes`"
    );
}

/// A generic codec declares its bound on the parameter; no bound is inferred for it.
#[test]
fn generic_codec_uses_declared_bound() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound(decode = "T: std::str::FromStr<Err: std::fmt::Display>"))]
    enum Event<T> {
        #[event("parsed", decode_with = parsed)]
        Parsed(T),
    }

    fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(raw: RawEvent<'_>) -> Result<T, String> {
        raw.data.parse().map_err(|error: T::Err| error.to_string())
    }
    assert_eq!(event::<Event<u8>>("parsed", "7"), Event::Parsed(7));
    assert_eq!(error::<Event<u8>>("parsed", "x").to_string(), "parsed: invalid digit found in string: x");
}

#[test]
fn bound_adds_to_where_clause() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(bound(decode = "T: DeserializeOwned", encode = "T: Serialize"), encode)]
    enum Event<T>
    where
        T: Debug,
    {
        #[event("json")]
        Json(Option<T>),
        #[event("struct")]
        Struct { inner: Option<Vec<T>> },
    }
    assert_eq!(event::<Event<u8>>("struct", r#"{"inner":[1]}"#), Event::Struct { inner: Some(vec![1]) });
    assert_encodes(&Event::Struct { inner: Some(vec![1]) }, "struct", r#"{"inner":[1]}"#);
    assert_encodes(&Event::<u8>::Json(None), "json", "null");
}
