//! `kind` on enums whose names are serde's.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sse_event::{RawEvent, SseEvent};

#[derive(Debug, Deserialize, PartialEq, Serialize, SseEvent)]
#[serde(tag = "type", rename_all = "snake_case")]
#[sse(kind)]
enum Event {
    MessageStart,
    #[serde(rename = "content_block_delta", alias = "delta", alias = "text_delta")]
    Delta {
        text: String,
    },
    #[serde(rename(deserialize = "stop", serialize = "message_stop"))]
    #[event("stop")]
    Stop,
    #[serde(untagged)]
    Unknown(Value),
}

#[test]
fn kinds_have_names_of_serde() {
    assert_eq!(EventKind::ALL, [EventKind::MessageStart, EventKind::Delta, EventKind::Stop]);
    let names = EventKind::ALL.iter().map(|kind| kind.as_str());
    assert!(names.eq(["message_start", "content_block_delta", "stop"]));
}

#[test]
fn from_str_accepts_aliases_of_serde() {
    for name in ["content_block_delta", "delta", "text_delta"] {
        assert_eq!(name.parse(), Ok(EventKind::Delta), "{name}");
        assert_eq!(serde_json::from_str::<EventKind>(&format!("{name:?}")).expect(name), EventKind::Delta);
    }
    "MessageStart".parse::<EventKind>().expect_err("serde renames it");
    "message_stop".parse::<EventKind>().expect_err("serde writes this name, and reads the other");
}

#[test]
fn kind_is_that_of_event_that_serde_reads() {
    for (data, kind) in [
        (r#"{"type":"message_start"}"#, EventKind::MessageStart),
        (r#"{"type":"delta","text":"Hi"}"#, EventKind::Delta),
        (r#"{"type":"later"}"#, EventKind::Other),
    ] {
        let by_serde: Event = serde_json::from_str(data).expect(data);
        let ours = Event::try_from(RawEvent::new("", data)).expect(data);
        assert_eq!((EventKind::from(&by_serde), EventKind::from(&ours)), (kind, kind), "{data}");
    }
}

#[test]
fn unrenamed_variants_of_tagged_enum_have_their_identifiers() {
    #[derive(Debug, Deserialize, SseEvent)]
    #[serde(tag = "event")]
    #[sse(kind(name = Name))]
    enum Event {
        Started,
        #[serde(alias = "finished")]
        Finished,
        #[serde(other)]
        Other,
    }
    assert_eq!(Name::ALL.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["Started", "Finished"]);
    assert_eq!("finished".parse(), Ok(Name::Finished));
    assert_eq!(Name::from(&Event::Started), Name::Started);
    assert_eq!(Name::from(&Event::Finished), Name::Finished);
    assert_eq!(Name::from(&Event::Other), Name::Other);
}
