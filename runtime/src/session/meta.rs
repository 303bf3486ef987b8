//! What comes with an event beside its name and data.

use std::time::Duration;

use crate::RawEvent;

/// What came with an event beside its name and data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EventMeta {
    /// The last event ID at the time of the event.
    pub id: Option<String>,
    /// The last reconnection time received since the previous event.
    pub retry: Option<Duration>,
}

impl From<RawEvent<'_>> for EventMeta {
    fn from(raw: RawEvent<'_>) -> Self {
        Self { id: raw.id.map(str::to_owned), retry: raw.retry }
    }
}
