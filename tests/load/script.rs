//! The steps of the server in a stream.

use std::iter;
use std::time::Duration;

use axum::body::Bytes;

use crate::fault::Fault;

/// Events before the end of a stream.
pub(crate) const DELTAS: u64 = 100;

/// The number of events between garbage or giant events.
pub(crate) const EVERY: u64 = 25;

/// The reader's limit on an event, and a size beyond it.
pub(crate) const LIMIT: usize = 16 * 1024;
const GIANT: usize = 5 * LIMIT;

/// Lines without a colon, of an unknown field and with invalid UTF-8, and a comment: none of them is an event.
const NOISE: &[u8] = b"\xff\xfe\0noise\ncolour: blue\n: \xf0\x9f comment\nretry: soon\n\n";
const BROKEN_JSON: &[u8] = b"event: delta\ndata: {\"sequence\":\xff}\n\n";
const UNKNOWN: &[u8] = b"event: wh\xc3t\ndata: {}\n\n";
const UNNAMED: &[u8] = b"data: {\"sequence\": 7}\n\n";

pub(crate) enum Step {
    /// Sends bytes that complete this many more events.
    Send(Bytes, u64),
    Pause(Duration),
    /// Aborts the connection.
    Break,
}

/// The steps of the stream with this number.
pub(crate) fn steps(stream: usize, fault: Fault) -> impl Iterator<Item = Step> {
    let deltas = (0..DELTAS).flat_map(move |sequence| {
        let trouble = if sequence.is_multiple_of(EVERY) { trouble(fault) } else { Vec::new() };
        trouble.into_iter().chain(delta(sequence, frame(stream, sequence), fault))
    });
    deltas.chain(end(stream, fault)).chain(rest(stream, fault))
}

/// The bytes between the events of a stream.
fn trouble(fault: Fault) -> Vec<Step> {
    let nothing = |bytes| Step::Send(Bytes::from_static(bytes), 0);
    match fault {
        Fault::Garbage => [NOISE, BROKEN_JSON, UNKNOWN, UNNAMED].map(nothing).into(),
        Fault::Giant => {
            let filler = Bytes::from(vec![b'x'; GIANT / 10]);
            let filling = iter::repeat_with(|| Step::Send(filler.clone(), 0)).take(10);
            iter::once(nothing(b"event: delta\ndata: ")).chain(filling).chain([nothing(b"\n\n")]).collect()
        }
        _ => Vec::new(),
    }
}

/// The steps for an event, which depend on the fault.
fn delta(sequence: u64, frame: Bytes, fault: Fault) -> Vec<Step> {
    let pause = match fault {
        Fault::HalfFrames if sequence.is_multiple_of(10) => Some(Duration::from_millis(5)),
        Fault::HalfFrames => None,
        Fault::Stall if sequence == DELTAS / 2 => Some(Duration::from_millis(500)),
        _ => return vec![Step::Send(frame, 1)],
    };
    let (head, tail) = halves(&frame, sequence);
    iter::once(Step::Send(head, 0)).chain(pause.map(Step::Pause)).chain([Step::Send(tail, 1)]).collect()
}

/// Cuts inside the frame, at a different place in each frame.
fn halves(frame: &Bytes, sequence: u64) -> (Bytes, Bytes) {
    let at = 1 + usize::try_from(sequence * 7).unwrap_or(0) % (frame.len() - 2);
    (frame.slice(..at), frame.slice(at..))
}

/// The end of the stream.
fn end(stream: usize, fault: Fault) -> Vec<Step> {
    let half = || Step::Send(halves(&frame(stream, DELTAS), stream as u64).0, 0);
    let event = |name| {
        let text = format!("event: {name}\ndata: {{\"sequence\":{DELTAS}}}\n\n");
        vec![Step::Send(text.into(), 1)]
    };
    match fault {
        // The server must have sent all previous bytes when the connection is aborted.
        Fault::Reset | Fault::Close => vec![half(), Step::Pause(Duration::from_millis(200)), Step::Break],
        Fault::Cut => vec![half()],
        Fault::Unfinished => Vec::new(),
        Fault::Reported => event("error"),
        _ if ends_with_sentinel(stream, fault) => {
            vec![Step::Send(Bytes::from_static(b"data: [DONE]\n\n"), 0)]
        }
        _ => event("done"),
    }
}

/// Some of the streams that end normally end with the sentinel, which is not an event.
pub(crate) fn ends_with_sentinel(stream: usize, fault: Fault) -> bool {
    fault == Fault::None && stream.is_multiple_of(4)
}

/// Bytes that must not be read.
fn rest(stream: usize, fault: Fault) -> impl Iterator<Item = Step> {
    let more = move || [Step::Send(frame(stream, DELTAS + 1), 0), Step::Pause(Duration::from_millis(20))];
    let endless = (fault == Fault::Endless).then(|| iter::repeat_with(more).flatten());
    endless.into_iter().flatten()
}

/// An event as different servers write it.
fn frame(stream: usize, sequence: u64) -> Bytes {
    let text = "lorem ipsum dolor sit amet ".repeat(1 + stream % 3);
    if (stream as u64 + sequence).is_multiple_of(2) {
        format!("event: delta\ndata: {{\"sequence\":{sequence},\"text\":\"{text}\"}}\n\n")
    } else {
        format!(": keep-alive\r\n\r\nid: {sequence}\r\ndata: {{\"type\":\"delta\",\r\ndata: \"sequence\":{sequence},\"text\":\"Zürich {text}\"}}\r\n\r\n")
    }
    .into()
}
