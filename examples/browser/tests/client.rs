//! Our own client, which does what an `EventSource` does.

use futures_util::StreamExt as _;
use reqwest::StatusCode;
use reqwest::header::HeaderValue;
use sse_event::{ByteStreamExt as _, DecodeEventOwned, EventMeta, StreamError};

/// What was read, and what each response ended with that did not end well.
#[derive(Debug)]
pub(super) struct Reading<T> {
    pub(super) events: Vec<(T, EventMeta)>,
    pub(super) losses: Vec<StreamError<reqwest::Error>>,
}

/// Reads, and reads on after the last event's ID, until the server has nothing left.
pub(super) async fn read<T: DecodeEventOwned>(url: &str) -> Result<Reading<T>, Box<dyn std::error::Error>> {
    // A proxy of the environment has nothing to do with the loopback.
    let client = reqwest::Client::builder().no_proxy().build()?;
    let mut reading = Reading { events: Vec::new(), losses: Vec::new() };
    let mut last_event_id: Option<String> = None;
    loop {
        let mut request = client.get(url);
        if let Some(id) = &last_event_id {
            request = request.header("last-event-id", HeaderValue::from_str(id)?);
        }
        let response = request.send().await?;
        if response.status() == StatusCode::NO_CONTENT {
            return Ok(reading);
        }
        let mut events = response.error_for_status()?.bytes_stream().sse_events::<T>().with_meta();
        while let Some(event) = events.next().await {
            match event {
                Ok(event) => reading.events.push(event),
                Err(loss @ (StreamError::Transport(_) | StreamError::Truncated)) => reading.losses.push(loss),
                Err(error) => return Err(error.into()),
            }
        }
        last_event_id = events.last_event_id().map(str::to_owned);
    }
}
