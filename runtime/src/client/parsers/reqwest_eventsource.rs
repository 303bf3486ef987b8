//! The crate `reqwest-eventsource` (0.6): a client that reconnects, on the parser of `eventsource-stream`.

use reqwest_eventsource::Event;

use super::set_id;
use crate::raw::{AsRawEvent, RawEvent};

impl AsRawEvent for Event {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        match self {
            Self::Open => None,
            Self::Message(event) => Some(RawEvent {
                id: set_id(&event.id),
                retry: event.retry,
                ..RawEvent::new(&event.event, &event.data)
            }),
        }
    }
}
