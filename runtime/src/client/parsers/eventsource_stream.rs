//! The crate `eventsource-stream` (0.2): its events are complete, so the conversions cannot fail.
//!
//! Only its events are converted; this crate never parses with it. That parser panics on a byte order mark, stops at
//! invalid UTF-8 and takes quadratic time for a large event.

use eventsource_stream::Event;

use super::set_id;
use crate::raw::{AsRawEvent, RawEvent, RawEventBuf};

impl<'a> From<&'a Event> for RawEvent<'a> {
    fn from(event: &'a Event) -> Self {
        Self { id: set_id(&event.id), retry: event.retry, ..Self::new(&event.event, &event.data) }
    }
}

impl From<Event> for RawEventBuf {
    fn from(event: Event) -> Self {
        let mut raw = Self::new(event.event, event.data);
        raw.id = Some(event.id).filter(|id| !id.is_empty());
        raw.retry = event.retry;
        raw
    }
}

/// For errors that keep the event in that crate's type.
impl From<RawEventBuf> for Event {
    fn from(event: RawEventBuf) -> Self {
        let event_type = event.event_type().to_owned();
        Self { event: event_type, data: event.data, id: event.id.unwrap_or_default(), retry: event.retry }
    }
}

impl AsRawEvent for Event {
    fn as_raw_event(&self) -> Option<RawEvent<'_>> {
        Some(self.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn conversion_keeps_every_field() {
        let event = Event {
            event: "a".into(),
            data: "1".into(),
            id: "7".into(),
            retry: Some(Duration::from_secs(3)),
        };
        let expected = RawEvent::new("a", "1").with_id("7").with_retry(Duration::from_secs(3));
        assert_eq!(event.as_raw_event(), Some(expected));
        assert_eq!(RawEventBuf::from(event.clone()), expected.to_buf());
        assert_eq!(Event::from(expected.to_buf()), event);
        assert_eq!(Event::from(RawEventBuf::new("", "1")).event, "message");
        assert_eq!(RawEvent::from(&Event::default()), RawEvent::new("", ""));
    }
}
