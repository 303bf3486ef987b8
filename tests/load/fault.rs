//! What goes wrong in a stream: known by its number, to the server and to whoever checks the reader.

/// One kind of trouble.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// Every frame comes in two pieces, with pauses between some of them.
    HalfFrames,
    /// The server falls silent inside a frame, and goes on.
    Stall,
    /// Bytes that mean nothing, broken JSON, bytes that are no UTF-8, unknown and unnamed events.
    Garbage,
    /// Events beyond the reader's limit.
    Giant,
    /// The connection is reset inside a frame.
    Reset,
    /// The connection is closed inside a frame, and inside HTTP's chunks.
    Close,
    /// The body ends properly, but inside a frame.
    Cut,
    /// The body ends properly between frames, but before the end that the events declare.
    Unfinished,
    /// The server reports an error of its own, and ends.
    Reported,
    /// The server goes on after the terminal event: the reader has to hang up.
    Endless,
}

/// The kinds by the last digits of a stream's number: 11 of 20 streams have trouble.
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
