//! One event from 100 bytes to 8 megabytes.

use super::end_to_end::{PACKET, wire};
use super::{Plan, Section};
use crate::contenders::frames::Frame;
use crate::contenders::readers::{Read, STREAMS};
use crate::contest::{Contest, Pass};
use crate::measure::Results;
use crate::report::chart::{Chart, Line};
use crate::report::table::{count, table};

/// The indices of the contenders in the list of readers, and the largest event for each: quadratic ones would take
/// minutes.
const READERS: [(usize, usize); 3] = [(0, usize::MAX), (1, usize::MAX), (4, 256 << 10)];

pub const SECTION: Section = Section {
    name: "payloads",
    heading: "Growth: the size of an event",
    contests: |plan| sizes(plan).into_iter().map(contest).collect(),
    write: |plan, results, report| {
        report.paragraph("Text deltas of one size in 1400-byte chunks.");
        let sizes = sizes(plan);
        let name = |place: usize| STREAMS[place].0;
        let heading: Vec<String> = [String::new()]
            .into_iter()
            .chain(READERS.iter().flat_map(|(place, _)| {
                [format!("{}: instructions per byte", name(*place)), "µs per event".into()]
            }))
            .collect();
        let rows = sizes.iter().zip(results).map(|(size, results)| {
            let cells = READERS.iter().flat_map(|(place, most)| {
                if size > most {
                    return [String::new(), String::new()];
                }
                let cost = results.cost(name(*place));
                [
                    format!("{:.2}", cost.instructions / *size as f64),
                    format!("{:.1}", cost.median_time() / 1e3),
                ]
            });
            [format!("{} B", count(*size as f64))].into_iter().chain(cells).collect()
        });
        report.paragraph(&table(&heading.iter().map(String::as_str).collect::<Vec<_>>(), rows));
        let line = |&(place, most): &(usize, usize)| Line {
            name: name(place).into(),
            points: sizes
                .iter()
                .zip(results)
                .filter(|(size, _)| **size <= most)
                .map(|(size, results)| (*size as f64, results.cost(name(place)).instructions / *size as f64))
                .collect(),
        };
        let chart = Chart {
            title: "Instructions per byte, by the size of an event".into(),
            x: "bytes of data per event",
            y: "instructions per byte",
            lines: READERS.iter().map(line).collect(),
        };
        report.chart("payloads", &chart);
        report.paragraph(&bend(&sizes, results));
    },
    figures: |_| Vec::new(),
};

/// The sizes at the points of the line.
fn bend(sizes: &[usize], results: &[Results]) -> String {
    let per_byte = |place: usize| results[place].cost(STREAMS[0].0).instructions / sizes[place] as f64;
    format!(
        "The cost of a small event is mostly that of its fields, whatever their size ({:.1} instructions \
         per byte at {} bytes). From some kilobytes on only the bytes count ({:.2} at {} bytes): the line is \
         flat, because each byte is searched, copied, validated and read by serde_json once. \
         eventsource-stream searches its buffer from the beginning for \
         each chunk: its cost per byte grows with the event.",
        per_byte(0),
        count(sizes[0] as f64),
        per_byte(sizes.len() - 1),
        count(sizes[sizes.len() - 1] as f64),
    )
}

fn sizes(plan: &Plan) -> Vec<usize> {
    let sizes = [100, 1_000, 10_000, 100_000, 1_000_000, 2_000_000, 4_000_000, 8_000_000];
    sizes[..if plan.quick { 4 } else { sizes.len() }].to_vec()
}

fn contest(size: usize) -> Contest {
    let events = (1_000_000 / size).clamp(1, 2_000);
    let mut contest = Contest::new(format!("events of {size} B"), events, events);
    for (name, read) in READERS.iter().filter(|(_, most)| size <= *most).map(|(place, _)| STREAMS[*place]) {
        contest.add(name, "", move |events| pass(size, read, events));
    }
    contest
}

fn pass(size: usize, read: Read, events: usize) -> Pass {
    let event = wire(&text_delta(size));
    let chunks: Vec<&'static [u8]> = event.repeat(events).leak().chunks(PACKET).collect();
    Box::new(move || assert_eq!(read(&chunks), events))
}

/// A text delta with about this many bytes of text.
fn text_delta(size: usize) -> Frame {
    let text: String = "lorem ipsum ".chars().cycle().take(size).collect();
    let data = format!(
        r#"{{"type":"response.output_text.delta","sequence_number":1,"item_id":"msg_01","output_index":0,"content_index":0,"delta":"{text}","logprobs":[]}}"#
    );
    Frame {
        name: "response.output_text.delta".into(),
        data,
        tag_second: String::new(),
        tag_last: String::new(),
    }
}
