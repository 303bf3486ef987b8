//! `with` and `decode_with`: custom codecs.

use std::fmt;
use std::num::ParseIntError;

use serde::de::DeserializeOwned;
use sse_event::error::ErrorCause;
use sse_event::{Error, ErrorKind, RawEvent, SseEvent};
use sse_event_tests::outcome::{error, event};

/// A codec as a module: comma-separated numbers.
mod list {
    use super::{ParseIntError, RawEvent};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<Vec<u8>, ParseIntError> {
        raw.data.split(',').map(str::parse).collect()
    }
}

/// A generic codec: the event's data within an envelope.
mod envelope {
    use super::{DeserializeOwned, RawEvent};

    pub(super) fn decode<T: DeserializeOwned>(raw: RawEvent<'_>) -> Result<T, serde_json::Error> {
        serde_json::from_str(raw.data.trim_start_matches("data="))
    }
}

#[derive(Debug, PartialEq)]
struct Meta {
    id: Option<u64>,
    event: String,
    data: String,
    retry: Option<std::time::Duration>,
}

fn meta(raw: RawEvent<'_>) -> Result<Meta, ParseIntError> {
    let id = raw.id.map(str::parse).transpose()?;
    Ok(Meta { id, event: raw.event.to_owned(), data: raw.data.to_owned(), retry: raw.retry })
}

/// A codec works for a type that serde cannot read.
#[derive(Debug, PartialEq)]
struct Words<'a>(Vec<&'a str>);

#[derive(Debug)]
enum NoWords {
    Empty,
}

impl fmt::Display for NoWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there are no words")
    }
}

impl std::error::Error for NoWords {}

impl<'a> Words<'a> {
    fn decode(raw: RawEvent<'a>) -> Result<Self, NoWords> {
        if raw.data.is_empty() { Err(NoWords::Empty) } else { Ok(Self(raw.data.split(' ').collect())) }
    }
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]")]
enum Event<'a> {
    #[event("list", with = list)]
    List(Vec<u8>),
    #[event("envelope", with = envelope)]
    Envelope(u8),
    #[event("string path", with = "envelope")]
    StringPath(bool),
    #[event("meta", alias = "context", decode_with = meta)]
    Meta(Meta),
    #[event("words", decode_with = Words::decode)]
    Words(Words<'a>),
}

#[test]
fn module_codec_calls_decode() {
    assert_eq!(event::<Event<'_>>("list", "1,2"), Event::List(vec![1, 2]));
}

#[test]
fn generic_codec_infers_payload_type() {
    assert_eq!(event::<Event<'_>>("envelope", "data=7"), Event::Envelope(7));
    assert_eq!(event::<Event<'_>>("string path", "data=true"), Event::StringPath(true));
}

#[test]
fn codec_payload_can_borrow_from_data() {
    let data = "two words".to_owned();
    let Event::Words(Words(words)) = event("words", &data) else { panic!("another variant") };
    assert_eq!(words, ["two", "words"]);
    assert!(std::ptr::eq(words[0], &raw const data[..3]), "no copy");
}

#[test]
fn codec_receives_whole_raw_event() {
    let retry = std::time::Duration::from_millis(20);
    // The data is the sentinel, but the line names the variant, so the codec gets it.
    let raw = RawEvent::new("context", "[DONE]").with_id("7").with_retry(retry);
    let expected = Meta { id: Some(7), event: "context".into(), data: "[DONE]".into(), retry: Some(retry) };
    assert_eq!(Event::try_from(raw).expect("an event"), Event::Meta(expected));
}

#[test]
fn codec_error_is_cause() {
    let not_a_number = error::<Event<'_>>("list", "1,x");
    assert_eq!((not_a_number.kind(), not_a_number.event_type()), (ErrorKind::Payload, "list"));
    assert_eq!(not_a_number.raw_event(), RawEvent::new("list", "1,x"));
    assert!(not_a_number.other_error().expect("the cause").is::<ParseIntError>());
    assert_eq!(not_a_number.to_string(), "list: invalid digit found in string: 1,x");

    let empty = error::<Event<'_>>("words", "");
    assert!(matches!(empty.other_error().expect("the cause").downcast_ref(), Some(NoWords::Empty)));
    assert_eq!(empty.to_string(), "words: there are no words: (empty data)");
    let Some(ErrorCause::Other(cause)) = empty.into_parts().cause else { panic!("another cause") };
    assert!(cause.is::<NoWords>());

    // The error has the canonical name, even if the event came with another name.
    let error = Event::try_from(RawEvent::new("context", "").with_id("x")).expect_err("no number");
    assert_eq!((error.event_type(), error.raw_event().event), ("meta", "context"));
}

/// The position of a codec's own JSON error is in the codec's text, which may differ from the data, so there is no
/// path.
#[test]
fn json_error_of_codec_is_not_json_error_of_data() {
    let error = error::<Event<'_>>("envelope", "data=x");
    assert!(error.json_error().is_none() && error.path().is_none());
    assert!(error.other_error().expect("the cause").is::<serde_json::Error>());
}

/// If the codec calls `RawEvent::json`, the path is known.
#[test]
fn raw_event_json_error_keeps_path() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("debug|", prefix, decode_with = scores, alias = "trace|")]
        Debug(Vec<u8>),
        #[event("other", decode_with = elsewhere)]
        Other(Vec<u8>),
    }

    fn scores(raw: RawEvent<'_>) -> Result<Vec<u8>, Error> {
        raw.json()
    }

    /// An error about another event's data.
    fn elsewhere(_: RawEvent<'_>) -> Result<Vec<u8>, Error> {
        RawEvent::new("inner", "x").json()
    }

    let fault = error::<Event>("debug|7", "[1, 256]");
    assert_eq!((fault.event_type(), fault.path()), ("debug|", Some("[1]")));
    assert!(fault.json_error().is_some());
    assert!(
        fault.to_string().starts_with("debug|7: invalid value: integer `256`, expected u8 at [1] ("),
        "{fault}"
    );

    let inner = error::<Event>("other", "y");
    assert_eq!((inner.raw_event(), inner.path()), (RawEvent::new("other", "y"), None));
    assert!(inner.other_error().expect("the cause").is::<Error>());
}

/// The event is known to the outer enum although it is unknown to the inner one, so `skip_unknown` must not skip it.
#[test]
fn event_rejected_by_nested_enum_is_payload_error() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(end = "[DONE]", ignore("tool|ping"))]
    enum Tool {
        #[event("tool|call")]
        Call(u8),
    }

    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("tool|", prefix, decode_with = Tool::try_from)]
        Tool(Tool),
    }

    assert_eq!(event::<Event>("tool|call", "7"), Event::Tool(Tool::Call(7)));
    for (name, data, inner) in [
        ("tool|later", "7", ErrorKind::UnknownEvent),
        ("tool|ping", "7", ErrorKind::Ignored),
        ("tool|end", "[DONE]", ErrorKind::End),
    ] {
        let error = error::<Event>(name, data);
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "tool|"), "{error}");
        let cause = error.other_error().and_then(|cause| cause.downcast_ref::<Error>());
        assert_eq!(cause.map(Error::kind), Some(inner), "{error}");
    }
}

#[test]
fn codec_receives_data_with_tag() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Tagged {
        #[event("whole", decode_with = text)]
        Whole(String),
        #[event("hidden")]
        Hidden(std::collections::BTreeMap<String, u8>),
    }

    fn text(raw: RawEvent<'_>) -> Result<String, String> {
        Ok(raw.data.to_owned())
    }

    let data = r#"{"type":"whole", "n":1 }"#;
    assert_eq!(event::<Tagged>("", data), Tagged::Whole(data.into()));
    let Tagged::Hidden(map) = event("", r#"{"type":"hidden","n":1}"#) else { panic!("another variant") };
    assert_eq!(map.len(), 1, "where a payload does not");
}

#[test]
fn codec_of_several_names_receives_name_from_tag() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Tagged {
        #[event("start", alias = "st/op", decode_with = name)]
        Both(String),
    }

    fn name(raw: RawEvent<'_>) -> Result<String, String> {
        Ok(raw.event.to_owned())
    }

    for (data, name) in [
        (r#"{"type":"start"}"#, "start"),
        (r#"{"type":"st/op"}"#, "st/op"),
        (r#"{"type":"st\/op"}"#, "st/op"),
    ] {
        assert_eq!(event::<Tagged>("", data), Tagged::Both(name.to_owned()));
    }
    assert_eq!(event::<Tagged>("start", r#"{"type":"st/op"}"#), Tagged::Both("start".to_owned()));
}

/// The payload borrows from the event's text, which does not contain the unescaped name.
#[test]
fn codec_that_borrows_rejects_escaped_name_after_prefix() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Tagged<'a> {
        #[event("data-", prefix, decode_with = name)]
        Data(&'a str),
        #[event("start", alias = "st/op", decode_with = name)]
        Both(&'a str),
        #[event("use-", prefix, decode_with = owned)]
        Owned(String),
    }

    fn name(raw: RawEvent<'_>) -> Result<&str, String> {
        Ok(raw.event)
    }

    fn owned(raw: RawEvent<'_>) -> Result<String, String> {
        Ok(raw.event.to_owned())
    }

    assert_eq!(event::<Tagged<'_>>("", r#"{"type":"data-x"}"#), Tagged::Data("data-x"));
    assert_eq!(event::<Tagged<'_>>("", r#"{"type":"st\/op"}"#), Tagged::Both("st/op"), "a known name");
    assert_eq!(event::<Tagged<'_>>("", r#"{"type":"use-\/x"}"#), Tagged::Owned("use-/x".into()));
    let error = error::<Tagged<'_>>("", r#"{"type":"data-\u0078"}"#);
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "data-"));
    assert!(error.to_string().contains("the name \"data-x\" is written with escapes"), "{error}");
}
