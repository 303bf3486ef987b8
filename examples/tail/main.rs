//! Follows a feed in a terminal: names, sizes, IDs and data of its events, its connections, and a live rate. It
//! reconnects after a lost connection and resumes from the last event ID.
//!
//! ```text
//! cargo run --example tail -- URL          over plain HTTP; Ctrl-C ends it, and shows the ID to resume from
//! cargo run --example tail -- URL ID       resumes after this ID
//! ```
//!
//! For HTTPS, add the feature `rustls` to `reqwest` in `Cargo.toml`.

mod follow;
mod rate;
mod screen;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::io::{self, IsTerminal as _};
use std::process::ExitCode;

use sse_event::RawEventBuf;
use sse_event::event_source::RequestBuilderExt as _;

use screen::Screen;

const USAGE: &str = "usage: tail URL [LAST-EVENT-ID]";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("cause: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), last_event_id, None) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err(USAGE.into());
    };
    if url.starts_with("https:") {
        return Err("this build has no TLS: add the feature `rustls` to `reqwest` in `Cargo.toml`".into());
    }
    let request = reqwest::Client::new().get(&url);
    let events = request
        .event_source::<RawEventBuf>()
        .with_last_event_id(last_event_id.as_deref().unwrap_or_default());
    // Events go to stdout, which may be piped; everything else goes to the terminal.
    let is_live = io::stderr().is_terminal();
    let mut screen = Screen::new(io::stdout(), io::stderr(), is_live);
    let stop = async {
        // If the signal cannot be awaited, the feed continues until the process is killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let followed = follow::follow(events, &mut screen, stop).await;
    if let Some(id) = screen.last_event_id() {
        eprintln!("to resume: tail {url} '{}'", id.replace('\'', "'\\''"));
    }
    followed
}
