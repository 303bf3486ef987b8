//! Decodes one frame to one value.

use super::Section;
use crate::contenders::decoders::{ADJACENT, ANTHROPIC, ASSISTANTS, Decode, Decoder, RESPONSES};
use crate::contenders::frames::{self, Frame};
use crate::contest::{Contest, Pass};
use crate::report::table::{self, Ratio, factor};

pub const SECTION: Section = Section {
    name: "decode",
    heading: "Decode: one event to one value",
    contests: |_| STREAMS.map(|(name, _, frames, decoders)| contest(name, frames, decoders)).into(),
    write: |_, results, report| {
        report.paragraph(
            "The floor is `serde_json::from_str` of a payload whose type is known beforehand. “First”, \
             “second” and “last” are the positions of the tag in the object. Each stream has as many deltas \
             as a real one, and a few large objects.",
        );
        for ((_, title, ..), results) in STREAMS.iter().zip(results) {
            report.paragraph(&format!("### {title}"));
            report.paragraph(&table::contest(results, Ratio::Faster));
        }
    },
    figures: |results| {
        let responses = &results[1];
        vec![format!(
            "Decoding an event of OpenAI's Responses stream takes {} times the instructions of a \
             hand-written `match` if the `event:` line names it. If the data names it, serde's `tag` takes \
             {} times the instructions of this crate.",
            factor(responses.instructions_of("by the line", "hand-written match")),
            factor(responses.instructions_of("serde tag, first", "by the tag, first")),
        )]
    },
};

/// A stream: its name, its title, its generator and its decoders.
type Stream = (&'static str, &'static str, fn(usize) -> Vec<Frame>, &'static [Decoder]);

const STREAMS: [Stream; 4] = [
    ("assistants", "OpenAI Assistants, named by the line: 25 variants", frames::assistants, ASSISTANTS),
    (
        "responses",
        "OpenAI Responses, named by the line and by `type`: 49 variants",
        frames::responses,
        RESPONSES,
    ),
    (
        "anthropic",
        "Anthropic Messages, named by the line and by `type`; a delta is a union too",
        frames::anthropic,
        ANTHROPIC,
    ),
    (
        "adjacent",
        "Anthropic Messages with each payload under a key alongside `type`",
        frames::adjacent,
        ADJACENT,
    ),
];

fn contest(name: &str, frames: fn(usize) -> Vec<Frame>, decoders: &'static [Decoder]) -> Contest {
    let mut contest = Contest::new(name, 500, 10_000);
    for decoder in decoders {
        contest.add(decoder.name, decoder.against, move |events| prepare(frames(events), decoder));
    }
    contest
}

fn prepare(frames: Vec<Frame>, decoder: &Decoder) -> Pass {
    let frames: Vec<(Decode, Frame)> =
        frames.into_iter().map(|frame| ((decoder.pick)(&frame), frame)).collect();
    Box::new(move || frames.iter().for_each(|(decode, frame)| decode(frame)))
}
