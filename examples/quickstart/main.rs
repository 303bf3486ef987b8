//! Reads the event stream of an OpenAI response, or of an Assistants run, and shows it to a person.
//!
//! ```text
//! cargo run --example quickstart                        a server replays a response, in ragged chunks with small pauses
//! cargo run --example quickstart -- FILE                a recorded response
//! cargo run --example quickstart -- assistants [FILE]   the same of a run of the Assistants API, until August 2026
//! ```

mod answer;
mod conversation;
mod report;
mod screen;
mod server;
mod words;

use std::convert::Infallible;
use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use futures_util::{TryStreamExt as _, stream};
use sse_event::ByteStreamExt as _;
use sse_event_examples::pipe::is_closed_pipe;
use sse_event_examples::recording::Recording;

use answer::Answer;
use conversation::Conversation;
use report::{Meter, View, report};
use screen::Screen;
use server::Server;

const USAGE: &str = "usage: quickstart [responses | assistants] [FILE]";

/// The number of bytes that are read from a file at once.
const CHUNK: usize = 1024;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let mut out = io::stdout().lock();
    let mut screen = Screen::new(&mut out);
    let outcome = match arguments.as_slice() {
        [mode, file @ ..] if mode == "responses" => run::<Answer>(file, &mut screen).await,
        [mode, file @ ..] if mode == "assistants" => run::<Conversation>(file, &mut screen).await,
        file => run::<Answer>(file, &mut screen).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {}", one_line(&*error));
            ExitCode::FAILURE
        }
    }
}

async fn run<V: View>(file: &[OsString], screen: &mut Screen<'_>) -> Result<(), Box<dyn Error>> {
    match file {
        [] => served::<V>(screen).await,
        [file] if !file.to_string_lossy().starts_with('-') => recorded::<V>(file, screen).await,
        _ => Err(USAGE.into()),
    }
}

/// Reads a stream from a server, as a client of the real API would.
async fn served<V: View>(screen: &mut Screen<'_>) -> Result<(), Box<dyn Error>> {
    let server = Server::start(V::PATH, V::SCRIPT).await?;
    // A proxy from the environment must not be used for the loopback.
    let client = reqwest::Client::builder().no_proxy().build()?;
    screen.line("server", server.url())?;

    let meter = Meter::start();
    let response = client.post(server.url()).send().await?;
    let events = response
        .error_for_status()?
        .bytes_stream()
        .inspect_ok(|chunk| meter.count(chunk))
        .sse_events::<V::Event>();
    report::<V, _>(events, &meter, screen).await??;
    server.stop().await?;
    Ok(())
}

/// Reads a stream from a file, with the same decoder.
async fn recorded<V: View>(file: &OsStr, screen: &mut Screen<'_>) -> Result<(), Box<dyn Error>> {
    let path = Path::new(file).display();
    let bytes = std::fs::read(file).map_err(|error| format!("{path}: {error}"))?;
    let recording = Recording::new(bytes).map_err(|fault| format!("{path}: {fault}"))?;
    if let Some(note) = recording.note() {
        screen.line("note", note)?;
    }
    let meter = Meter::start();
    let chunks = recording.bytes().chunks(CHUNK).inspect(|chunk| meter.count(chunk));
    let chunks = chunks.chain([recording.supplement()]).map(Ok::<_, Infallible>);
    let end = report::<V, _>(stream::iter(chunks).sse_events::<V::Event>(), &meter, screen).await?;
    end.map_err(|error| format!("{path}: {error}: {}", recording.why_truncated()).into())
}

/// The error and its causes in one line.
fn one_line(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        line.extend([": ", &cause.to_string()]);
        source = cause.source();
    }
    line
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::io::Read as _;
    use std::net::{Ipv4Addr, TcpListener};

    use super::*;

    /// The response ends inside a chunk.
    const CUT: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n40\r\ndata: {\n";

    #[tokio::test]
    async fn broken_connection_shows_each_cause_once() -> Result<(), Box<dyn Error>> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = format!("http://{}", listener.local_addr()?);
        let server = std::thread::spawn(move || -> io::Result<()> {
            let (mut socket, _) = listener.accept()?;
            let _ = socket.read(&mut [0; 1024])?;
            socket.write_all(CUT)
        });

        let client = reqwest::Client::builder().no_proxy().build()?;
        let mut events = client.get(url).send().await?.bytes_stream().raw_events();
        let line = one_line(&events.try_next().await.expect_err("the connection breaks"));
        let parts: Vec<_> = line.split(": ").collect();
        assert!(parts.len() > 2 && parts[0] == "the transport failed", "{line}");
        assert_eq!(parts.iter().collect::<HashSet<_>>().len(), parts.len(), "{line}");
        server.join().expect("the server does not panic")?;
        Ok(())
    }
}
