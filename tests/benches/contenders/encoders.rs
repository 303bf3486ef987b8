//! Encoders: each one encodes a text delta to its wire form, or to its JSON and a copy of its bytes.

use std::hint::black_box;

use async_openai::types::responses::{ResponseStreamEvent as Theirs, ResponseTextDeltaEvent as Delta};
use axum::response::sse::Event;
use bytes::BytesMut;
use serde::Serialize;
use sse_event::{EncodeEvent, SseEvent};

use super::responses::ResponseStreamEvent as Tagged;

/// The same event without its name in the data.
#[derive(SseEvent)]
#[sse(encode)]
enum Named {
    #[event("response.output_text.delta")]
    TextDelta(Delta),
}

/// Encodes this many deltas, into the buffer if it needs one.
pub type Encode = fn(&mut BytesMut, usize);

const COPY: &str = "to_string + copy";
const AXUM: &str = "axum's Event::json_data";
const TAGGED_COPY: &str = "serde tag: to_string + copy";
const TAGGED_AXUM: &str = "serde tag: axum's Event::json_data";

/// Each encoder with the one that it is compared with.
pub const ENCODERS: [(&str, &str, Encode); 10] = [
    (COPY, "", |buffer, events| each(&delta(), events, |delta| serialized(buffer, delta))),
    (AXUM, COPY, |_, events| each(&delta(), events, axum_event)),
    ("encode", COPY, |_, events| each(&Named::TextDelta(delta()), events, encoded)),
    ("write_to", COPY, |buffer, events| {
        each(&Named::TextDelta(delta()), events, |event| written(buffer, event));
    }),
    ("write_to, by axum's", AXUM, |buffer, events| {
        each(&Named::TextDelta(delta()), events, |event| written(buffer, event));
    }),
    (TAGGED_COPY, "", |buffer, events| {
        each(&Theirs::ResponseOutputTextDelta(delta()), events, |event| serialized(buffer, event));
    }),
    (TAGGED_AXUM, TAGGED_COPY, |_, events| {
        each(&Theirs::ResponseOutputTextDelta(delta()), events, axum_event);
    }),
    ("by the tag: encode", TAGGED_COPY, |_, events| {
        each(&Tagged::ResponseOutputTextDelta(delta()), events, encoded);
    }),
    ("by the tag: write_to", TAGGED_COPY, |buffer, events| {
        each(&Tagged::ResponseOutputTextDelta(delta()), events, |event| written(buffer, event));
    }),
    ("by the tag: write_to, by axum's", TAGGED_AXUM, |buffer, events| {
        each(&Tagged::ResponseOutputTextDelta(delta()), events, |event| written(buffer, event));
    }),
];

fn delta() -> Delta {
    Delta {
        sequence_number: 57,
        item_id: "msg_0123456789abcdef0123456789abcdef".into(),
        output_index: 0,
        content_index: 0,
        delta: " streaming".into(),
        logprobs: Some(Vec::new()),
    }
}

fn each<T>(event: &T, events: usize, mut encode: impl FnMut(&T)) {
    for _ in 0..events {
        encode(black_box(event));
    }
}

fn serialized(buffer: &mut BytesMut, payload: &impl Serialize) {
    let json = serde_json::to_string(payload).expect("it is JSON");
    buffer.clear();
    buffer.extend_from_slice(json.as_bytes());
    black_box(buffer);
}

fn axum_event(payload: &impl Serialize) {
    let event = Event::default().event("response.output_text.delta").json_data(payload);
    drop(black_box(event.expect("it is JSON")));
}

fn encoded(event: &impl EncodeEvent) {
    black_box(event.encode()).expect("it can be encoded");
}

fn written(buffer: &mut BytesMut, event: &impl EncodeEvent) {
    buffer.clear();
    event.write_to(buffer).expect("it can be written");
    black_box(buffer);
}
