//! A view of the reader: each event with its ID and reconnection time.

use std::io::{self, BufRead};
use std::iter::FusedIterator;
use std::time::Duration;

use super::EventReader;
use crate::client::counters::StreamCounters;
use crate::client::ending::Item;
use crate::client::state::StreamState;
use crate::decode::DecodeEventOwned;
use crate::meta::EventMeta;

/// An [`EventReader`] that yields each event with its [`EventMeta`].
#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Debug)]
pub struct WithMeta<V> {
    events: V,
}

impl<V> WithMeta<V> {
    pub(super) fn new(events: V) -> Self {
        Self { events }
    }
}

impl<V: StreamState> WithMeta<V> {
    /// See [`EventReader::last_event_id`](crate::EventReader::last_event_id).
    pub fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    /// See [`EventReader::retry`](crate::EventReader::retry).
    pub fn retry(&self) -> Option<Duration> {
        self.events.retry()
    }

    /// See [`EventReader::is_complete`](crate::EventReader::is_complete).
    pub fn is_complete(&self) -> bool {
        self.events.is_complete()
    }

    /// See [`EventReader::counters`](crate::EventReader::counters).
    pub fn counters(&self) -> StreamCounters {
        self.events.counters()
    }
}

impl<V: StreamState> StreamState for WithMeta<V> {
    fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    fn retry(&self) -> Option<Duration> {
        self.events.retry()
    }

    fn is_complete(&self) -> bool {
        self.events.is_complete()
    }

    fn counters(&self) -> StreamCounters {
        self.events.counters()
    }
}

impl<R: BufRead, T: DecodeEventOwned> Iterator for WithMeta<EventReader<R, T>> {
    type Item = Item<(T, EventMeta), io::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.events.next_item(|event, raw| (event, EventMeta::from(raw)))
    }
}

impl<R: BufRead, T: DecodeEventOwned> FusedIterator for WithMeta<EventReader<R, T>> {}
