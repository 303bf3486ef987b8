//! The limit on the size of an event.

use std::num::NonZeroUsize;

/// Most bytes of an event's data, name or ID: large enough for a `response.completed` with images in it, small enough
/// to limit the damage of a hostile server.
pub(crate) const DEFAULT_LIMIT: NonZeroUsize =
    NonZeroUsize::new(16 * 1024 * 1024).expect("16 MiB is not zero");
