//! The reconnection time of a stream.

use std::time::Duration;

/// The last reconnection time, and whether it was received since the previous event.
#[derive(Debug, Default)]
pub(crate) struct Retry {
    last: Option<Duration>,
    fresh: bool,
}

impl Retry {
    pub(crate) fn set(&mut self, retry: Duration) {
        (self.last, self.fresh) = (Some(retry), true);
    }

    /// The reconnection time of the event that is dispatched now.
    pub(crate) fn take(&mut self) -> Option<Duration> {
        std::mem::take(&mut self.fresh).then_some(self.last).flatten()
    }

    pub(crate) fn last(&self) -> Option<Duration> {
        self.last
    }
}
