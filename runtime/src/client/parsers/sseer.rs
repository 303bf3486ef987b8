//! The crate `sseer` (0.3): its events are complete, so the conversion cannot fail. With `reqwest`, it has a client
//! that reconnects.

use sseer::event::Event;
#[cfg(feature = "reqwest-013")]
use sseer::reqwest::StreamEvent;

use super::set_id;
use crate::raw::{AsRawEvent, RawEvent};

impl<'a> From<&'a Event> for RawEvent<'a> {
    fn from(event: &'a Event) -> Self {
        Self { id: set_id(&event.id), retry: event.retry, ..Self::new(&event.event, &event.data) }
    }
}

impl AsRawEvent for Event {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        Some(self.into())
    }
}

#[cfg(feature = "reqwest-013")]
impl AsRawEvent for StreamEvent {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        match self {
            Self::Open => None,
            Self::Event(event) => Some(event.into()),
        }
    }
}
