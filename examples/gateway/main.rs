//! A gateway: it reads an event stream, counts its tokens, rewrites one event, forwards unknown events unchanged, and
//! sends everything with axum.
//!
//! ```text
//! cargo run --example gateway              in front of a server of its own
//! cargo run --example gateway -- URL       in front of another one, over plain HTTP
//! ```

mod event;
mod gateway;
mod kept;
mod tally;
#[cfg(test)]
mod tests;
mod upstream;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use sse_event::{ByteStreamExt as _, RawEventBuf};

use gateway::Gateway;
use upstream::{Script, serve};

const USAGE: &str = "usage: gateway [URL]";

/// The response of the built-in upstream: events that the gateway knows, and others.
const ANSWER: &str = include_str!("answer.sse");

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.as_slice() {
        [] => demonstrate(None).await,
        [url] if url.starts_with("http://") => demonstrate(Some(url.clone())).await,
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads one response through the gateway, as its clients do.
async fn demonstrate(url: Option<String>) -> Result<(), Box<dyn Error>> {
    // A proxy from the environment must not be used for the loopback.
    let client = reqwest::Client::builder().no_proxy().build()?;
    let upstream = match url {
        Some(url) => url,
        None => {
            serve(Script { events: ANSWER, pause: Duration::from_millis(20), breaks: false }.app()).await?
        }
    };
    let gateway = Gateway::new(upstream.clone(), client.clone());
    let url = serve(gateway.app()).await?;
    let mut out = io::stdout().lock();
    writeln!(out, "upstream  {upstream}\ngateway   {url}\n")?;

    let mut events = client.get(url).send().await?.error_for_status()?.bytes_stream().raw_events();
    let end = loop {
        match events.try_next().await {
            Ok(Some(event)) => show(&mut out, &event)?,
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    writeln!(out, "\nsummary   {}", gateway.tally())?;
    Ok(end?)
}

/// Writes the event on one line, without control characters.
fn show(out: &mut impl Write, event: &RawEventBuf) -> io::Result<()> {
    let plain = |text: &str| text.chars().take(80).collect::<String>().replace(char::is_control, " ");
    let id = plain(event.id.as_deref().unwrap_or_default());
    writeln!(out, "{:<16} {id:<3} {}", plain(event.event_type()), plain(&event.data))
}
