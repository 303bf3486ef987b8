//! The memory of the process, counted by its allocator.

use std::alloc::System;

use cap::Cap;

#[global_allocator]
static HEAP: Cap<System> = Cap::new(System, usize::MAX);

/// The heap before the first stream.
pub(crate) struct Memory {
    before: usize,
}

impl Memory {
    pub(crate) fn before() -> Self {
        Self { before: HEAP.allocated() }
    }

    /// The peak of allocated bytes since then.
    pub(crate) fn peak(&self) -> usize {
        HEAP.max_allocated().saturating_sub(self.before)
    }
}
