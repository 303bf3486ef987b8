//! How names, aliases, the sentinel and the ignore list select a variant.

use sse_event::{DecodeEvent, Decoded, ErrorKind, RawEvent, RawEventBuf, SseEvent};
use sse_event_tests::outcome::{error, event};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]", ignore("keepalive", "ping"))]
enum Event {
    #[event("delta", alias = "chunk", alias = "δ")]
    Delta(u8),
    #[event("done", raw, terminal)]
    Done(String),
    #[event("error", error)]
    Error { code: u16 },
}

/// Like [`Event`], with a variant for events without a name and one for unknown events.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]", ignore("ping"))]
enum Complete {
    #[event("message")]
    Message(u8),
    #[event("delta")]
    Delta(u8),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(SseEvent)]
enum Terminal {
    #[event("failed", terminal, error)]
    Failed,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(ignore("message"))]
enum Quiet {
    #[event("delta")]
    Delta(u8),
}

fn decode<'de, T: DecodeEvent<'de>>(name: &'de str, data: &'de str) -> Decoded<T> {
    T::decode(RawEvent::new(name, data)).expect("no error")
}

#[test]
fn line_selects_variant() {
    assert_eq!(event::<Event>("delta", "1"), Event::Delta(1));
    assert_eq!(event::<Event>("error", r#"{"code":5}"#), Event::Error { code: 5 });
    // Independent of a name in the data.
    assert_eq!(
        event::<Event>("error", r#"{"type":"delta","event":"delta","code":5}"#),
        Event::Error { code: 5 }
    );
}

#[test]
fn compares_names_exactly() {
    for name in ["Delta", "DELTA", "delta ", " delta", "delt", "deltaa", "delta\0", "δδ"] {
        assert_eq!(error::<Event>(name, "1").kind(), ErrorKind::UnknownEvent, "{name:?}");
    }
}

#[test]
fn alias_decodes_to_variant_with_canonical_name() {
    assert_eq!(Event::EVENT_TYPES, ["delta", "chunk", "δ", "done", "error"]);
    for name in ["delta", "chunk", "δ"] {
        let event = event::<Event>(name, "1");
        assert_eq!(event, Event::Delta(1));
        assert_eq!((event.event_type(), event.static_event_type()), ("delta", Some("delta")));
        let error = error::<Event>(name, "x");
        assert_eq!((error.event_type(), error.raw_event().event), ("delta", name));
    }
}

#[test]
fn missing_line_means_message() {
    for name in ["", "message"] {
        assert_eq!(event::<Complete>(name, "7"), Complete::Message(7));
        assert_eq!(decode::<Quiet>(name, "7"), Decoded::Ignored);
        let unknown = error::<Event>(name, "7");
        assert_eq!((unknown.kind(), unknown.event_type()), (ErrorKind::UnknownEvent, "message"));
        assert_eq!(unknown.raw_event().event, name, "as it came");
    }
}

#[test]
fn line_of_variant_wins_over_sentinel() {
    assert_eq!(event::<Event>("done", "[DONE]"), Event::Done("[DONE]".into()));
    assert_eq!(
        error::<Event>("delta", "[DONE]").kind(),
        ErrorKind::Payload,
        "it reaches `delta`, which refuses it"
    );
}

#[test]
fn sentinel_is_not_parsed_as_json() {
    for name in ["", "message"] {
        assert_eq!(decode::<Event>(name, "[DONE]"), Decoded::End);
        assert_eq!(decode::<Complete>(name, "[DONE]"), Decoded::End, "though `message` is a variant");
    }
}

#[test]
fn sentinel_under_unknown_name_is_end() {
    for name in ["unknown", "ping", "keepalive", "Done"] {
        assert_eq!(decode::<Event>(name, "[DONE]"), Decoded::End, "{name}");
        assert_eq!(decode::<Complete>(name, "[DONE]"), Decoded::End, "{name}");
    }
}

#[test]
fn compares_sentinel_exactly() {
    for data in ["[DONE] ", " [DONE]", "[done]", "[DONE]\n", "\"[DONE]\""] {
        assert_eq!(error::<Complete>("", data).kind(), ErrorKind::Payload, "{data:?} reaches `message`");
        assert_eq!(error::<Event>("", data).kind(), ErrorKind::UnknownEvent, "{data:?}");
    }
}

#[test]
fn sentinel_text_is_data_without_end() {
    assert_eq!(error::<Quiet>("delta", "[DONE]").kind(), ErrorKind::Payload);
    assert_eq!(error::<Quiet>("x", "[DONE]").kind(), ErrorKind::UnknownEvent);
}

#[test]
fn ignored_name_ignores_any_data() {
    for data in ["", "{}", "garbage {", "7"] {
        assert_eq!(decode::<Event>("keepalive", data), Decoded::Ignored);
        assert_eq!(decode::<Event>("ping", data), Decoded::Ignored);
        assert_eq!(decode::<Complete>("ping", data), Decoded::Ignored, "though there is an `other` variant");
    }
    assert_eq!(error::<Event>("Ping", "").kind(), ErrorKind::UnknownEvent);
}

#[test]
fn distinguishes_known_unknown_and_malformed() {
    // Known.
    assert_eq!(event::<Complete>("delta", "1"), Complete::Delta(1));
    // Unknown: kept unchanged, whether the data is valid JSON or not.
    for data in ["1", "{", "", "[DONE", "\u{1}"] {
        let raw = RawEvent::new("later", data).with_id("9").with_retry(std::time::Duration::from_secs(1));
        let Ok(Decoded::Event(Complete::Unknown(kept))) = Complete::decode(raw) else { panic!("{data}") };
        assert_eq!(kept, raw.to_buf());
        let error = Event::decode(raw).expect_err("unknown");
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::UnknownEvent, "later"));
        assert_eq!(error.into_raw_event(), raw.to_buf());
    }
    // Malformed: never decoded as the `other` variant.
    for data in ["256", "{", "\"1\"", "", "null"] {
        for name in ["delta", "message", ""] {
            assert_eq!(error::<Complete>(name, data).kind(), ErrorKind::Payload, "{name:?} {data:?}");
        }
    }
}

#[test]
fn constants_and_flags_match_declaration() {
    assert_eq!((Event::END, Event::HAS_END), (Some("[DONE]"), true));
    assert_eq!((Quiet::END, Quiet::HAS_END), (None, false));
    assert_eq!(Complete::EVENT_TYPES, ["message", "delta"]);
    let done = Event::Done(String::new());
    assert!(done.is_terminal() && !done.is_error());
    let error = Event::Error { code: 1 };
    assert!(error.is_error() && !error.is_terminal());
    assert!(!Event::Delta(1).is_terminal() && !Event::Delta(1).is_error());

    assert_eq!((Terminal::END, Terminal::HAS_END), (None, true));
    assert!(Terminal::Failed.is_terminal() && Terminal::Failed.is_error());
}
