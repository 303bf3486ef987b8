//! A client that reconnects until it has the last event.

use std::error::Error;
use std::time::Duration;

use futures_util::StreamExt as _;
use sse_event::server::LastEventId;
use sse_event::{ByteStreamExt as _, StreamError};

use super::log::Event;

/// The pause before a client reconnects: the time that a server needs to restart.
const RETRY: Duration = Duration::from_millis(20);

#[derive(Default)]
pub(super) struct Tally {
    pub(super) events: u64,
    pub(super) lost: u64,
    pub(super) duplicated: u64,
    pub(super) cut: u64,
    pub(super) ended: u64,
    /// The number of the last event.
    last: u64,
}

impl Tally {
    fn add(&mut self, number: u64) {
        self.events += 1;
        self.lost += number.saturating_sub(self.last + 1);
        self.duplicated += u64::from(number <= self.last);
        self.last = number;
    }
}

pub(super) async fn read(
    client: reqwest::Client,
    url: String,
) -> Result<Tally, Box<dyn Error + Send + Sync>> {
    let mut tally = Tally::default();
    let mut last_event_id = String::new();
    loop {
        let mut request = client.get(&url);
        if !last_event_id.is_empty() {
            request = request.header(LastEventId::HEADER, &last_event_id);
        }
        let Ok(response) = request.send().await else {
            tokio::time::sleep(RETRY).await;
            continue;
        };
        let bytes = response.error_for_status()?.bytes_stream();
        let mut events = bytes.sse_events::<Event>().with_last_event_id(&last_event_id);
        while let Some(event) = events.next().await {
            match event {
                Ok(Event::Number { number }) => tally.add(number),
                Ok(Event::Last { number }) => {
                    tally.add(number);
                    return Ok(tally);
                }
                Err(StreamError::Transport(_)) => tally.cut += 1,
                Err(StreamError::Truncated) => tally.ended += 1,
                Err(error) => return Err(error.into()),
            }
        }
        last_event_id = events.last_event_id().unwrap_or_default().to_owned();
    }
}
