//! Thousands of concurrent streams, served and read by one process over the loopback, with faults in a known share of
//! them. Fails if an event is lost or a fault is reported incorrectly.
//!
//! ```text
//! cargo run --release --example load               2,000 streams
//! cargo run --release --example load -- STREAMS
//! ```

mod event;
mod fault;
mod files;
mod memory;
mod reader;
mod script;
mod server;
mod tally;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use fault::Fault;
use memory::Memory;
use server::Server;
use tally::{Report, Tally};

const STREAMS: usize = 2_000;

/// The run takes seconds; a stream that hangs is a failure.
const LIMIT: Duration = Duration::from_secs(120);

#[tokio::main]
async fn main() -> ExitCode {
    match timeout(LIMIT, load()).await {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => fail(&*error),
        Err(_) => fail(&*Box::<dyn Error>::from(format!("not done within {} seconds", LIMIT.as_secs()))),
    }
}

fn fail(error: &dyn Error) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::FAILURE
}

async fn load() -> Result<(), Box<dyn Error>> {
    let wanted = match std::env::args().nth(1) {
        None => STREAMS,
        Some(streams) => streams.parse().ok().filter(|n| *n > 0).ok_or("usage: load [STREAMS]")?,
    };
    let streams = files::allow(wanted)?;

    let server = Server::start(streams)?;
    // A proxy from the environment must not be used for the loopback.
    let client = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build()?;
    let memory = Memory::before();
    let start = Instant::now();
    let mut readers = JoinSet::new();
    for stream in 0..streams {
        let (client, url) = (client.clone(), server.url(stream));
        readers.spawn(async move { (stream, reader::read(&client, &url).await) });
    }

    let mut report = Report::default();
    while let Some(joined) = readers.join_next().await {
        let (stream, tally) = joined?;
        let fault = Fault::of(stream);
        let tally = tally.map_err(|error| format!("stream {stream} ({fault:?}) did not start: {error}"))?;
        report.add(stream, fault, &Tally::expected(stream, fault), &tally);
    }
    let elapsed = start.elapsed();
    server.hung_up().await;
    report.print(streams, server.sent(), elapsed, &memory)
}
