//! The parts of an error: the raw event, the cause and the path.

use std::str::FromStr;
use std::time::Duration;

use sse_event::error::ErrorCause;
use sse_event::{Error, ErrorKind, RawEvent, SseEvent};

#[derive(Debug, SseEvent)]
#[sse(end = "[DONE]", ignore("ping"))]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
enum Event {
    #[event("usage", alias = "tokens")]
    Usage(Vec<u64>),
    #[event("level", parse)]
    Level(Level),
}

#[derive(Debug)]
struct Level;

#[derive(Debug, PartialEq)]
struct NoLevel(String);

impl std::fmt::Display for NoLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no level is called {}", self.0)
    }
}

impl std::error::Error for NoLevel {}

impl FromStr for Level {
    type Err = NoLevel;

    fn from_str(text: &str) -> Result<Self, NoLevel> {
        Err(NoLevel(text.to_owned()))
    }
}

fn raw<'a>(name: &'a str, data: &'a str) -> RawEvent<'a> {
    RawEvent::new(name, data).with_id("41").with_retry(Duration::from_millis(250))
}

fn error(name: &str, data: &str) -> Error {
    Event::try_from(raw(name, data)).expect_err("no event")
}

#[test]
fn every_kind_keeps_raw_event() {
    let table = [
        ("usage", "[", ErrorKind::Payload, "usage"),
        ("tokens", "[", ErrorKind::Payload, "usage"),
        ("level", "42", ErrorKind::Payload, "level"),
        ("other", "[", ErrorKind::UnknownEvent, "other"),
        ("", "[", ErrorKind::UnknownEvent, "message"),
        ("ping", "", ErrorKind::Ignored, "ping"),
        ("", "[DONE]", ErrorKind::End, "message"),
    ];
    for (name, data, kind, event_type) in table {
        let error = error(name, data);
        assert_eq!((error.kind(), error.event_type()), (kind, event_type), "{name:?} {data:?}");
        assert_eq!(error.raw_event(), raw(name, data));
        assert_eq!(error.raw_event().event, name, "the name as it came");
        assert_eq!(error.into_raw_event(), raw(name, data).to_buf());
    }
}

#[test]
fn json_error_has_path() {
    let error = error("tokens", "[1, true]");
    assert_eq!(error.path(), Some("[1]"));
    let json = error.json_error().expect("the cause");
    assert_eq!((json.line(), json.column(), json.is_data()), (1, 8, true));

    let parts = error.into_parts();
    assert_eq!((parts.kind, &*parts.event_type), (ErrorKind::Payload, "usage"));
    assert_eq!(parts.raw, raw("tokens", "[1, true]").to_buf());
    assert_eq!(parts.path.as_deref(), Some("[1]"));
    assert!(matches!(parts.cause, Some(ErrorCause::Json(json)) if json.column() == 8));
}

#[test]
fn from_str_error_is_kept_unchanged() {
    let error = error("level", "high");
    assert!(error.path().is_none() && error.json_error().is_none());
    let cause = NoLevel("high".to_owned());
    assert_eq!(error.other_error().and_then(|other| other.downcast_ref()), Some(&cause));

    let parts = error.into_parts();
    assert!(parts.path.is_none());
    let Some(ErrorCause::Other(other)) = parts.cause else { panic!("another cause") };
    assert_eq!(other.downcast().ok(), Some(Box::new(cause)));
}

#[test]
fn unknown_event_has_no_cause() {
    for (name, data) in [("other", "["), ("ping", ""), ("", "[DONE]")] {
        let error = error(name, data);
        assert!(error.other_error().is_none() && error.json_error().is_none() && error.path().is_none());
        let parts = error.into_parts();
        assert!(parts.cause.is_none() && parts.path.is_none());
    }
}

#[test]
fn path_is_none_for_empty_data_and_empty_for_whole_payload() {
    assert_eq!(error("usage", "").path(), None, "empty data has no places");
    assert_eq!(error("usage", "{}").path(), Some(""), "the payload as a whole");
    assert_eq!(error("usage", "[1,2,\"3\"]").path(), Some("[2]"));
}

#[test]
fn converts_with_question_mark() {
    fn decode() -> Result<Event, Box<dyn std::error::Error + Send + Sync + 'static>> {
        Ok(RawEvent::new("other", "").try_into()?)
    }
    let error = decode().expect_err("no such event");
    assert!(error.downcast_ref::<Error>().is_some_and(|error| error.kind() == ErrorKind::UnknownEvent));
}
