//! Hostile names and data: the error stays one short line without control characters, and nothing panics.

use serde::Deserialize;
use serde::de::IgnoredAny;
use sse_event::{Error, ErrorKind, RawEvent, SseEvent};
use sse_event_tests::assistants::AssistantStreamEvent;
use sse_event_tests::fixtures::ASSISTANTS;

#[derive(Debug, SseEvent)]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
enum Event {
    #[event("tree")]
    Tree(Tree),
    #[event("any")]
    Any(IgnoredAny),
    #[event("text")]
    Text { text: u8 },
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only its depth is looked at")]
struct Tree(Vec<Self>);

/// Checks both texts of the error: short, one line, and without terminal control characters.
#[track_caller]
fn is_fit_for_a_log(error: &Error) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(text.chars().count() < 700, "{} characters: {text}", text.chars().count());
        let unfit = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        assert!(!text.contains(unfit), "{text:?}");
    }
}

#[track_caller]
fn fails(name: &str, data: &str) -> Error {
    let error = Event::try_from(RawEvent::new(name, data)).expect_err("a hostile event");
    is_fit_for_a_log(&error);
    assert_eq!(error.raw_event(), RawEvent::new(name, data));
    error
}

const NASTY: &str = "a\nb\r\u{1b}[2J\u{202e}evil\u{2066}\u{2028}\0\u{85}\u{200b}\u{feff}\u{7f}\t";

#[test]
fn names_are_bounded_and_escaped() {
    assert_eq!(
        fails(NASTY, "x").to_string(),
        r"unknown event `a\nb\r\u{1b}[2J\u{202e}evil\u{2066}\u{2028}\u{0}\u{85}\u{200b}\u{feff}\u{7f}\t`: x"
    );
    let name = "n".repeat(16 << 20);
    assert_eq!(fails(&name, "").to_string(), format!("unknown event `{}…`: (empty data)", &name[..80]));
}

#[test]
fn data_is_bounded_and_escaped() {
    fails("unknown", NASTY);
    fails("any", NASTY);
    fails("any", &format!("{{\"{}", NASTY.repeat(10_000)));
    // The cause and the path contain text of the server too.
    let nested = serde_json::to_string(NASTY).expect("a string is JSON");
    fails("text", &format!(r#"{{"text":{nested}}}"#));
    fails("tree", &format!("{{{nested}:[{nested}]}}"));
    let key = serde_json::to_string(&NASTY.repeat(1_000)).expect("a string is JSON");
    fails("text", &format!("{{{key}:{{{key}:tru}}}}"));
}

#[test]
fn strings_of_16_mib_are_truncated() {
    let long = "\u{1b}é".repeat((16 << 20) / 3);
    let error = fails("text", &format!(r#"{{"text":"{}"}}"#, "é".repeat(8 << 20)));
    assert_eq!(error.path(), Some("text"));
    fails("unknown", &long);
    fails("any", &long);
    fails("text", &format!("\"{long}\""));
}

#[test]
fn million_brackets_do_not_overflow_stack_or_path() {
    const DEEP: usize = 1_000_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let opened = open.repeat(DEEP);
        let closed = format!("{opened}0{}", close.repeat(DEEP));
        for name in ["tree", "any", "text"] {
            fails(name, &opened);
            let decoded = Event::try_from(RawEvent::new(name, &closed));
            // Ignored values may be nested to any depth: they are skipped without recursion.
            assert_eq!(decoded.is_ok(), name == "any", "{name}");
            if let Err(error) = decoded {
                is_fit_for_a_log(&error);
                assert_eq!(error.kind(), ErrorKind::Payload);
                assert!(error.path().is_some_and(|path| path.len() < 1_000));
            }
        }
    }
    // Next to a deep value that is ignored, the path is still that of the fault.
    let beside = format!(r#"{{"a":{}{},"text":"x"}}"#, "[".repeat(DEEP), "]".repeat(DEEP));
    assert_eq!(fails("text", &beside).path(), Some("text"));
}

#[test]
fn truncated_data_never_panics() {
    for payloads in ASSISTANTS {
        let name = payloads.events[0];
        for text in payloads.texts() {
            // Also between the bytes of a character: a parser then yields a replacement character.
            for cut in 0..text.len() {
                let data = String::from_utf8_lossy(&text.as_bytes()[..cut]);
                let error = AssistantStreamEvent::try_from(RawEvent::new(name, &data)).expect_err("cut");
                is_fit_for_a_log(&error);
            }
        }
    }
}

#[test]
fn multi_byte_data_around_fault_never_panics() {
    for filler in ["é", "【", "🌤", "e\u{301}"] {
        for before in 0..50 {
            let data =
                format!(r#"{{"k":"{0}","text":"{1}"}}"#, filler.repeat(before), filler.repeat(50 - before));
            assert_eq!(fails("text", &data).path(), Some("text"));
            fails("text", &format!(r#"{{"{}": tru"#, filler.repeat(before)));
            fails("unknown", &data);
        }
    }
}
