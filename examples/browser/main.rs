//! A page that shows how a browser's own `EventSource` receives the events of one enum, as they arrive.
//!
//! ```text
//! cargo run --example browser              on a free port: open the address that it prints
//! cargo run --example browser -- PORT
//! ```

mod event;
mod script;
mod server;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::time::Duration;

use tokio::net::TcpListener;

/// The pause between two events, slow enough for a person to follow.
const PACE: Duration = Duration::from_millis(400);

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn Error>> {
    let port = match std::env::args().nth(1) {
        None => 0,
        Some(port) => port.parse().map_err(|_| "usage: browser [PORT]")?,
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    println!("open http://{}/", listener.local_addr()?);

    let (router, mut logs) = server::router(PACE);
    tokio::spawn(async move {
        while let Some(log) = logs.recv().await {
            let (events, connections) = (log.events.len(), log.reconnections.len() + 1);
            println!("a browser received {events} events over {connections} connections");
        }
    });
    axum::serve(listener, router).await?;
    Ok(())
}
