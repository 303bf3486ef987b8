//! This crate's client: an `EventSource` in Rust.

use std::sync::{Arc, Mutex};

use futures_util::TryStreamExt as _;
use sse_event::event_source::{Connection, EventSourceError, LostConnection, RequestBuilderExt as _};
use sse_event::{DecodeEventOwned, EventMeta, StreamError};

/// The events that were read, and the causes of the lost connections.
#[derive(Debug)]
pub(super) struct Reading<T> {
    pub(super) events: Vec<(T, EventMeta)>,
    pub(super) losses: Vec<&'static str>,
}

/// Reads until the end that the enum declares, or until the server has nothing left.
pub(super) async fn read<T: DecodeEventOwned>(url: &str) -> Result<Reading<T>, Box<dyn std::error::Error>> {
    // A proxy from the environment must not be used for the loopback.
    let client = reqwest::Client::builder().no_proxy().build()?;
    let losses = Arc::<Mutex<Vec<_>>>::default();
    let seen = Arc::clone(&losses);
    let events = client.get(url).event_source::<T>().on_connection(move |connection| {
        if let Connection::Lost { cause, .. } = connection {
            seen.lock().unwrap().push(match cause {
                LostConnection::Body(_) => "body",
                LostConnection::Ended => "ended",
                LostConnection::Truncated => "truncated",
                _ => "none was made",
            });
        }
    });
    let (mut events, mut read) = (events.with_meta(), Vec::new());
    loop {
        match events.try_next().await {
            Ok(Some(event)) => read.push(event),
            Ok(None) => break,
            Err(StreamError::Transport(EventSourceError::Response(answer))) if answer.status() == 204 => {
                break;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let losses = losses.lock().unwrap().clone();
    Ok(Reading { events: read, losses })
}
