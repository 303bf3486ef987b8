//! A server: an enum, and a stream of its events as the response. It listens on a free port, or with `-- PORT` on that
//! one; read from it with curl or with the example `client`.

use std::{convert::Infallible, error::Error, time::Duration};

use axum::{Router, routing::post};
use futures_util::{Stream, StreamExt as _, stream};
use sse_event::{EventBody, SseEvent};

#[derive(Debug, SseEvent)]
#[sse(encode, tag = "type")]
enum Event {
    #[event("response.output_text.delta")]
    TextDelta { delta: String },
    #[event("response.completed", terminal)]
    Completed,
}

async fn respond(request: String) -> EventBody<impl Stream<Item = Result<Event, Infallible>>> {
    let answer = format!("You sent {} bytes: {request}", request.len());
    let deltas: Vec<_> =
        answer.split_inclusive(' ').map(|delta| Event::TextDelta { delta: delta.into() }).collect();
    let events = stream::iter(deltas).chain(stream::iter([Event::Completed])).then(async |event| {
        tokio::time::sleep(Duration::from_millis(100)).await;
        Ok(event)
    });
    EventBody::new(events)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    println!("curl --no-buffer --data 'Hi!' {url}\ncargo run --example client -- {url}");
    axum::serve(listener, Router::new().route("/", post(respond))).await?;
    Ok(())
}
