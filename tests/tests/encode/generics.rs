//! Generic and borrowing enums: type parameters are bounded only where a payload needs it.

use std::borrow::Cow;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::rc::Rc;

use serde::{Deserialize, Serialize, Serializer};
use sse_event::{EncodeEvent, SseEvent};
use sse_event_tests::beacon::{Mainnet, Signed, Spec};
use sse_event_tests::outcome::{assert_encodes, event};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode, tag = "type")]
enum Payload<P> {
    #[event("payload")]
    One(P),
    #[event("struct")]
    Struct {
        inner: Option<P>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        list: Vec<P>,
    },
    #[event("text", raw)]
    Text(String),
}

#[test]
fn type_parameter_can_be_payload() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Delta<'a> {
        text: &'a str,
    }
    let delta = Payload::One(Delta { text: "x" });
    let data = r#"{"type":"payload","text":"x"}"#;
    assert_encodes(&delta, "payload", data);
    assert_eq!(event::<Payload<Delta<'_>>>("", data), delta);

    let text = "borrowed".to_owned();
    let data = r#"{"type":"struct","inner":"borrowed","list":["borrowed"]}"#;
    let fields = Payload::Struct { inner: Some(&*text), list: vec![&*text] };
    assert_encodes(&fields, "struct", data);
    assert_eq!(event::<Payload<&str>>("", data), fields);
    assert_encodes(
        &Payload::Struct::<u8> { inner: None, list: Vec::new() },
        "struct",
        r#"{"type":"struct","inner":null}"#,
    );
}

#[test]
fn generic_function_can_require_encode() {
    fn data<P: Serialize>(payload: P) -> String
    where
        Payload<P>: EncodeEvent,
    {
        Payload::One(payload).encode().expect("an object").data
    }
    assert_eq!(data(std::collections::BTreeMap::from([("a", 1)])), r#"{"type":"payload","a":1}"#);
}

#[test]
fn parameter_that_is_not_payload_needs_no_bound() {
    #[derive(Debug, SseEvent)]
    #[sse(encode_only)]
    enum Event<E: Spec> {
        #[event("block")]
        Block(Box<Signed<E>>),
        #[event("raw_block")]
        RawBlock(E::Block),
        #[event("head")]
        Head { slot: u64 },
        #[event("both")]
        Both { block: E::Block },
    }
    let signed = Signed { block: 3, spec: PhantomData };
    assert_encodes(&Event::<Mainnet>::Block(Box::new(signed)), "block", r#"{"block":3}"#);
    assert_encodes(&Event::<Mainnet>::RawBlock(3), "raw_block", "3");
    assert_encodes(&Event::<Mainnet>::Head { slot: 1 }, "head", r#"{"slot":1}"#);
    assert_encodes(&Event::<Mainnet>::Both { block: 7 }, "both", r#"{"block":7}"#);
}

/// A field that a function writes, or that is skipped, needs no bound.
#[test]
fn fields_with_serialize_with_or_skip_need_no_bound() {
    #[derive(SseEvent)]
    #[sse(encode_only)]
    enum Event<T> {
        #[event("counted")]
        Counted {
            #[serde(serialize_with = "count")]
            list: Vec<T>,
            #[serde(skip)]
            first: Option<T>,
        },
        #[event("newtype")]
        Newtype(#[serde(serialize_with = "count")] Vec<T>),
    }

    fn count<T, S: Serializer>(list: &[T], serializer: S) -> Result<S::Ok, S::Error> {
        list.len().serialize(serializer)
    }

    struct Unwritable;

    let event = Event::Counted { list: vec![Unwritable], first: Some(Unwritable) };
    assert_encodes(&event, "counted", r#"{"list":1}"#);
    assert_encodes(&Event::Newtype(vec![Unwritable]), "newtype", "1");
}

#[test]
fn keeps_lifetimes_constants_defaults_and_where_clauses() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(encode)]
    enum Everything<'a, 'b: 'a, T = u8, const N: usize = 2>
    where
        T: Clone + 'b,
    {
        #[event("cow")]
        Cow(#[serde(borrow)] Cow<'a, str>),
        #[event("text", raw)]
        Text(&'b str),
        #[event("struct")]
        Struct {
            text: &'a str,
            number: T,
            #[serde(skip)]
            array: Option<[T; N]>,
        },
        #[event("parsed", parse)]
        Parsed(u8),
    }
    type Short<'a> = Everything<'a, 'a>;
    assert_encodes(&Short::Cow("x".into()), "cow", r#""x""#);
    assert_encodes(&Short::Text("x"), "text", "x");
    let fields = Short::Struct { text: "t", number: 9, array: None };
    assert_encodes(&fields, "struct", r#"{"text":"t","number":9}"#);
    assert_encodes(&Short::Parsed(1), "parsed", "1");
}

#[test]
fn text_payloads_need_display_only() {
    #[derive(SseEvent)]
    #[sse(encode_only)]
    enum Event<T, F> {
        #[event("raw", raw)]
        Raw(T),
        #[event("parse", parse)]
        Parse(Vec1<F>),
    }

    struct Vec1<F>(F);

    impl<F: Debug> std::fmt::Display for Vec1<F> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{:?}", self.0)
        }
    }
    assert_encodes(&Event::<Rc<str>, u8>::Raw("x".into()), "raw", "x");
    assert_encodes(&Event::<&str, _>::Parse(Vec1("x")), "parse", r#""x""#);
}

/// Values are serialized by reference: an enum that cannot be copied or sent can be encoded.
#[test]
fn encodes_payloads_by_reference() {
    #[derive(SseEvent)]
    #[sse(encode_only)]
    enum Event {
        #[event("cell")]
        Cell { cell: std::cell::RefCell<u8>, list: Box<[std::cell::Cell<u8>]> },
    }
    let event = Event::Cell { cell: 1.into(), list: Box::new([2.into()]) };
    assert_encodes(&event, "cell", r#"{"cell":1,"list":[2]}"#);
    assert_encodes(&event, "cell", r#"{"cell":1,"list":[2]}"#);
}
