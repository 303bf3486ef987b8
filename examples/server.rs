//! A server with long streams: typed events with IDs, clients that resume from their last ID, a body that ends with
//! an error if its producer fails, and a shutdown that does not wait for open streams. It listens on a free port, or
//! with `-- PORT` on that port, until Ctrl-C; read from it with curl or with the example `client`.

use std::{error::Error, time::Duration};

use axum::{Router, extract::State, routing::post};
use sse_event::server::{EventReceiver, LastEventId, SendError};
use sse_event::{EventBody, EventMeta, SseEvent};
use tokio::{net::TcpListener, time::sleep};
use tokio_util::sync::CancellationToken;

#[derive(Debug, SseEvent)]
#[sse(encode, tag = "type")]
enum Event {
    #[event("response.output_text.delta")]
    TextDelta { delta: String },
    #[event("response.completed", terminal)]
    Completed,
}

async fn respond(
    State(shutdown): State<CancellationToken>,
    LastEventId(last): LastEventId,
    request: String,
) -> EventBody<EventReceiver<(Event, EventMeta)>> {
    // The ID of an event is its position in the answer. A client without an ID starts with the first event.
    let received: usize = last.and_then(|id| id.parse().ok()).unwrap_or(0);
    let (sender, body) = EventBody::channel(16);
    tokio::spawn(async move {
        let answer = format!("You sent {} bytes: {request}", request.len());
        let deltas = answer.split_inclusive(' ').map(|delta| Event::TextDelta { delta: delta.into() });
        for (id, event) in (1_usize..).zip(deltas.chain([Event::Completed])).skip(received) {
            sleep(Duration::from_millis(100)).await;
            sender.send((event, EventMeta::default().with_id(id.to_string()))).await?;
        }
        Ok::<_, SendError>(())
    });
    body.until(shutdown.cancelled_owned())
}

pub(crate) async fn serve(listener: TcpListener, shutdown: CancellationToken) -> std::io::Result<()> {
    let app = Router::new().route("/", post(respond)).with_state(shutdown.clone());
    axum::serve(listener, app).with_graceful_shutdown(shutdown.cancelled_owned()).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    println!("curl --no-buffer --data 'Hi!' {url}\ncargo run --example client -- {url}");
    let shutdown = CancellationToken::new();
    let served = tokio::spawn(serve(listener, shutdown.clone()));
    tokio::signal::ctrl_c().await?;
    shutdown.cancel();
    Ok(served.await??)
}
