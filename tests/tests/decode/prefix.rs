//! `prefix`: variants for all names with a common prefix.

use std::fmt::Debug;

use sse_event::{DecodeEvent as _, Decoded, ErrorKind, RawEvent, SseEvent};
use sse_event_tests::outcome::{assert_encodes, error, event};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]", ignore("keepalive"))]
enum Event {
    // The shorter prefixes come first: the order of the variants must not matter.
    #[event("m", prefix)]
    Short,
    #[event("messages/", prefix, alias = "msg:")]
    Messages { id: u8 },
    #[event("messages/partial/", prefix, terminal)]
    Partial(u8),
    #[event("messages/complete")]
    Complete,
    #[event("values", alias = "messages/values", raw)]
    Values(String),
}

#[derive(Debug, PartialEq, SseEvent)]
enum WithoutIgnore {
    #[event("messages/", prefix)]
    Messages,
    #[event(other)]
    Unknown { event: String },
}

#[test]
fn prefix_matches_every_longer_name() {
    for name in ["messages/", "messages/metadata", "messages/ü", "messages//", "messages/completed"] {
        assert_eq!(event::<Event>(name, r#"{"id":1}"#), Event::Messages { id: 1 }, "{name}");
    }
}

/// Whether a line or a tag names the event, the codec gets the whole name, and an error keeps the received event.
#[test]
fn codec_receives_name_from_tag() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Tagged {
        #[event("data-", prefix, decode_with = named)]
        Data((String, u8)),
    }

    #[derive(serde::Deserialize)]
    struct Data {
        data: u8,
    }

    fn named(raw: RawEvent<'_>) -> Result<(String, u8), sse_event::Error> {
        let Data { data } = raw.json()?;
        Ok((raw.event.trim_start_matches("data-").to_owned(), data))
    }

    let weather = Tagged::Data(("weather".into(), 7));
    let data = r#"{"type":"data-weather","data":7}"#;
    assert_eq!(event::<Tagged>("", data), weather);
    assert_eq!(event::<Tagged>("message", data), weather);
    assert_eq!(event::<Tagged>("data-weather", r#"{"data":7}"#), weather);
    // The line wins, and escapes are read.
    assert_eq!(event::<Tagged>("data-weather", r#"{"type":"data-x","data":7}"#), weather);
    assert_eq!(event::<Tagged>("", r#"{"type":"data-\u0077eather","data":7}"#), weather);
    let slash = Tagged::Data(("a/b".into(), 7));
    assert_eq!(event::<Tagged>("", r#"{"type":"data-a\/b","data":7}"#), slash);

    let data = r#"{"type":"data-weather","data":"7"}"#;
    let fault = error::<Tagged>("", data);
    assert_eq!((fault.event_type(), fault.path()), ("data-", Some("data")));
    assert_eq!((fault.raw_event().event, fault.raw_event().data), ("", data));
}

#[test]
fn exact_name_wins_over_prefix() {
    assert_eq!(event::<Event>("messages/complete", "no object"), Event::Complete);
    assert_eq!(event::<Event>("messages/values", "text"), Event::Values("text".into()));
}

#[test]
fn longest_prefix_wins() {
    assert_eq!(event::<Event>("messages/partial/7", "7"), Event::Partial(7));
    assert_eq!(event::<Event>("messages/partial/", "7"), Event::Partial(7));
    assert_eq!(event::<Event>("messages/partial", r#"{"id":1}"#), Event::Messages { id: 1 });
    assert_eq!(event::<Event>("messages", ""), Event::Short);
    assert_eq!(event::<Event>("mess.", ""), Event::Short);
}

#[test]
fn alias_is_second_prefix() {
    assert_eq!(event::<Event>("msg:12", r#"{"id":1}"#), Event::Messages { id: 1 });
    assert_eq!(event::<Event>("msg", ""), Event::Short);
}

#[test]
fn prefix_is_not_in_event_types() {
    assert_eq!(Event::EVENT_TYPES, ["messages/complete", "values", "messages/values"]);
    let event = event::<Event>("messages/partial/7", "7");
    assert_eq!(
        (event.event_type(), event.static_event_type()),
        ("messages/partial/", Some("messages/partial/"))
    );
    assert!(event.is_terminal());
}

#[test]
fn error_shows_prefix_and_keeps_name() {
    let error = error::<Event>("messages/metadata", "{}");
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "messages/"));
    assert_eq!(error.raw_event(), RawEvent::new("messages/metadata", "{}"));
}

#[test]
fn name_without_matching_prefix_is_unknown() {
    let unknown = event::<WithoutIgnore>("message/x", "");
    assert_eq!(unknown, WithoutIgnore::Unknown { event: "message/x".into() });
    assert_eq!(error::<Event>("Messages/", "").kind(), ErrorKind::UnknownEvent);
    assert_eq!(error::<Event>("xmessages/", "").kind(), ErrorKind::UnknownEvent);
}

#[test]
fn prefix_matches_default_name_message() {
    // An event without a line is called `message`.
    assert_eq!(event::<Event>("", "x"), Event::Short);
    assert_eq!(event::<Event>("message", "x"), Event::Short);
    assert_eq!(Event::decode(RawEvent::new("", "[DONE]")).expect("the end"), Decoded::End);
    assert_eq!(event::<Event>("messages", "[DONE]"), Event::Short, "a line that names a variant is first");
}

#[test]
fn ignore_list_matches_whole_names_only() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(ignore("keepalive", "thread"))]
    enum Event {
        #[event("thread.", prefix)]
        Thread,
    }
    assert_eq!(Event::decode(RawEvent::new("keepalive", "")).expect("ignored"), Decoded::Ignored);
    assert_eq!(Event::decode(RawEvent::new("thread", "")).expect("ignored"), Decoded::Ignored);
    assert_eq!(event::<Event>("thread.x", ""), Event::Thread);
    // The list does not contain prefixes.
    assert_eq!(error::<Event>("keepalive.x", "").kind(), ErrorKind::UnknownEvent);
}

#[test]
fn prefix_matches_name_from_tag() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Event {
        #[event("run.", prefix)]
        Run { id: u8 },
        #[event("run.done")]
        Done,
    }
    assert_eq!(event::<Event>("", r#"{"type":"run.step.delta","id":1}"#), Event::Run { id: 1 });
    assert_eq!(event::<Event>("", r#"{"id":1,"type":"\u0072un.step"}"#), Event::Run { id: 1 });
    assert_eq!(event::<Event>("run.x", r#"{"id":1,"type":"run.done"}"#), Event::Run { id: 1 });
    assert_eq!(event::<Event>("", r#"{"type":"run.done"}"#), Event::Done);
}

/// The raw event gives access to the rest of the name.
mod rest {
    use sse_event::{RawEvent, RawEventBuf};

    #[derive(Debug, PartialEq)]
    pub(super) struct Rest {
        pub(super) name: String,
        pub(super) data: String,
    }

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<Rest, String> {
        let name = raw.event.trim_start_matches("messages/").to_owned();
        Ok(Rest { name, data: raw.data.to_owned() })
    }

    pub(super) fn encode(rest: &Rest) -> Result<RawEventBuf, String> {
        Ok(RawEventBuf::new(format!("messages/{}", rest.name), &*rest.data))
    }
}

#[test]
fn codec_receives_whole_name() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(encode)]
    enum Event {
        #[event("messages/", prefix, with = rest)]
        Messages(rest::Rest),
    }
    let value = event::<Event>("messages/partial", "x");
    assert_eq!(value, Event::Messages(rest::Rest { name: "partial".into(), data: "x".into() }));
    assert_encodes(&value, "messages/partial", "x");
}

#[test]
fn every_variant_shape_accepts_prefix() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event<'a> {
        #[event("unit.", prefix)]
        Unit,
        #[event("json.", prefix)]
        Json(Vec<u8>),
        #[event("raw.", prefix, raw)]
        Raw(&'a str),
        #[event("parse.", prefix, parse)]
        Parse(u8),
        #[event("struct.", prefix)]
        Struct { a: u8 },
    }
    assert_eq!(event::<Event<'_>>("unit.x", "{"), Event::Unit);
    assert_eq!(event::<Event<'_>>("json.x", "[1]"), Event::Json(vec![1]));
    assert_eq!(event::<Event<'_>>("raw.x", "{"), Event::Raw("{"));
    assert_eq!(event::<Event<'_>>("parse.x", "7"), Event::Parse(7));
    assert_eq!(event::<Event<'_>>("struct.x", r#"{"a":1}"#), Event::Struct { a: 1 });
}
