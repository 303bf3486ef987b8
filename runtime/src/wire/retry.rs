//! The reconnection time of a stream.

use std::time::Duration;

/// The last reconnection time, and whether it came since the previous event.
#[derive(Debug, Default)]
pub(crate) struct Retry {
    last: Option<Duration>,
    fresh: bool,
}

impl Retry {
    pub(crate) fn set(&mut self, retry: Duration) {
        (self.last, self.fresh) = (Some(retry), true);
    }

    /// The one that belongs to the event that comes now.
    pub(crate) fn take(&mut self) -> Option<Duration> {
        std::mem::take(&mut self.fresh).then_some(self.last).flatten()
    }

    pub(crate) fn last(&self) -> Option<Duration> {
        self.last
    }
}
