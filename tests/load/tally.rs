//! Compares the items of the streams with the expected ones.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Duration;

use sse_event::{ErrorKind, StreamError};

use crate::fault::Fault;
use crate::memory::Memory;
use crate::script::{DELTAS, EVERY, ends_with_sentinel};

/// The kind of a stream's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Event,
    OutOfOrder,
    Payload,
    UnknownEvent,
    Unnamed,
    TooLarge,
    Truncated,
    Transport,
    Other,
}

const ERRORS: [Outcome; 6] = [
    Outcome::Payload,
    Outcome::UnknownEvent,
    Outcome::Unnamed,
    Outcome::TooLarge,
    Outcome::Truncated,
    Outcome::Transport,
];

impl Outcome {
    pub(crate) fn of<E>(error: &StreamError<E>) -> Self {
        match error {
            StreamError::Transport(_) => Self::Transport,
            StreamError::TooLarge { .. } => Self::TooLarge,
            StreamError::Truncated => Self::Truncated,
            StreamError::Decode(error) => match error.kind() {
                ErrorKind::Payload => Self::Payload,
                ErrorKind::UnknownEvent => Self::UnknownEvent,
                ErrorKind::Unnamed => Self::Unnamed,
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }
}

/// The number of items of each kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally(BTreeMap<Outcome, u64>);

impl Tally {
    pub(crate) fn add(&mut self, outcome: Outcome) {
        self.add_all(outcome, 1);
    }

    fn add_all(&mut self, outcome: Outcome, count: u64) {
        *self.0.entry(outcome).or_default() += count;
    }

    pub(crate) fn count(&self, outcome: Outcome) -> u64 {
        self.0.get(&outcome).copied().unwrap_or_default()
    }

    fn merge(&mut self, other: &Self) {
        other.0.iter().for_each(|(outcome, count)| self.add_all(*outcome, *count));
    }

    /// The expected items of a stream with this fault.
    pub(crate) fn expected(stream: usize, fault: Fault) -> Self {
        let mut tally = Self::default();
        let troubles = DELTAS.div_ceil(EVERY);
        match fault {
            Fault::Garbage => [Outcome::Payload, Outcome::UnknownEvent, Outcome::Unnamed]
                .into_iter()
                .for_each(|outcome| tally.add_all(outcome, troubles)),
            Fault::Giant => tally.add_all(Outcome::TooLarge, troubles),
            Fault::Reset | Fault::Close => tally.add(Outcome::Transport),
            Fault::Cut | Fault::Unfinished => tally.add(Outcome::Truncated),
            Fault::None | Fault::HalfFrames | Fault::Stall | Fault::Reported | Fault::Endless => {}
        }
        let ends_with_event = !matches!(fault, Fault::Reset | Fault::Close | Fault::Cut | Fault::Unfinished)
            && !ends_with_sentinel(stream, fault);
        tally.add_all(Outcome::Event, DELTAS + u64::from(ends_with_event));
        tally
    }
}

/// The totals of all streams.
#[derive(Default)]
pub(crate) struct Report {
    expected: Tally,
    read: Tally,
    /// The streams with other items than expected.
    wrong: Vec<String>,
}

impl Report {
    pub(crate) fn add(&mut self, stream: usize, fault: Fault, expected: &Tally, read: &Tally) {
        self.expected.merge(expected);
        self.read.merge(read);
        if read != expected {
            self.wrong.push(format!("stream {stream} ({fault:?}): {:?}, not {:?}", read.0, expected.0));
        }
    }

    /// Prints the totals, and returns whether they are as expected.
    pub(crate) fn print(
        &self,
        streams: usize,
        sent: u64,
        elapsed: Duration,
        memory: &Memory,
    ) -> Result<(), Box<dyn Error>> {
        let received = self.read.count(Outcome::Event);
        let lost = sent.saturating_sub(received);
        println!("streams     {streams}, all open at once, {DELTAS} events and an end each");
        println!("sent        {sent} events");
        println!("received    {received} events");
        println!("lost        {lost}");
        println!("errors      {:>10} {:>10}", "expected", "reported");
        for error in ERRORS {
            let name = format!("  {error:?}");
            println!("{name:<14}{:>8} {:>10}", self.expected.count(error), self.read.count(error));
        }
        println!(
            "memory      {} KiB per stream at the peak (counting allocator: server, HTTP and reader together)",
            memory.peak() / streams / 1024
        );
        let rate = u128::from(received) * 1000 / elapsed.as_millis().max(1);
        println!("elapsed     {:.2} s, pauses included: {rate} events per second", elapsed.as_secs_f64());
        for wrong in self.wrong.iter().take(5) {
            println!("wrong       {wrong}");
        }
        if lost == 0 && sent == received && self.wrong.is_empty() {
            return Ok(());
        }
        Err(format!("{lost} events lost, {} streams wrong", self.wrong.len()).into())
    }
}
