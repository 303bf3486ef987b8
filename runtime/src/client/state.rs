//! What a typed stream knows beyond its items.

use std::time::Duration;

use super::counters::StreamCounters;

/// What a typed stream knows beyond its items. A view forwards it.
pub trait StreamState {
    fn last_event_id(&self) -> Option<&str>;
    fn retry(&self) -> Option<Duration>;
    fn is_complete(&self) -> bool;
    fn counters(&self) -> StreamCounters;
}
