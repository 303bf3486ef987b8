//! A view of the reader: `error` events as errors.

use std::io;
use std::iter::FusedIterator;

use super::EventReader;
use super::with_meta::WithMeta;
use crate::client::ending::Item;
use crate::client::state::forward_state;
use crate::error::stream::EventError;
use crate::event::SseEvent;

/// An [`EventReader`] that yields `error` events as `Err(EventError::Event(event))`.
///
/// With [`with_meta`](Self::with_meta), before or after, it yields each event with its [`EventMeta`](crate::EventMeta), an
/// `error` event too: `Err(EventError::Event((event, meta)))`.
#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Debug)]
pub struct ErrorsAsErr<V> {
    events: V,
}

impl<V> ErrorsAsErr<V> {
    pub(super) fn new(events: V) -> Self {
        Self { events }
    }
}

impl<R, T> ErrorsAsErr<EventReader<R, T>> {
    /// Yields each event with its ID and reconnection time.
    pub fn with_meta(self) -> ErrorsAsErr<WithMeta<EventReader<R, T>>> {
        ErrorsAsErr::new(self.events.with_meta())
    }
}

impl<V> WithMeta<V> {
    /// Yields `error` events as `Err(EventError::Event((event, meta)))`.
    pub fn errors_as_err(self) -> ErrorsAsErr<Self> {
        ErrorsAsErr::new(self)
    }
}

forward_state!(ErrorsAsErr, "EventReader");

impl<V, T> Iterator for ErrorsAsErr<V>
where
    V: Iterator<Item = Item<T, io::Error>>,
    T: SseEvent,
{
    type Item = Result<T, EventError<T, io::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.events.next().map(EventError::from_item)
    }
}

impl<V, T> FusedIterator for ErrorsAsErr<V>
where
    V: FusedIterator<Item = Item<T, io::Error>>,
    T: SseEvent,
{
}
