//! `raw` and `parse`: payloads that are the data's text.

use std::borrow::Cow;
use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use sse_event::{ErrorKind, SseEvent};
use sse_event_tests::outcome::{error, event};

#[derive(Debug, SseEvent)]
#[sse(end = "[DONE]")]
enum Raw<'a> {
    #[event("string", raw)]
    String(String),
    #[event("box", raw)]
    Box(Box<str>),
    #[event("arc", raw)]
    Arc(Arc<str>),
    #[event("rc", raw)]
    Rc(Rc<str>),
    #[event("cow", raw)]
    Cow(Cow<'a, str>),
    #[event("str", raw)]
    Str(&'a str),
    #[event("bytes", raw)]
    Bytes(Vec<u8>),
    #[event("own", raw)]
    Own(Own),
}

#[derive(Debug)]
struct Own(usize);

impl From<&str> for Own {
    fn from(text: &str) -> Self {
        Self(text.len())
    }
}

#[test]
fn raw_keeps_text_unchanged() {
    for text in ["", "[DONE]", "null", "{\"a\":", "12", " two\nlines ", "\"quoted\"", "\u{feff}é"] {
        assert!(matches!(event("string", text), Raw::String(kept) if kept == text));
        assert!(matches!(event("box", text), Raw::Box(kept) if &*kept == text));
        assert!(matches!(event("arc", text), Raw::Arc(kept) if &*kept == text));
        assert!(matches!(event("rc", text), Raw::Rc(kept) if &*kept == text));
        assert!(matches!(event("cow", text), Raw::Cow(Cow::Borrowed(kept)) if std::ptr::eq(kept, text)));
        assert!(matches!(event("str", text), Raw::Str(kept) if std::ptr::eq(kept, text)));
        assert!(matches!(event("bytes", text), Raw::Bytes(kept) if kept == text.as_bytes()));
        assert!(matches!(event("own", text), Raw::Own(Own(len)) if len == text.len()));
    }
}

#[derive(Debug, PartialEq, SseEvent)]
enum Parsed {
    #[event("delete", parse)]
    Delete(u64),
    #[event("peer", parse)]
    Peer(IpAddr),
    #[event("level", parse)]
    Level(Level),
}

#[derive(Debug, PartialEq)]
enum Level {
    Low,
}

/// The error is a text that does not implement `Error`: it only has to convert into a box.
impl std::str::FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "low" { Ok(Self::Low) } else { Err(format!("no level: {text}")) }
    }
}

#[test]
fn parse_uses_from_str() {
    assert_eq!(event::<Parsed>("delete", "18446744073709551615"), Parsed::Delete(u64::MAX));
    assert_eq!(event::<Parsed>("peer", "::1"), Parsed::Peer(IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1])));
    assert_eq!(event::<Parsed>("level", "low"), Parsed::Level(Level::Low));
}

#[test]
fn from_str_error_is_cause_of_payload_error() {
    for (name, data, cause) in [
        ("delete", "", "cannot parse integer from empty string"),
        ("delete", " 1", "invalid digit found in string"),
        ("peer", "localhost", "invalid IP address syntax"),
        ("level", "high", "no level: high"),
    ] {
        let error = error::<Parsed>(name, data);
        assert_eq!(
            (error.kind(), error.event_type(), error.raw_event().data),
            (ErrorKind::Payload, name, data)
        );
        assert_eq!(error.other_error().map(ToString::to_string).as_deref(), Some(cause));
        assert!(error.json_error().is_none());
    }
}
