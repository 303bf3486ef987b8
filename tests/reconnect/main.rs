//! Thousands of concurrent `EventSource`s, over a server that aborts their connections at random. Fails if an event
//! is lost or duplicated.
//!
//! ```text
//! cargo run --release --example reconnect                        2,000 streams, two minutes
//! cargo run --release --example reconnect -- STREAMS SECONDS
//! ```

#[path = "../load/files.rs"]
mod files;
#[path = "../load/memory.rs"]
mod memory;
mod server;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use futures_util::StreamExt as _;
use sse_event::SseEvent;
use sse_event::event_source::RequestBuilderExt as _;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout_at};

use memory::Memory;
use server::Server;

/// An event has its number: the streams count from 1 without gaps.
#[derive(Debug, SseEvent)]
enum Event {
    #[event("tick")]
    Tick(u64),
}

/// The time limit for the last events after the run.
const GRACE: Duration = Duration::from_secs(30);

#[derive(Default)]
struct Tally {
    events: u64,
    connections: u64,
    lost: u64,
    duplicated: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<usize>());
    let streams = files::allow(arguments.next().unwrap_or(Ok(2_000))?)?;
    let seconds = arguments.next().unwrap_or(Ok(120))?;
    let server = Server::start()?;
    let client = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build()?;
    let memory = Memory::before();
    let end = Instant::now() + Duration::from_secs(u64::try_from(seconds)?);

    let mut readers = JoinSet::new();
    for stream in 0..streams {
        readers.spawn(read(client.get(server.url(stream)), end));
    }
    let mut total = Tally::default();
    sleep_until(end).await;
    server.drain();
    while let Some(tally) = readers.join_next().await {
        let tally = tally?.map_err(|error| -> Box<dyn Error> { error })?;
        total.events += tally.events;
        total.connections += tally.connections;
        total.lost += tally.lost;
        total.duplicated += tally.duplicated;
    }
    let Tally { events, connections, lost, duplicated } = total;
    println!("streams     {streams} for {seconds} s");
    println!("connections {connections}, of which {} were aborted", server.broken());
    println!(
        "events      {events} of {} that were numbered, {lost} lost, {duplicated} duplicated",
        events + lost
    );
    println!("memory      {} KiB per stream at its peak, both ends", memory.peak() / 1024 / streams);
    if events == 0 || lost > 0 || duplicated > 0 {
        return Err("events were lost or duplicated".into());
    }
    Ok(())
}

/// Reads one stream until the run is over and one more event has arrived.
async fn read(request: reqwest::RequestBuilder, end: Instant) -> Result<Tally, Box<dyn Error + Send + Sync>> {
    let connections = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let opened = std::sync::Arc::clone(&connections);
    let mut source = request
        .event_source::<Event>()
        .reconnection_time(Duration::from_millis(100))
        .backoff(Duration::from_millis(200), Duration::from_secs(2))
        .on_connection(move |connection| {
            if let sse_event::event_source::Connection::Opened { .. } = connection {
                opened.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            }
        });
    let mut tally = Tally::default();
    let mut last = 0;
    loop {
        let is_over = Instant::now() >= end;
        let Some(item) = timeout_at(end + GRACE, source.next()).await? else { return Err("an end".into()) };
        let Event::Tick(number) = item?;
        tally.events += 1;
        tally.lost += number.saturating_sub(last + 1);
        tally.duplicated += u64::from(number <= last);
        last = last.max(number);
        if is_over {
            tally.connections = connections.load(std::sync::atomic::Ordering::Relaxed);
            return Ok(tally);
        }
    }
}
