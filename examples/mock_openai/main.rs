//! A mock of OpenAI's API, to test a client against: it streams the Responses and the Chat Completions API from two
//! derived enums, with keep-alive comments between the events.
//!
//! ```text
//! cargo run --example mock_openai                  on port 8080 of the loopback
//! cargo run --example mock_openai -- --port N      on another; 0 is any that is free
//! cargo run --example mock_openai -- --pause MS    between two events; 0 is none
//! ```
//!
//! The response is made from the user's text. The model `error` fails in the middle of the stream with an event
//! `error`, and `cut` aborts the connection; every other name is a model that responds.

use std::io;
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::time::Duration;

use sse_event_examples::mock_openai;
use tokio::net::TcpListener;

const USAGE: &str = "usage: mock_openai [--port N] [--pause MS]";

#[tokio::main]
async fn main() -> ExitCode {
    let Some(Options { port, pause }) = Options::parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match serve(port, pause).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: port {port}: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(port: u16, pause: Duration) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let url = format!("http://{}/v1", listener.local_addr()?);
    println!("OPENAI_BASE_URL={url} OPENAI_API_KEY=any");
    println!(
        "curl --no-buffer {url}/responses -d '{{\"model\":\"any\",\"stream\":true,\"input\":\"one two\"}}'"
    );
    axum::serve(listener, mock_openai::router(pause)).await
}

#[derive(Debug, PartialEq)]
struct Options {
    port: u16,
    pause: Duration,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Self { port: 8080, pause: Duration::from_millis(60) };
        while let Some(name) = arguments.next() {
            let value = arguments.next()?;
            match &*name {
                "--port" => options.port = value.parse().ok()?,
                "--pause" => options.pause = Duration::from_millis(value.parse().ok()?),
                _ => return None,
            }
        }
        Some(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_pairs() {
        let parse = |line: &str| Options::parse(line.split_whitespace().map(str::to_owned));
        let options = |port, pause| Some(Options { port, pause: Duration::from_millis(pause) });
        assert_eq!(parse(""), options(8080, 60));
        assert_eq!(parse("--pause 0 --port 0"), options(0, 0));
        for wrong in ["--port", "--port 65536", "--pause -1", "8080", "--help"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
