//! A client: an enum, a request and a loop. With `-- URL` it reads from a server over plain HTTP, such as the example
//! `server`; without a URL, it starts a small server itself.

use axum::{Router, http::header::CONTENT_TYPE, routing::post};
use futures_util::TryStreamExt as _;
use sse_event::{ByteStreamExt as _, RawEventBuf, SseEvent};

#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
enum Event {
    #[event("response.output_text.delta")]
    TextDelta { delta: String },
    #[event("response.completed", terminal)]
    Completed,
    #[event("error", error)]
    Error { message: String },
    #[event(other)]
    Unknown(RawEventBuf),
}

const ANSWER: &str = "data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hello, world!\"}\n\n\
                      data: {\"type\":\"response.completed\"}\n\n";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = if let Some(url) = std::env::args().nth(1) { url } else { serve().await? };
    // The server is local, so no proxy is used.
    let client = reqwest::Client::builder().no_proxy().build()?;
    let response = client.post(url).body(r#"{"input":"Hi!","stream":true}"#).send().await?;
    let mut events = response.error_for_status()?.bytes_stream().sse_events::<Event>();
    while let Some(event) = events.try_next().await? {
        match event {
            Event::TextDelta { delta } => print!("{delta}"),
            Event::Completed => println!(),
            Event::Error { message } => return Err(message.into()),
            Event::Unknown(raw) => eprintln!("unknown event: {}", raw.event_type()),
        }
    }
    Ok(())
}

async fn serve() -> std::io::Result<String> {
    let answer = async || ([(CONTENT_TYPE, "text/event-stream")], ANSWER);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(axum::serve(listener, Router::new().route("/", post(answer))).into_future());
    Ok(url)
}
