//! A server that restarts while clients read from it: measures lost and duplicated events, and the time of a
//! shutdown.

mod client;
mod log;
mod server;

use std::error::Error;
use std::net::Ipv4Addr;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use log::Log;
pub use server::Framework;
use server::Server;

/// The number of events in the log. Each client must receive all of them.
pub const EVENTS: u64 = 300;

/// The number of restarts.
const RESTARTS: u64 = 2;

/// The pause between two events.
const PACE: Duration = Duration::from_millis(2);

/// The results of all clients.
#[derive(Debug, Default)]
pub struct Report {
    /// Events that were received.
    pub events: u64,
    /// Events that a client did not receive.
    pub lost: u64,
    /// Events that a client received twice.
    pub duplicated: u64,
    /// Responses that were cut at a random event.
    pub cut: u64,
    /// Responses that ended at a shutdown.
    pub ended: u64,
    /// The duration of each shutdown, from its signal until the server has stopped, with every client connected.
    pub shutdowns: Vec<Duration>,
}

/// Serves the log to this many clients while the server restarts.
///
/// # Errors
/// The loopback cannot be used, or a client reads an event that was not sent.
pub async fn run(framework: Framework, clients: usize) -> Result<Report, Box<dyn Error + Send + Sync>> {
    let log = Log::default();
    let mut server = Server::start(framework, (Ipv4Addr::LOCALHOST, 0).into(), log.clone())?;
    let address = server.address();
    // A proxy from the environment must not be used for the loopback.
    let http = reqwest::Client::builder().no_proxy().build()?;
    let mut readers = JoinSet::new();
    for number in 0..clients {
        readers.spawn(client::read(http.clone(), format!("http://{address}/{number}")));
    }

    let mut report = Report::default();
    for part in 1..=RESTARTS {
        publish(&log, part * EVENTS / (RESTARTS + 1)).await;
        while log.readers() < clients {
            sleep(PACE).await;
        }
        let signalled = Instant::now();
        server.shut_down().await?;
        report.shutdowns.push(signalled.elapsed());
        server = Server::start(framework, address, log.clone())?;
    }
    publish(&log, EVENTS).await;
    while let Some(read) = readers.join_next().await {
        let tally = read??;
        report.events += tally.events;
        report.lost += tally.lost;
        report.duplicated += tally.duplicated;
        report.cut += tally.cut;
        report.ended += tally.ended;
    }
    server.shut_down().await?;
    Ok(report)
}

async fn publish(log: &Log, last: u64) {
    while log.publish() < last {
        sleep(PACE).await;
    }
}
