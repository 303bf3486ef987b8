//! `has_key`: variants with the same name. `decode/has_key.rs` tests which variant receives an event.

use sse_event::SseEvent;
use sse_event_tests::outcome::{assert_encodes, assert_round_trips};

#[test]
fn variants_with_shared_name_round_trip() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(encode)]
    enum Chat {
        #[event("message", has_key = "error", error)]
        Error { error: String },
        #[event("message")]
        Chunk { text: String },
    }
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(encode, tag = "type", line = false)]
    enum Tagged {
        #[event("message", has_key = "error")]
        Error { error: u8 },
        #[event("message")]
        Rest,
    }
    assert_round_trips(&Chat::Chunk { text: "error".into() });
    assert_round_trips(&Chat::Error { error: String::new() });
    assert_round_trips(&Tagged::Error { error: 1 });
    assert_round_trips(&Tagged::Rest);
}

/// A server that never decodes can share names too.
#[test]
fn encode_only_accepts_has_key() {
    #[derive(SseEvent)]
    #[sse(encode_only, line = false)]
    enum Event {
        #[event("message")]
        Chunk { text: &'static str },
        #[event("message", has_key = "error", error)]
        Error { error: &'static str },
    }
    assert_encodes(&Event::Chunk { text: "t" }, "", r#"{"text":"t"}"#);
    assert_encodes(&Event::Error { error: "e" }, "", r#"{"error":"e"}"#);
    assert_eq!(Event::EVENT_TYPES, ["message"]);
}
