//! The crate `eventsource-client` (0.18): a client that reconnects and has its own parser.

use std::time::Duration;

use eventsource_client::{Event, SSE};

use crate::raw::{AsRawEvent, RawEvent};

impl<'a> From<&'a Event> for RawEvent<'a> {
    fn from(event: &'a Event) -> Self {
        Self {
            id: event.id.as_deref(),
            retry: event.retry.map(Duration::from_millis),
            ..Self::new(&event.event_type, &event.data)
        }
    }
}

impl AsRawEvent for SSE {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        match self {
            Self::Event(event) => Some(event.into()),
            Self::Connected(_) | Self::Comment(_) => None,
        }
    }
}
