//! Errors for logs that must not contain user data.

use std::collections::BTreeMap;
use std::convert::Infallible;

use sse_event::error::EventError;
use sse_event::{EncodeEvent as _, Error, RawEvent, RawEventBuf, SseEvent, StreamError};

#[derive(Debug, SseEvent)]
#[sse(encode, tag = "type", end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("usage")]
    Usage(BTreeMap<String, Vec<u64>>),
    #[event("level", parse)]
    Level(u8),
    #[event("list")]
    List(Vec<u8>),
}

fn error(name: &str, data: &str) -> Error {
    Event::try_from(RawEvent::new(name, data)).expect_err("it fails to decode")
}

#[test]
fn line_has_no_payload_text() {
    let table = [
        (
            "usage",
            r#"{"a":[1,"secret"]}"#,
            "usage: JSON that does not match the type at a[1] (line 1 column 16), 18 bytes of data",
        ),
        ("usage", r#"{"a":[1,secret]}"#, "usage: malformed JSON at a[1] (line 1 column 9), 16 bytes of data"),
        (
            "usage",
            r#"{"a":[1,"secret"#,
            "usage: incomplete JSON at a[1] (line 1 column 15), 15 bytes of data",
        ),
        ("usage", "", "usage: the data is empty"),
        ("level", "secret", "level: rejected by its `FromStr` or codec, 6 bytes of data"),
        ("later", "secret", "unknown event `later`, 6 bytes of data"),
        (
            "",
            "secret",
            "an event without a name: no `event:` line and no name under \"type\": the data is not a JSON object, 6 bytes of data",
        ),
        ("ping", "secret", "ignored event `ping`, 6 bytes of data"),
        ("", "[DONE]", "the sentinel that ends the stream, not an event, 6 bytes of data"),
    ];
    for (name, data, expected) in table {
        let error = error(name, data);
        assert_eq!(error.redacted().to_string(), expected);
        assert_eq!(format!("{:?}", error.redacted()), expected);
    }
}

#[test]
fn line_of_a_stream_error_is_that_of_its_event() {
    let event = error("usage", r#"["secret"]"#);
    let expected = event.redacted().to_string();
    let error = EventError::<Event, _>::Stream(StreamError::<Infallible>::Decode(event));
    assert!(error.to_string().contains("secret"), "{error}");
    assert_eq!(error.redacted().to_string(), expected);
    let EventError::Stream(error) = error else { panic!("an error of the stream") };
    assert!(error.to_string().contains("secret"), "{error}");
    assert_eq!(
        (error.redacted().to_string(), format!("{:?}", error.redacted())),
        (expected.clone(), expected)
    );
    let error = StreamError::Transport("secret");
    assert_eq!(error.redacted().to_string(), error.to_string());
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[test]
fn line_of_encoding_has_no_payload_text() {
    let error = Event::List(vec![]).encode().expect_err("no room for the tag");
    assert_eq!(error.redacted().to_string(), "the event `list` cannot be encoded: its payload is rejected");
    let event = RawEventBuf::new("a", "secret").with_id("secret\n");
    let error = event.to_wire().expect_err("a line break");
    assert_eq!(error.redacted().to_string(), "the event `a` cannot be encoded: its ID has a line break");
}

#[test]
fn line_is_bounded_and_escaped() {
    let hostile = "\u{1b}[2J\n\u{202e}".repeat(100_000);
    let key = serde_json::to_string(&hostile).expect("a string is JSON");
    for error in [error(&hostile, &hostile), error("usage", &format!("{{{key}:[true]}}"))] {
        let line = error.redacted().to_string();
        assert!(line.chars().count() < 2_500, "{} characters", line.chars().count());
        assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
    }
}
