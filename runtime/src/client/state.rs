//! The state of a typed stream, in addition to its items.

use std::time::Duration;

use super::counters::StreamCounters;

/// The state of a typed stream, in addition to its items. Views forward it.
pub trait StreamState {
    fn last_event_id(&self) -> Option<&str>;
    fn retry(&self) -> Option<Duration>;
    fn is_complete(&self) -> bool;
    fn counters(&self) -> StreamCounters;
}

/// Implements the state of a view by that of its `events`: as inherent methods, which are documented at `$of`, and as
/// the trait for a view of the view.
macro_rules! forward_state {
    ($view:ident, $of:literal) => {
        forward_state! { $view, $of,
            last_event_id: Option<&str>,
            retry: Option<std::time::Duration>,
            is_complete: bool,
            counters: crate::client::counters::StreamCounters,
        }
    };
    ($view:ident, $of:literal, $($method:ident: $state:ty,)*) => {
        impl<V: crate::client::state::StreamState> $view<V> {
            $(
                #[doc = concat!("See [`", $of, "::", stringify!($method), "`](super::", $of, "::", stringify!($method), ").")]
                pub fn $method(&self) -> $state {
                    self.events.$method()
                }
            )*
        }

        impl<V: crate::client::state::StreamState> crate::client::state::StreamState for $view<V> {
            $(
                fn $method(&self) -> $state {
                    self.events.$method()
                }
            )*
        }
    };
}

pub(super) use forward_state;
