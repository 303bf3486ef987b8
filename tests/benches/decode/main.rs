//! Frame to enum, side by side. `cargo bench --bench decode` gives times and allocations;
//! `tests/benches/run` adds instructions an event and the ratios.
#![allow(missing_docs, unreachable_pub, reason = "a program")]

mod anthropic;
mod decoders;
mod hand_written;
mod instructions;
mod streams;

use decoders::{ANTHROPIC, ASSISTANTS, Decode, Decoder, RESPONSES};
use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use instructions::Group;
use streams::{EVENTS, Frame};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

/// A stream's name, what generates it, and what decodes it.
type Stream = (&'static str, fn() -> Vec<Frame>, &'static [Decoder]);

const STREAMS: [Stream; 3] = [
    ("assistants", streams::assistants, ASSISTANTS),
    ("responses", streams::responses, RESPONSES),
    ("anthropic", streams::anthropic, ANTHROPIC),
];

/// The frames with the function that decodes each.
fn prepare(frames: &[Frame], decoder: &Decoder) -> Vec<(Decode, Frame)> {
    frames.iter().map(|frame| ((decoder.pick)(frame), frame.clone())).collect()
}

fn run(frames: &[(Decode, Frame)]) {
    for (decode, frame) in frames {
        decode(frame);
    }
}

fn main() {
    let groups = [0, 1, 2].map(|stream| Group {
        name: STREAMS[stream].0,
        events: 2_000,
        contenders: names(stream).collect(),
    });
    let counted = instructions::asked(&groups, |stream, decoder, events| {
        let (_, frames, decoders) = STREAMS[stream];
        run(&prepare(&frames(), &decoders[decoder])[..events]);
    });
    if !counted {
        divan::main();
    }
}

macro_rules! stream {
    ($stream:ident, $index:literal) => {
        #[divan::bench(args = names($index), sample_count = 50)]
        fn $stream(bencher: Bencher<'_, '_>, decoder: &str) {
            let (_, frames, decoders) = STREAMS[$index];
            let decoder =
                decoders.iter().find(|candidate| candidate.name == decoder).expect("a name of the list");
            let frames = prepare(&frames(), decoder);
            bencher.counter(ItemsCount::new(EVENTS)).bench(|| run(&frames));
        }
    };
}

fn names(stream: usize) -> impl Iterator<Item = &'static str> {
    STREAMS[stream].2.iter().map(|decoder| decoder.name)
}

stream!(assistants, 0);
stream!(responses, 1);
stream!(anthropic, 2);
