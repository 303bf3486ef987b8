//! The limit on the work of one poll that yields no item.

use std::task::{Context, Poll};

/// The steps of one poll that may yield nothing: a chunk of comments, or a skipped event.
///
/// Without a limit, a transport that always has more of these would block its thread, and every task on the thread.
pub struct Budget {
    steps: u8,
}

impl Budget {
    /// Most bytes that one step parses.
    pub(in crate::client) const WINDOW: usize = 16 * 1024;

    pub(in crate::client) fn new() -> Self {
        Self { steps: 64 }
    }

    /// Takes one step. When the budget is used up, wakes the task; the caller must then return `Pending`.
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
