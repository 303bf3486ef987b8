//! The crate `sseer` (0.3): its events are whole, so the conversion is total.

use sseer::event::Event;

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
