//! The program of somebody who has the published crates and nothing else. It runs with every feature, and with none.

use serde::{Deserialize, Serialize};
use sse_event::{DecodeEvent as _, Decoded, EncodeEvent as _, RawEvent, RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", end = "[DONE]", encode)]
enum Event {
    #[event("delta")]
    Delta { text: String },
    #[event("usage", terminal)]
    Usage(Usage),
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Usage {
    tokens: u32,
}

fn main() -> Result<(), sse_event::Error> {
    let event = Event::Usage(Usage { tokens: 7 });
    let encoded = event.encode()?;
    assert_eq!(encoded.to_wire()?.to_string(), "event: usage\ndata: {\"type\":\"usage\",\"tokens\":7}\n\n");
    assert_eq!(Event::decode(encoded.as_raw_event())?, Decoded::Event(event));
    let unknown = Event::decode(RawEvent::new("later", "?"))?;
    assert_eq!(unknown, Decoded::Event(Event::Unknown(RawEventBuf::new("later", "?"))));
    assert_eq!(Event::decode(RawEvent::new("", "[DONE]"))?, Decoded::End);
    Ok(())
}
