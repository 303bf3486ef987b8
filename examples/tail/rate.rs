//! The event rate.

use std::collections::VecDeque;
use std::time::Duration;

/// The events of the last seconds.
#[derive(Default)]
pub(crate) struct Rate {
    seconds: VecDeque<Second>,
}

/// The events of one second; seconds are counted from the start.
struct Second {
    number: u64,
    events: u64,
    bytes: u64,
}

/// The number of seconds that count, including the current one, which is not over.
const SECONDS: u64 = 10;

impl Rate {
    /// Records an event with its size, at a time after the start.
    pub(crate) fn record(&mut self, elapsed: Duration, bytes: u64) {
        let number = elapsed.as_secs();
        match self.seconds.back_mut().filter(|last| last.number == number) {
            Some(last) => {
                last.events += 1;
                last.bytes += bytes;
            }
            None => self.seconds.push_back(Second { number, events: 1, bytes }),
        }
        self.forget(number);
    }

    /// Tenths of an event, and bytes, per second: over the last ten seconds, or since the start if that is shorter.
    pub(crate) fn per_second(&mut self, elapsed: Duration) -> (u64, u64) {
        self.forget(elapsed.as_secs());
        let begin = elapsed.as_secs().saturating_sub(SECONDS - 1);
        let millis = elapsed.saturating_sub(Duration::from_secs(begin)).as_millis();
        // Less than a second counts as one.
        let millis = u64::try_from(millis).unwrap_or(u64::MAX).max(1_000);
        let (events, bytes) = self
            .seconds
            .iter()
            .fold((0, 0), |(events, bytes), second| (events + second.events, bytes + second.bytes));
        (events * 10_000 / millis, bytes.saturating_mul(1_000) / millis)
    }

    fn forget(&mut self, now: u64) {
        while self.seconds.front().is_some_and(|first| first.number + SECONDS <= now) {
            self.seconds.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn rate_is_that_of_last_seconds() {
        let mut rate = Rate::default();
        assert_eq!(rate.per_second(millis(0)), (0, 0));
        rate.record(millis(100), 30);
        rate.record(millis(200), 10);
        assert_eq!(rate.per_second(millis(500)), (20, 40), "less than a second counts as one");
        assert_eq!(rate.per_second(millis(4_000)), (5, 10));
        for second in 0..100 {
            rate.record(millis(4_500 + second * 1_000), 5);
        }
        assert_eq!(rate.per_second(millis(103_999)), (10, 5));
        assert_eq!(rate.seconds.len(), 10);
    }

    #[test]
    fn silence_empties_rate() {
        let mut rate = Rate::default();
        rate.record(millis(0), 1_000);
        assert_eq!(rate.per_second(millis(9_000)), (1, 111));
        assert_eq!(rate.per_second(millis(10_000)), (0, 0));
    }
}
