//! Generic and borrowing enums: type parameters are bounded only where a payload needs it.

use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use sse_event::{DecodeEvent, DecodeEventOwned, RawEvent, RawEventBuf, SseEvent};
use sse_event_tests::beacon::{Mainnet, Signed, Spec};
use sse_event_tests::outcome::event;

fn is_owned<T: DecodeEventOwned>() {}

#[derive(Debug, PartialEq, SseEvent)]
enum Payload<P> {
    #[event("payload")]
    One(P),
    #[event("list")]
    List(Vec<P>),
    #[event("struct")]
    Struct {
        inner: Option<P>,
        #[serde(default)]
        count: u8,
    },
}

#[test]
fn type_parameter_can_be_payload() {
    assert_eq!(event::<Payload<u8>>("payload", "1"), Payload::One(1));
    assert_eq!(event::<Payload<String>>("list", r#"["a"]"#), Payload::List(vec!["a".to_owned()]));
    assert_eq!(
        event::<Payload<u8>>("struct", r#"{"inner":1}"#),
        Payload::Struct { inner: Some(1), count: 0 }
    );
    assert_eq!(event::<Payload<&str>>("payload", r#""a""#), Payload::One("a"), "it may borrow");
    is_owned::<Payload<u8>>();
}

#[derive(Debug, PartialEq, SseEvent)]
enum BeaconEvent<E: Spec> {
    #[event("block")]
    Block(Box<Signed<E>>),
    #[event("raw_block")]
    RawBlock(E::Block),
    #[event("head")]
    Head { slot: u64 },
}

#[test]
fn parameter_that_is_not_payload_needs_no_bound() {
    let block = Signed { block: 3, spec: PhantomData::<Mainnet> };
    assert_eq!(event::<BeaconEvent<Mainnet>>("block", r#"{"block":3}"#), BeaconEvent::Block(Box::new(block)));
    assert_eq!(event::<BeaconEvent<Mainnet>>("raw_block", "3"), BeaconEvent::RawBlock(3));
    assert_eq!(event::<BeaconEvent<Mainnet>>("head", r#"{"slot":1}"#), BeaconEvent::Head { slot: 1 });
    is_owned::<BeaconEvent<Mainnet>>();
}

/// The names need no bound at all.
#[test]
fn names_need_no_payload_bound() {
    struct NoPayload;
    let event = Payload::One(NoPayload);
    assert_eq!((event.event_type(), Payload::<NoPayload>::EVENT_TYPES.len()), ("payload", 3));
}

#[derive(Debug, PartialEq, SseEvent)]
enum Everything<'a, 'b: 'a, T = u8, const N: usize = 2>
where
    T: Display + 'b,
    [T; N]: DeserializeOwned,
{
    #[event("array")]
    Array([T; N]),
    #[event("text", raw)]
    Text(&'a str),
    #[event("json")]
    Json(&'b str),
    #[event("struct")]
    Struct { text: &'a str, number: T },
    #[event("parsed", parse)]
    Parsed(u8),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[test]
fn keeps_lifetimes_constants_defaults_and_where_clauses() {
    assert_eq!(event::<Everything<'_, '_>>("array", "[1,2]"), Everything::Array([1, 2]));
    assert_eq!(
        event::<Everything<'_, '_, String, 1>>("array", r#"["a"]"#),
        Everything::Array(["a".to_owned()])
    );
    assert_eq!(event::<Everything<'_, '_>>("text", "t"), Everything::Text("t"));
    assert_eq!(event::<Everything<'_, '_>>("json", r#""j""#), Everything::Json("j"));
    let data = r#"{"text":"t","number":9}"#;
    assert_eq!(event::<Everything<'_, '_>>("struct", data), Everything::Struct { text: "t", number: 9 });
    let unknown = event::<Everything<'_, '_>>("?", "");
    assert_eq!(unknown, Everything::Unknown(RawEventBuf::new("?", "")));
}

#[derive(Debug, PartialEq, SseEvent)]
enum Text<T, F> {
    #[event("raw", raw)]
    Raw(T),
    #[event("parse", parse)]
    Parse(F),
}

#[test]
fn type_parameter_can_be_text_payload() {
    assert_eq!(event::<Text<&str, u8>>("raw", "a"), Text::Raw("a"));
    assert_eq!(event::<Text<Box<str>, u8>>("parse", "7"), Text::Parse(7));
    is_owned::<Text<String, u8>>();
}

#[test]
fn generic_enums_implement_try_from() {
    fn from_raw<'a, T: TryFrom<RawEvent<'a>, Error = sse_event::Error>>(name: &'a str, data: &'a str) -> T {
        RawEvent::new(name, data).try_into().expect("an event")
    }
    assert_eq!(from_raw::<Payload<u8>>("payload", "1"), Payload::One(1));
    assert_eq!(from_raw::<Everything<'_, '_>>("text", "t"), Everything::Text("t"));
    let event = eventsource_stream::Event { event: "payload".into(), data: "1".into(), ..Default::default() };
    assert_eq!(Payload::<u8>::try_from(&event).expect("an event"), Payload::One(1));
    assert_eq!(Payload::<u8>::try_from(event).expect("an event"), Payload::One(1));
}

#[test]
fn generic_function_can_require_decode() {
    fn decode<P: DeserializeOwned>(raw: RawEvent<'_>) -> Option<Payload<P>> {
        Payload::<P>::decode(raw).ok()?.into_event()
    }
    assert_eq!(decode::<u8>(RawEvent::new("payload", "1")), Some(Payload::One(1)));
    assert_eq!(decode::<u8>(RawEvent::new("payload", "x")), None);
}
