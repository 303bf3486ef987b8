//! The reader of one stream, as a user would write it, with a tally.

use futures_util::StreamExt as _;
use reqwest::Client;
use sse_event::ByteStreamExt as _;

use crate::event::Event;
use crate::script::LIMIT;
use crate::tally::{Outcome, Tally};

pub(crate) async fn read(client: &Client, url: &str) -> Result<Tally, reqwest::Error> {
    let response = client.get(url).send().await?.error_for_status()?;
    let mut events = response.bytes_stream().sse_events::<Event>().max_event_size(LIMIT);
    let mut tally = Tally::default();
    let mut next = 0;
    while let Some(item) = events.next().await {
        match item {
            Ok(event) => {
                tally.add(Outcome::Event);
                if event.sequence() != next {
                    tally.add(Outcome::OutOfOrder);
                }
                next = event.sequence() + 1;
            }
            Err(error) => tally.add(Outcome::of(&error)),
        }
    }
    Ok(tally)
}
