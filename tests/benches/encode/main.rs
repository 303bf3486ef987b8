//! A text delta to its wire form, against `serde_json::to_string` of its payload and the copy of its bytes.
//! `cargo bench --bench encode` gives times; `tests/benches/run encode` adds instructions.
#![allow(missing_docs, unreachable_pub, reason = "a program")]

#[path = "../decode/instructions.rs"]
mod instructions;

use async_openai::types::responses::{ResponseStreamEvent as Theirs, ResponseTextDeltaEvent as Delta};
use bytes::BytesMut;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use instructions::Group;
use serde::Serialize;
use sse_event::{EncodeEvent, SseEvent};
use sse_event_tests::responses::ResponseStreamEvent as Tagged;

const EVENTS: usize = 2_000;

/// The same event where the data do not name it.
#[derive(SseEvent)]
#[sse(encode)]
enum Named {
    #[event("response.output_text.delta")]
    TextDelta(Delta),
}

type Encode = fn(&mut BytesMut, usize);

/// Each encodes so many deltas into the buffer, and tells what one of them comes to.
const CONTENDERS: [(&str, Encode); 6] = [
    ("to_string + copy", |buffer, events| each(&delta(), events, |delta| serialized(buffer, delta))),
    ("encode", |_, events| each(&Named::TextDelta(delta()), events, encoded)),
    ("write_to", |buffer, events| {
        each(&Named::TextDelta(delta()), events, |event| written(buffer, event));
    }),
    ("serde tag: to_string + copy", |buffer, events| {
        each(&Theirs::ResponseOutputTextDelta(delta()), events, |event| serialized(buffer, event));
    }),
    ("by the tag: encode", |_, events| each(&Tagged::ResponseOutputTextDelta(delta()), events, encoded)),
    ("by the tag: write_to", |buffer, events| {
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

fn encoded(event: &impl EncodeEvent) {
    black_box(event.encode()).expect("it can be encoded");
}

fn written(buffer: &mut BytesMut, event: &impl EncodeEvent) {
    buffer.clear();
    event.write_to(buffer).expect("it can be written");
    black_box(buffer);
}

fn names() -> impl Iterator<Item = &'static str> {
    CONTENDERS.iter().map(|(name, _)| *name)
}

fn main() {
    let group = Group { name: "text delta", events: EVENTS, contenders: names().collect() };
    let counted = instructions::asked(&[group], |_, contender, events| {
        CONTENDERS[contender].1(&mut BytesMut::with_capacity(1024), events);
    });
    if !counted {
        divan::main();
    }
}

#[divan::bench(args = names(), sample_count = 200)]
fn text_delta(bencher: Bencher<'_, '_>, contender: &str) {
    let (_, encode) = CONTENDERS.iter().find(|(name, _)| *name == contender).expect("a name of the list");
    let mut buffer = BytesMut::with_capacity(1024);
    bencher.counter(ItemsCount::new(EVENTS)).bench_local(|| encode(&mut buffer, EVENTS));
}
