//! The faults of a stream: its number determines the fault, for the server and for the check of the reader.

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// No fault.
    None,
    /// Every frame is sent in two pieces, with pauses between some of them.
    HalfFrames,
    /// The server pauses inside a frame, and continues.
    Stall,
    /// Meaningless bytes, malformed JSON, bytes that are not UTF-8, unknown and unnamed events.
    Garbage,
    /// Events over the reader's limit.
    Giant,
    /// The connection is reset inside a frame.
    Reset,
    /// The connection is closed inside a frame, and inside HTTP's chunks.
    Close,
    /// The body ends normally, but inside a frame.
    Cut,
    /// The body ends normally between frames, but before the end that the events declare.
    Unfinished,
    /// The server reports an error and ends.
    Reported,
    /// The server continues after the terminal event: the reader must disconnect.
    Endless,
}

/// The kinds by the last digits of a stream's number: 11 of 20 streams have faults.
const SHARES: [Fault; 20] = {
    use Fault::{Close, Cut, Endless, Garbage, Giant, HalfFrames, None, Reported, Reset, Stall, Unfinished};
    [
        None, HalfFrames, None, Garbage, None, Reset, None, Cut, None, Stall, //
        None, Giant, None, Close, None, Unfinished, None, Reported, None, Endless,
    ]
};

impl Fault {
    pub(crate) fn of(stream: usize) -> Self {
        SHARES[stream % SHARES.len()]
    }
}
