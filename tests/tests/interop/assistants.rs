//! The Assistants events compared with async-openai's hand-written `TryFrom`, on the same raw events.

use async_openai::error::{OpenAIError, StreamError};
use async_openai::traits::EventType as _;
use async_openai::types::assistants::AssistantStreamEvent as Theirs;
use eventsource_stream::Event;
use serde::Serialize;
use sse_event::reader::EventReader;
use sse_event::{ErrorKind, RawEvent, RawEventBuf, SseEvent};
use sse_event_examples::apis::openai_assistants::AssistantStreamEvent as Example;
use sse_event_tests::assistants::AssistantStreamEvent as Ours;
use sse_event_tests::assistants_by_serde::AssistantStreamEvent as BySerde;
use sse_event_tests::fixtures::{ASSISTANTS, Payloads};
use sse_event_tests::malformed::malformed;

/// The 25 names. Two enums have them: the one of the example, which can be copied, and this one with async-openai's
/// payloads. Both are needed: they differ in payloads and in how they treat unknown events.
const NAMES: &[&str] = Example::EVENT_TYPES;

/// Whether the two are the same variant with the same payload.
macro_rules! same_event {
    ($ours:ident, $name:ident: $($variant:ident)*) => {
        fn $name(ours: &$ours, theirs: &Theirs) -> bool {
            match (ours, theirs) {
                $(($ours::$variant(ours), Theirs::$variant(theirs)) => json(ours) == json(theirs),)*
                _ => false,
            }
        }
    };
    ($($ours:ident, $name:ident;)*) => {$(
        same_event! { $ours, $name:
            ThreadCreated ThreadRunCreated ThreadRunQueued ThreadRunInProgress ThreadRunRequiresAction
            ThreadRunCompleted ThreadRunIncomplete ThreadRunFailed ThreadRunCancelling ThreadRunCancelled
            ThreadRunExpired ThreadRunStepCreated ThreadRunStepInProgress ThreadRunStepDelta
            ThreadRunStepCompleted ThreadRunStepFailed ThreadRunStepCancelled ThreadRunStepExpired
            ThreadMessageCreated ThreadMessageInProgress ThreadMessageDelta ThreadMessageCompleted
            ThreadMessageIncomplete ErrorEvent Done
        }
    )*};
}

same_event! {
    Ours, same_event;
    BySerde, same_by_serde;
}

fn json(payload: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(payload).expect("every payload is JSON")
}

fn frame(name: &str, data: &str) -> Event {
    Event { event: name.to_owned(), data: data.to_owned(), id: "7".to_owned(), retry: None }
}

/// Decodes with both and compares the results; returns whether there was an event.
#[track_caller]
fn compare(event: &Event) -> bool {
    let raw = RawEvent::from(event);
    match (BySerde::try_from(raw), Theirs::try_from(event.clone())) {
        (Ok(ours), Ok(theirs)) => assert!(same_by_serde(&ours, &theirs), "{event:?}\n ours: {ours:?}"),
        (Err(ours), Err(OpenAIError::JSONDeserialize(theirs, _))) => {
            assert_eq!(ours.json_error().map(ToString::to_string), Some(theirs.to_string()), "{event:?}");
        }
        (Err(ours), Err(_)) => assert!(matches!(ours.kind(), ErrorKind::UnknownEvent | ErrorKind::Unnamed)),
        (ours, theirs) => panic!("{event:?}\n ours: {ours:?}\n theirs: {theirs:?}"),
    }
    match (Ours::try_from(raw), Theirs::try_from(event.clone())) {
        (Ok(ours), Ok(theirs)) => {
            assert!(same_event(&ours, &theirs), "{event:?}\n ours: {ours:?}\n theirs: {theirs:?}");
            assert_eq!(ours.event_type(), theirs.event_type());
            assert_eq!(ours.static_event_type(), Some(theirs.event_type()));
            true
        }
        (Err(ours), Err(OpenAIError::JSONDeserialize(theirs, data))) => {
            assert_eq!(ours.kind(), ErrorKind::Payload, "{ours}");
            assert_eq!(ours.event_type(), event.event);
            assert_eq!(ours.raw_event(), raw);
            assert_eq!(ours.raw_event().data, data);
            let json = ours.json_error().expect("a payload that is JSON fails as JSON");
            assert_eq!(json.to_string(), theirs.to_string());
            assert_eq!((json.line(), json.column()), (theirs.line(), theirs.column()));
            assert_eq!(json.classify(), theirs.classify());
            false
        }
        (Err(ours), Err(OpenAIError::StreamError(theirs))) => {
            let StreamError::UnknownEvent(unknown) = *theirs else { panic!("{theirs} for {event:?}") };
            assert_eq!(ours.kind(), ErrorKind::UnknownEvent);
            assert_eq!(ours.event_type(), raw.event_type());
            assert_eq!(ours.into_raw_event(), RawEventBuf::from(unknown));
            false
        }
        (ours, theirs) => panic!("{event:?}\n ours: {ours:?}\n theirs: {theirs:?}"),
    }
}

#[test]
fn event_types_are_25_names_in_order() {
    assert_eq!(NAMES.len(), 25);
    assert_eq!(Ours::EVENT_TYPES, NAMES);
    assert_eq!(BySerde::EVENT_TYPES, NAMES);
    const { assert!(BySerde::HAS_END) };
}

/// serde's attributes describe an object, but on the wire a line names each payload.
#[test]
fn enum_of_serde_reads_recorded_stream() {
    let stream = include_str!("../../../examples/src/apis/openai_assistants.sse");
    let mut names = Vec::new();
    for raw in EventReader::<_, RawEventBuf>::new(stream.as_bytes()).map(|raw| raw.expect("a valid event")) {
        if compare(&frame(&raw.event, &raw.data)) {
            names.push(raw.event);
        }
    }
    assert!(names.len() > 20 && names.last().is_some_and(|name| name == "done"), "{names:?}");
}

/// The object that the attributes describe is read as by serde, with a line and without.
#[test]
fn enum_of_serde_reads_its_object_as_serde() {
    for payloads in ASSISTANTS {
        for name in payloads.events {
            for text in payloads.texts() {
                let objects = [
                    format!(r#"{{"event":"{name}","data":{text}}}"#),
                    format!(r#"{{ "data" : {text} , "event" : "{name}" }}"#),
                    format!(r#"{{"id":7,"event":"{name}","seq":[{{"event":"x"}}],"data":{text}}}"#),
                ];
                for object in objects {
                    let theirs: Theirs = serde_json::from_str(&object).expect("serde reads it");
                    for line in ["", name] {
                        let ours = BySerde::try_from(RawEvent::new(line, &object)).expect("we too");
                        assert!(same_by_serde(&ours, &theirs), "{ours:?}");
                    }
                }
            }
        }
    }
    let done = BySerde::try_from(RawEvent::new("", r#"{"event":"done","data":"[DONE]"}"#)).expect("done");
    assert!(matches!(done, BySerde::Done(data) if data == "[DONE]"));
}

#[test]
fn valid_payloads_decode_equally() {
    let mut seen = Vec::new();
    for payloads in ASSISTANTS {
        for name in payloads.events {
            for text in payloads.texts() {
                assert!(compare(&frame(name, text)), "{name} refuses a valid payload: {text}");
            }
            seen.push(*name);
        }
    }
    for text in ["[DONE]", "", "null", "two\nlines", "{\"a\":", "\u{feff}é"] {
        assert!(compare(&frame("done", text)));
    }
    seen.push("done");
    assert_eq!(seen.len(), NAMES.len());
    assert!(NAMES.iter().all(|name| seen.contains(name)), "every name has payloads");
}

#[test]
fn payloads_of_other_events_fail_equally() {
    let texts: Vec<_> = ASSISTANTS.iter().flat_map(Payloads::texts).collect();
    for name in NAMES.iter().copied() {
        let events = texts.iter().filter(|text| compare(&frame(name, text))).count();
        assert!(name == "done" || events < texts.len(), "{name} takes anything");
    }
}

/// Each malformed text is used with the next name that has its payload type.
#[test]
fn malformed_payloads_fail_equally() {
    let (mut events, mut failures) = (0, 0);
    for payloads in ASSISTANTS {
        let names = payloads.events.iter().cycle();
        let texts = payloads.texts().into_iter().flat_map(malformed);
        for (text, name) in texts.filter(|text| !text.is_empty()).zip(names) {
            if compare(&frame(name, &text)) {
                events += 1;
            } else {
                failures += 1;
            }
        }
    }
    eprintln!("{events} changed payloads are still valid, {failures} are not");
    assert!(events > 1_500 && failures > 30_000, "the derived payloads are of both sorts");
}

#[test]
fn empty_data_fails_as_end_of_input() {
    for name in NAMES.iter().copied().filter(|name| *name != "done") {
        let (ours, theirs) = (Ours::try_from(RawEvent::new(name, "")), Theirs::try_from(frame(name, "")));
        let ours = ours.expect_err("no payload is empty").json_error().map(ToString::to_string);
        let Err(OpenAIError::JSONDeserialize(theirs, _)) = theirs else { panic!("{name}") };
        assert_eq!(ours, Some(theirs.to_string()), "{name}");
    }
}

#[test]
fn unknown_names_fail_equally() {
    let mut unknown = vec![String::new()];
    unknown
        .extend(["message", "ping", "Done", "done ", "ERROR", "thread", "thread.", "é"].map(str::to_owned));
    for name in NAMES.iter().copied() {
        unknown.extend([name.to_uppercase(), format!("{name}x"), format!(" {name}"), name[1..].to_owned()]);
    }
    for name in unknown {
        for data in ["", "{}", "[DONE]", r#"{"id":"thread_1","object":"thread","created_at":1}"#] {
            assert!(!compare(&frame(&name, data)), "{name:?} is not a name");
        }
    }
}

#[test]
fn every_source_decodes_equally() {
    for name in NAMES.iter().copied().chain(["", "unknown"]) {
        for data in ["", "{", "[DONE]", r#"{"id":"t","object":"thread","created_at":1,"message":"m"}"#] {
            let event = frame(name, data);
            let from_raw = format!("{:?}", Ours::try_from(RawEvent::from(&event)));
            assert_eq!(format!("{:?}", Ours::try_from(&event)), from_raw);
            assert_eq!(format!("{:?}", Ours::try_from(event)), from_raw);
        }
    }
}

/// A user's error type in the shape of async-openai's.
mod own_error {
    use super::{Event, Ours, RawEvent, RawEventBuf, frame};
    use async_openai::types::assistants::ThreadObject;
    use sse_event::error::ErrorCause;
    use sse_event::{ErrorKind, SseEvent};

    #[derive(Debug)]
    enum ClientError {
        Json(serde_json::Error, String),
        Unknown(RawEventBuf),
        Other(ErrorKind),
    }

    impl From<sse_event::Error> for ClientError {
        fn from(error: sse_event::Error) -> Self {
            if error.kind() == ErrorKind::UnknownEvent {
                return Self::Unknown(error.into_raw_event());
            }
            let parts = error.into_parts();
            match parts.cause {
                Some(ErrorCause::Json(error)) => Self::Json(error, parts.raw.data),
                _ => Self::Other(parts.kind),
            }
        }
    }

    #[derive(Debug, SseEvent)]
    #[sse(error_type = ClientError, end = "[DONE]", ignore("ping"))]
    enum Thread {
        #[event("thread.created")]
        Created(ThreadObject),
    }

    #[test]
    fn every_try_from_fails_with_error_type() {
        fn check(source: impl TryInto<Thread, Error = ClientError>, expected: fn(ClientError) -> bool) {
            assert!(expected(source.try_into().expect_err("no thread")));
        }
        fn check_all(name: &str, data: &str, expected: fn(ClientError) -> bool) {
            let event: Event = frame(name, data);
            check(RawEvent::from(&event), expected);
            check(&event, expected);
            check(event, expected);
        }
        check_all(
            "thread.created",
            "{",
            |error| matches!(error, ClientError::Json(json, data) if json.is_eof() && data == "{"),
        );
        check_all(
            "x",
            "1",
            |error| matches!(error, ClientError::Unknown(raw) if raw == RawEventBuf::new("x", "1").with_id("7")),
        );
        check_all("ping", "", |error| matches!(error, ClientError::Other(ErrorKind::Ignored)));
        check_all("", "[DONE]", |error| matches!(error, ClientError::Other(ErrorKind::End)));
    }

    #[test]
    fn error_type_does_not_change_values() {
        let data = r#"{"id":"thread_1","object":"thread","created_at":1}"#;
        let Thread::Created(own) = RawEvent::new("thread.created", data).try_into().expect("a thread");
        let shared = Ours::try_from(RawEvent::new("thread.created", data)).expect("a thread");
        assert!(matches!(shared, Ours::ThreadCreated(thread) if thread == own));
    }
}
