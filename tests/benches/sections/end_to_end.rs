//! Reads bytes as typed events.

use super::Section;
use crate::contenders::frames::{self, Frame};
use crate::contenders::readers::{Read, STREAMS};
use crate::contest::{Contest, Pass};
use crate::report::chart::{Chart, Line};
use crate::report::table::{self, Ratio, factor, spread};

/// The size of a packet's contents.
pub const PACKET: usize = 1400;

/// The sizes of chunks: parts of lines, a packet, a TLS record, a large buffer, and one event per chunk.
const CHUNKS: [(&str, Option<usize>); 5] = [
    ("64 B chunks", Some(64)),
    ("1400 B chunks", Some(PACKET)),
    ("16 KiB chunks", Some(16 << 10)),
    ("64 KiB chunks", Some(64 << 10)),
    ("chunks of one event", None),
];

pub const SECTION: Section = Section {
    name: "end_to_end",
    heading: "End to end: bytes to events of OpenAI's Responses",
    contests: |_| CHUNKS.map(|(name, size)| contest(name, size)).into(),
    write: |_, results, report| {
        report.paragraph(
            "`limit` is not a parser: it is a scan that borrows each event from its chunk and handles only \
             line feeds and one line of data per event (`tests/benches/contenders/limit.rs`). Its cost, \
             including decoding, is the lower bound for any reader.",
        );
        for results in results {
            report.paragraph(&format!("### {}", results.name));
            report.paragraph(&table::contest(results, Ratio::Cost));
        }
        let line = |(place, (name, _)): (usize, &(&str, Read))| {
            let sizes =
                CHUNKS.iter().zip(results).filter_map(|((_, size), results)| Some(((*size)?, results)));
            let points = sizes.map(|(size, results)| (size as f64, results.costs[place].instructions));
            Line { name: (*name).into(), points: points.collect() }
        };
        let lines =
            STREAMS.iter().enumerate().filter(|(place, _)| [0, 1, 3, 4, 6, 8].contains(place)).map(line);
        let chart = Chart {
            title: "Instructions per event, by the size of chunks".into(),
            x: "bytes per chunk",
            y: "instructions per event",
            lines: lines.collect(),
        };
        report.chart("chunks", &chart);
        report.paragraph(
            "The line of eventsource-stream rises: after each event it copies the rest of its chunk. With \
             small chunks it parses the beginning of an event again for each chunk. The others read each \
             byte once; with small chunks they need more calls.",
        );
    },
    figures: |results| {
        let [packets, records] = [&results[1], &results[2]];
        let serde = "eventsource-stream + serde's tag";
        vec![
            format!(
                "Reading bytes as the same events is {} times as fast as `eventsource-stream` with serde's \
                 `tag` at 1400-byte chunks, {} times at 16 KiB.",
                factor(packets.time_of(serde, OURS).median),
                factor(records.time_of(serde, OURS).median),
            ),
            format!(
                "Reading and decoding together take {} times the instructions and {} times the time of a scan that \
                 only finds the events, with the same decoding.",
                factor(packets.instructions_of(OURS, "limit")),
                spread(packets.time_of(OURS, "limit")),
            ),
        ]
    },
};

const OURS: &str = "sse_events";

fn contest(name: &str, size: Option<usize>) -> Contest {
    let mut contest = Contest::new(name, 500, 2_000);
    for (name, read) in STREAMS {
        let against = if name == OURS { "limit" } else { OURS };
        contest.add(name, if name == "limit" { "" } else { against }, move |events| pass(size, read, events));
    }
    contest
}

/// A pass over the first events of the stream. Its bytes are never freed.
pub fn pass(size: Option<usize>, read: Read, events: usize) -> Pass {
    let frames = frames::responses(events);
    let chunks: Vec<&'static [u8]> = match size {
        Some(size) => frames.iter().flat_map(wire).collect::<Vec<u8>>().leak().chunks(size).collect(),
        None => frames.iter().map(|frame| &*wire(frame).leak()).collect(),
    };
    Box::new(move || assert_eq!(read(&chunks), events))
}

/// A frame in its wire form.
pub fn wire(Frame { name, data, .. }: &Frame) -> Vec<u8> {
    format!("event: {name}\ndata: {data}\n\n").into()
}
