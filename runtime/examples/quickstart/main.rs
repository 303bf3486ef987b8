//! Reads the event stream of an OpenAI Assistants run and shows what a person wants to see of it.
//!
//! ```text
//! cargo run --example quickstart             a server replays a run, in ragged chunks with small pauses
//! cargo run --example quickstart -- FILE     a recorded stream
//! ```

mod assistants;
mod conversation;
mod recording;
mod report;
mod screen;
mod server;

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use futures_util::{StreamExt as _, TryStreamExt as _};
use sse_event::ByteStreamExt as _;

use assistants::AssistantStreamEvent;
use conversation::Conversation;
use recording::Recording;
use report::{Meter, report};
use screen::Screen;
use server::Server;

const USAGE: &str = "usage: quickstart [assistants | FILE]";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let mut out = io::stdout().lock();
    let mut screen = Screen::new(&mut out);
    // A second API is one more arm: its enum, its script for the server, and its `View` beside `Conversation`.
    let outcome = match arguments.as_slice() {
        [] => assistants_served(&mut screen).await,
        [mode] if mode == "assistants" => assistants_served(&mut screen).await,
        [file] if !file.to_string_lossy().starts_with('-') => {
            assistants_recorded(file.clone(), &mut screen).await
        }
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough (`| head`).
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {}", one_line(&*error));
            ExitCode::FAILURE
        }
    }
}

/// A run from a server, as a client of the real one would read it.
async fn assistants_served(screen: &mut Screen<'_>) -> Result<(), Box<dyn Error>> {
    let server = Server::start(assistants::SCRIPT).await?;
    // A proxy of the environment has nothing to do with the loopback.
    let client = reqwest::Client::builder().no_proxy().build()?;
    screen.line("server", server.url())?;

    let meter = Meter::start();
    let response = client.post(server.url()).send().await?;
    let events = response
        .error_for_status()?
        .bytes_stream()
        .inspect_ok(|chunk| meter.count(chunk))
        .sse_events::<AssistantStreamEvent>();
    report::<Conversation, _>(events, &meter, screen).await??;
    server.stop().await?;
    Ok(())
}

/// A run from a file, through the same decoder.
async fn assistants_recorded(file: OsString, screen: &mut Screen<'_>) -> Result<(), Box<dyn Error>> {
    let recording = Recording::open(file)?;
    if let Some(note) = recording.note() {
        screen.line("note", note)?;
    }
    let meter = Meter::start();
    let events = recording
        .chunks()
        .inspect_ok(|chunk| meter.count(chunk))
        .chain(recording.supplement())
        .sse_events::<AssistantStreamEvent>();
    let end = report::<Conversation, _>(events, &meter, screen).await?;
    end.map_err(|error| recording.explain(&error).into())
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// The error and its causes, each said once.
fn one_line(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        if !line.contains(&text) {
            line.extend([": ", &text]);
        }
        source = cause.source();
    }
    line
}
