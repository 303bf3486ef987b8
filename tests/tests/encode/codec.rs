//! `with` and `encode_with`: custom codecs.

use std::num::ParseIntError;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sse_event::{EncodeEvent as _, ErrorKind, RawEvent, RawEventBuf, SseEvent};
use sse_event_tests::outcome::{assert_encodes, event};

/// A codec as a module: comma-separated numbers.
mod list {
    use super::{ParseIntError, RawEvent, RawEventBuf};

    pub(super) fn decode(raw: RawEvent<'_>) -> Result<Vec<u8>, ParseIntError> {
        raw.data.split(',').map(str::parse).collect()
    }

    pub(super) fn encode(list: &Vec<u8>) -> Result<RawEventBuf, String> {
        let data: Vec<_> = list.iter().map(ToString::to_string).collect();
        Ok(RawEventBuf::new("list", data.join(",")))
    }
}

/// A generic codec: the event's data within an envelope.
mod envelope {
    use super::{DeserializeOwned, RawEvent, RawEventBuf, Serialize};

    pub(super) fn decode<T: DeserializeOwned>(raw: RawEvent<'_>) -> Result<T, serde_json::Error> {
        serde_json::from_str(raw.data.trim_start_matches("data="))
    }

    pub(super) fn encode<T: Serialize>(payload: &T) -> Result<RawEventBuf, serde_json::Error> {
        Ok(RawEventBuf::new("envelope", format!("data={}", serde_json::to_string(payload)?)))
    }
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", encode)]
enum Tagged {
    #[event("whole", decode_with = text, encode_with = untext)]
    Whole(String),
}

fn text(raw: RawEvent<'_>) -> Result<String, String> {
    Ok(raw.data.to_owned())
}

fn untext(text: &String) -> Result<RawEventBuf, String> {
    if text.is_empty() {
        Err("nothing to say".into())
    } else {
        Ok(RawEventBuf::new("", &**text).with_id("7"))
    }
}

#[test]
fn codec_writes_whole_event() {
    // Neither a line nor a tag is added to the event.
    let event = Tagged::Whole("{}".into()).encode().expect("an event");
    assert_eq!((&*event.event, &*event.data, event.id.as_deref()), ("", "{}", Some("7")));
}

#[test]
fn codec_error_is_cause() {
    let error = Tagged::Whole(String::new()).encode().expect_err("nothing to say");
    assert_eq!((error.kind(), error.event_type()), (ErrorKind::Encode, "whole"));
    assert_eq!(error.other_error().expect("the cause").to_string(), "nothing to say");
    assert_eq!(error.to_string(), "the event `whole` cannot be encoded: nothing to say");
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(encode)]
enum OneWay {
    /// Read by the function, written as JSON.
    #[event("decoded", decode_with = list::decode)]
    Decoded(Vec<u8>),
    /// Read as JSON, written by the function.
    #[event("encoded", encode_with = list::encode)]
    Encoded(Vec<u8>),
    #[event("both", with = envelope)]
    Both(Vec<u8>),
}

#[test]
fn decode_with_and_encode_with_apply_to_one_direction() {
    assert_eq!(event::<OneWay>("decoded", "1,2"), OneWay::Decoded(vec![1, 2]));
    assert_encodes(&OneWay::Decoded(vec![1, 2]), "decoded", "[1,2]");
    assert_eq!(event::<OneWay>("encoded", "[1,2]"), OneWay::Encoded(vec![1, 2]));
    assert_encodes(&OneWay::Encoded(vec![1, 2]), "list", "1,2");
    assert_eq!(event::<OneWay>("both", "data=[1,2]"), OneWay::Both(vec![1, 2]));
    assert_encodes(&OneWay::Both(vec![1, 2]), "envelope", "data=[1,2]");
}

#[test]
fn encode_only_needs_no_decode_function() {
    mod only {
        use super::RawEventBuf;

        pub(super) fn encode(number: &u8) -> Result<RawEventBuf, String> {
            Ok(RawEventBuf::new("only", format!("<{number}>")))
        }
    }

    #[derive(SseEvent)]
    #[sse(encode_only)]
    enum Event {
        #[event("only", with = only)]
        Only(u8),
    }
    assert_encodes(&Event::Only(7), "only", "<7>");
}
