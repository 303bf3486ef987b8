//! Makes one event from a target's input.

use sse_event::RawEvent;

/// The first line is the event's name, the rest its data; a single line is the data of an event without a name.
#[must_use]
pub fn frame(input: &str) -> RawEvent<'_> {
    match input.split_once('\n') {
        Some((name, data)) => RawEvent::new(name, data),
        None => RawEvent::new("", input),
    }
}
