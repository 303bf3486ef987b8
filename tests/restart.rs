//! 1,000 clients of a server that restarts twice, with each response cut at a random event: no event may be lost or
//! duplicated, and each shutdown takes less than a second. For axum and actix-web.
//!
//! ```text
//! cargo run --release --all-features --example restart               1,000 clients
//! cargo run --release --all-features --example restart -- CLIENTS
//! ```

#[path = "load/files.rs"]
mod files;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use sse_event_tests::restart::{EVENTS, Framework, Report, run};
use tokio::time::timeout;

const CLIENTS: usize = 1_000;

/// A client that hangs is a failure.
const LIMIT: Duration = Duration::from_secs(240);

#[tokio::main]
async fn main() -> ExitCode {
    match restart().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn restart() -> Result<(), Box<dyn Error + Send + Sync>> {
    let wanted = match std::env::args().nth(1) {
        None => CLIENTS,
        Some(clients) => clients.parse().ok().filter(|n| *n > 0).ok_or("usage: restart [CLIENTS]")?,
    };
    let clients = files::allow(wanted).map_err(|error| error.to_string())?;
    let mut failed = Vec::new();
    for framework in [Framework::Axum, Framework::Actix] {
        let report = timeout(LIMIT, run(framework, clients)).await.map_err(|_| "not done in time")??;
        let Report { events, lost, duplicated, cut, ended, shutdowns } = report;
        println!(
            "{framework:?}: {clients} clients, {events} events, {lost} lost, {duplicated} duplicated; {cut} responses cut at \
             random, {ended} ended by a shutdown; down in {shutdowns:?}"
        );
        let is_whole = events == EVENTS * u64::try_from(clients)? && (lost, duplicated) == (0, 0);
        let is_fast = shutdowns.iter().all(|shutdown| *shutdown < Duration::from_secs(1));
        if !is_whole || !is_fast {
            failed.push(framework);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!("{failed:?}: events were lost or duplicated, or a shutdown took a second or more").into())
}
