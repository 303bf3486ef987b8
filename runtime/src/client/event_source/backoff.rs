//! The wait before the next connection.

use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};

/// The longest wait that a server can request: the most that `retry:` can express, and a duration that every timer
/// supports.
pub(super) const LONGEST: Duration = Duration::from_millis(u32::MAX as u64);

/// Exponential backoff with full jitter, in addition to the reconnection time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Backoff {
    pub(super) base: Duration,
    pub(super) cap: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self { base: Duration::from_secs(1), cap: Duration::from_secs(60) }
    }
}

impl Backoff {
    /// The wait after a lost connection. `retries` is the number of retries since the last event.
    ///
    /// The wait is at least the reconnection time, and exactly that after a connection that delivered an event, as
    /// the standard specifies.
    pub(super) fn delay(&self, reconnection_time: Duration, retries: u32) -> Duration {
        let jitter = self.bound(retries).mul_f64(fastrand::f64());
        reconnection_time.saturating_add(jitter).min(LONGEST)
    }

    /// The maximum that is added to the reconnection time.
    fn bound(&self, retries: u32) -> Duration {
        let Some(doublings) = retries.checked_sub(1) else { return Duration::ZERO };
        let mut delays = ExponentialBuilder::new()
            .with_factor(2.0)
            .with_min_delay(self.base)
            .with_max_delay(self.cap)
            .without_max_times()
            .build();
        // After this many doublings every base exceeds the cap.
        let delay = delays.nth(doublings.min(64) as usize);
        delay.map_or(self.cap, |delay| delay.min(self.cap))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn bound_doubles_up_to_cap() {
        let backoff = Backoff { base: SECOND, cap: 10 * SECOND };
        let bounds: Vec<u64> = (0..7).map(|retries| backoff.bound(retries).as_secs()).collect();
        assert_eq!(bounds, [0, 1, 2, 4, 8, 10, 10]);
        assert_eq!(backoff.bound(u32::MAX), 10 * SECOND);
        assert_eq!(Backoff { base: 20 * SECOND, ..backoff }.bound(1), 10 * SECOND);
        assert_eq!(Backoff { base: Duration::ZERO, ..backoff }.bound(u32::MAX), Duration::ZERO);
    }

    #[test]
    fn delay_is_spread_between_reconnection_time_and_bound() {
        let backoff = Backoff::default();
        assert_eq!(backoff.delay(3 * SECOND, 0), 3 * SECOND);
        let delays: Vec<Duration> = (0..1_000).map(|_| backoff.delay(3 * SECOND, 4)).collect();
        assert!(delays.iter().all(|delay| (3 * SECOND..11 * SECOND).contains(delay)));
        // Full jitter: about one in eight delays is within the first second, and one in eight within the last.
        assert!(delays.iter().filter(|delay| **delay < 4 * SECOND).count() > 50);
        assert!(delays.iter().filter(|delay| **delay > 10 * SECOND).count() > 50);
    }

    #[test]
    fn delay_never_overflows() {
        let backoff = Backoff { base: Duration::MAX, cap: Duration::MAX };
        for retries in [0, 1, 2, 100, u32::MAX] {
            assert_eq!(backoff.delay(Duration::MAX, retries), LONGEST);
        }
    }
}
