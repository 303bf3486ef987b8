//! How long one poll may go on without an item.

use std::task::{Context, Poll};

/// The steps of one poll that may yield nothing: a chunk of comments, an event that is skipped.
///
/// A transport that always has more of them would otherwise hold its thread, and every task on it, for as long as it has.
pub struct Budget {
    steps: u8,
}

impl Budget {
    /// Most bytes that one step parses.
    pub(in crate::client) const WINDOW: usize = 16 * 1024;

    pub(in crate::client) fn new() -> Self {
        Self { steps: 64 }
    }

    /// Takes one step. After the last one the task is woken at once and has to return.
    #[inline]
    pub(in crate::client) fn poll_step(&mut self, cx: &Context<'_>) -> Poll<()> {
        match self.steps.checked_sub(1) {
            Some(steps) => {
                self.steps = steps;
                Poll::Ready(())
            }
            None => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
        }
    }
}
