//! Bytes to typed Responses events, side by side, and single large events.
//! `cargo bench --bench end_to_end` gives times and their ratios; `tests/benches/run end_to_end` adds instructions.
#![allow(missing_docs, unreachable_pub, reason = "a program")]

#[path = "../decode/anthropic.rs"]
mod anthropic;
mod contenders;
#[path = "../decode/hand_written.rs"]
#[allow(dead_code, reason = "the other stream's decoder")]
mod hand_written;
#[path = "../decode/instructions.rs"]
mod instructions;
mod ratios;
#[path = "../decode/streams.rs"]
#[allow(dead_code, reason = "the other streams")]
mod streams;

use contenders::{CONTENDERS, Contender};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use instructions::Group;
use streams::{EVENTS, Frame};

/// What a packet holds.
const PACKET: usize = 1400;

/// The sizes of chunks: a packet's, and that of a TLS record or of a proxy's buffer.
const CHUNKS: [(&str, usize); 2] = [("1400-byte chunks", PACKET), ("16-KiB chunks", 16 * 1024)];

/// The large events, in megabytes, each in packets.
const LARGE: [(&str, usize); 4] = [("1 MB", 1), ("2 MB", 2), ("4 MB", 4), ("8 MB", 8)];

/// Events of a stream under callgrind.
const COUNTED: usize = 2_000;

/// The first events of the stream, on the wire.
fn stream(events: usize) -> Vec<u8> {
    streams::responses()[..events].iter().flat_map(wire).collect()
}

/// One text delta of so many megabytes, on the wire.
fn large(megabytes: usize) -> Vec<u8> {
    let text = "lorem ipsum ".repeat((megabytes << 20) / 12);
    let data = format!(
        r#"{{"type":"response.output_text.delta","sequence_number":1,"item_id":"msg_01","output_index":0,"content_index":0,"delta":"{text}","logprobs":[]}}"#
    );
    wire(&Frame {
        name: "response.output_text.delta".into(),
        data,
        tag_second: String::new(),
        tag_last: String::new(),
    })
}

fn wire(Frame { name, data, .. }: &Frame) -> Vec<u8> {
    format!("event: {name}\ndata: {data}\n\n").into()
}

fn names() -> impl Iterator<Item = &'static str> {
    CONTENDERS.iter().map(|contender| contender.name)
}

fn read(contender: &Contender, chunks: &[&[u8]], events: usize) {
    assert_eq!((contender.read)(chunks), events, "{}", contender.name);
}

/// What a contender of a group reads: the bytes, the size of their chunks, and by which code.
fn prepare(group: usize, contender: usize) -> (Vec<u8>, usize, &'static Contender) {
    match CHUNKS.get(group) {
        Some((_, size)) => (stream(COUNTED), *size, &CONTENDERS[contender]),
        None => (large(LARGE[contender].1), PACKET, &CONTENDERS[0]),
    }
}

fn main() {
    let streams = CHUNKS.map(|(name, _)| Group { name, events: COUNTED, contenders: names().collect() });
    let large = Group { name: "one event", events: 1, contenders: LARGE.map(|(name, _)| name).into() };
    let groups: Vec<Group> = streams.into_iter().chain([large]).collect();
    let counted = instructions::asked(&groups, |group, contender, events| {
        let (bytes, size, contender) = prepare(group, contender);
        let chunks: Vec<&[u8]> = bytes.chunks(size).collect();
        if events > 0 {
            read(contender, &chunks, events);
        }
    });
    if !counted {
        divan::main();
        ratios::print();
    }
}

macro_rules! chunks {
    ($bench:ident, $index:literal) => {
        #[divan::bench(args = names(), sample_count = 20)]
        fn $bench(bencher: Bencher<'_, '_>, name: &str) {
            let contender = CONTENDERS.iter().find(|contender| contender.name == name).expect("a name");
            let bytes = stream(EVENTS);
            let chunks: Vec<&[u8]> = bytes.chunks(CHUNKS[$index].1).collect();
            bencher.counter(ItemsCount::new(EVENTS)).bench(|| read(contender, &chunks, EVENTS));
        }
    };
}

chunks!(chunks_of_1400, 0);
chunks!(chunks_of_16_kib, 1);

#[divan::bench(args = LARGE.map(|(_, megabytes)| megabytes), sample_count = 20)]
fn large_event_in_packets(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bytes = large(megabytes);
    let chunks: Vec<&[u8]> = bytes.chunks(PACKET).collect();
    bencher.counter(BytesCount::new(bytes.len())).bench(|| read(&CONTENDERS[0], &chunks, 1));
}
