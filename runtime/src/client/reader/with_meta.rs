//! A view of the reader: each event with its ID and reconnection time.

use std::io::{self, BufRead};
use std::iter::FusedIterator;

use super::EventReader;
use crate::client::ending::Item;
use crate::client::state::forward_state;
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

forward_state!(WithMeta, "EventReader");

impl<R: BufRead, T: DecodeEventOwned> Iterator for WithMeta<EventReader<R, T>> {
    type Item = Item<(T, EventMeta), io::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.events.next_item(|event, raw| (event, EventMeta::from(raw)))
    }
}

impl<R: BufRead, T: DecodeEventOwned> FusedIterator for WithMeta<EventReader<R, T>> {}
