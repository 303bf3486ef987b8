//! As in serde, only borrowing payloads are tied to the data: an enum whose payloads do not borrow with its lifetime
//! is decoded and streamed as `'static`.

use std::borrow::Cow;
use std::convert::Infallible;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde::{Deserialize, Serialize};
use sse_event::{
    ByteStreamExt as _, DecodeEvent, DecodeEventOwned, EncodeEvent as _, RawEvent, RawEventBuf, SseEvent,
};

/// A user's type with a lifetime that owns its text when it is deserialized.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Named<'a> {
    name: Cow<'a, str>,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
enum Event<'a> {
    #[event("fields")]
    Fields { text: Cow<'a, str>, more: Option<Named<'a>> },
    #[event("cow")]
    Cow(Cow<'a, str>),
    #[event("named")]
    Named(Named<'a>),
    #[event("list")]
    List(Vec<Cow<'a, str>>),
    #[event("static", raw)]
    Static(Cow<'static, str>),
    #[event(other)]
    Unknown(RawEventBuf),
}

fn events() -> [(&'static str, &'static str, Event<'static>); 6] {
    let text = || Cow::Owned("a".to_owned());
    [
        (
            "fields",
            r#"{"text":"a","more":{"name":"a"}}"#,
            Event::Fields { text: text(), more: Some(Named { name: text() }) },
        ),
        ("cow", r#""a""#, Event::Cow(text())),
        ("named", r#"{"name":"a"}"#, Event::Named(Named { name: text() })),
        ("list", r#"["a"]"#, Event::List(vec![text()])),
        ("static", "a", Event::Static(text())),
        ("later", "?", Event::Unknown(RawEventBuf::new("later", "?"))),
    ]
}

fn owned<T: DecodeEventOwned>(raw: RawEvent<'_>) -> T {
    T::decode(raw).expect("it is decoded").into_event().expect("an event")
}

#[test]
fn enum_that_does_not_borrow_outlives_data() {
    for (name, data, expected) in events() {
        let raw = RawEventBuf::new(name, data);
        let event: Event<'static> = owned(raw.as_raw_event());
        assert_eq!(event.encode().expect("it is encoded"), raw);
        drop(raw);
        assert_eq!(event, expected);
    }
}

#[tokio::test]
async fn enum_that_does_not_borrow_is_streamed() {
    let bytes: String = events()
        .iter()
        .map(|(name, data, _)| RawEvent::new(name, data).to_wire().expect("a line").to_string())
        .collect();
    let chunks = stream::iter([Ok::<_, Infallible>(bytes)]);
    let streamed: Vec<Event<'static>> = chunks.sse_events().try_collect().await.expect("events");
    assert_eq!(streamed, events().map(|(.., event)| event));
    let chunks = stream::iter([Ok::<_, Infallible>("event: cow\ndata: \"a\"\n\n")]);
    let first = chunks.sse_events::<Event<'_>>().next().await;
    assert!(matches!(first, Some(Ok(Event::Cow(_)))));
}

/// The same with a type parameter.
#[derive(Debug, PartialEq, SseEvent)]
enum Generic<'a, T> {
    #[event("value")]
    Value { text: Cow<'a, str>, value: T },
    #[event("pair")]
    Pair((Cow<'a, str>, T)),
}

#[test]
fn generic_enum_that_does_not_borrow_outlives_data() {
    let raw = RawEventBuf::new("value", r#"{"text":"a","value":1}"#);
    let event: Generic<'static, u8> = owned(raw.as_raw_event());
    assert_eq!(event, Generic::Value { text: "a".into(), value: 1 });
    let raw = RawEventBuf::new("pair", r#"["a",1]"#);
    let event: Generic<'static, u8> = owned(raw.as_raw_event());
    assert_eq!(event, Generic::Pair(("a".into(), 1)));
}

/// Each variant borrows in another way.
#[derive(Debug, PartialEq, SseEvent)]
enum Borrowing<'a, 'b> {
    #[event("json")]
    Json(&'a str),
    #[event("raw", raw)]
    Raw(Cow<'a, str>),
    #[event("fields")]
    Fields {
        text: &'a str,
        #[serde(borrow)]
        more: Cow<'b, str>,
    },
    #[event("function", decode_with = whole)]
    Function(&'b str),
    #[event(other)]
    Unknown(RawEvent<'a>),
}

fn whole(raw: RawEvent<'_>) -> Result<&str, Infallible> {
    Ok(raw.data)
}

#[test]
fn enum_that_borrows_lives_as_long_as_data() {
    #[expect(clippy::elidable_lifetime_names, reason = "both lifetimes are that of the data")]
    fn borrowed<'a>(raw: RawEvent<'a>) -> Borrowing<'a, 'a> {
        Borrowing::try_from(raw).expect("it is decoded")
    }
    let data = r#"{"text":"a","more":"b"}"#.to_owned();
    let event = borrowed(RawEvent::new("fields", &data));
    assert!(matches!(event, Borrowing::Fields { text: "a", more: Cow::Borrowed("b") }));
    assert_eq!(borrowed(RawEvent::new("json", r#""a""#)), Borrowing::Json("a"));
    assert_eq!(borrowed(RawEvent::new("function", "a")), Borrowing::Function("a"));
    assert_eq!(borrowed(RawEvent::new("x", "a")), Borrowing::Unknown(RawEvent::new("x", "a")));
    let event = borrowed(RawEvent::new("raw", "a"));
    assert!(matches!(event, Borrowing::Raw(Cow::Borrowed("a"))));
    assert!(<Borrowing<'_, '_> as DecodeEvent<'_>>::decode(RawEvent::new("raw", "a")).is_ok());
}

/// Payloads that differ only in their lifetimes.
#[derive(Debug, PartialEq, SseEvent)]
enum Alike<'a, 'b> {
    #[event("a")]
    A(Cow<'a, str>),
    #[event("b")]
    B(Cow<'b, str>),
    #[event("c")]
    C(Cow<'static, str>),
}

#[test]
fn payloads_may_differ_in_lifetimes_alone() {
    let data = r#""a""#.to_owned();
    assert_eq!(Alike::try_from(RawEvent::new("a", &data)).expect("it is decoded"), Alike::A("a".into()));
    assert_eq!(Alike::try_from(RawEvent::new("b", &data)).expect("it is decoded"), Alike::B("a".into()));
    assert_eq!(Alike::try_from(RawEvent::new("c", &data)).expect("it is decoded"), Alike::C("a".into()));
}

/// A struct that is an event, with its own `Deserialize`.
#[derive(Debug, Deserialize, PartialEq, SseEvent)]
#[event("note")]
struct Note<'a> {
    text: Cow<'a, str>,
}

#[test]
fn struct_that_does_not_borrow_outlives_data() {
    let raw = RawEventBuf::new("note", r#"{"text":"a"}"#);
    let note: Note<'static> = owned(raw.as_raw_event());
    drop(raw);
    assert_eq!(note, Note { text: "a".into() });
}

#[derive(Debug, Deserialize, PartialEq, SseEvent)]
#[event("line")]
struct Line<'a> {
    text: &'a str,
}

#[test]
fn struct_that_borrows_lives_as_long_as_data() {
    let raw = RawEventBuf::new("line", r#"{"text":"a"}"#);
    assert_eq!(Line::try_from(raw.as_raw_event()).expect("it is decoded"), Line { text: "a" });
}
