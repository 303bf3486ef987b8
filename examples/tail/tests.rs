//! Follows a feed that loses its connections, to its end.

use std::convert::Infallible;
use std::error::Error;
use std::future::{pending, ready};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::{Router, routing::get};
use futures_util::stream;
use sse_event::event_source::RequestBuilderExt as _;
use sse_event::server::LastEventId;
use sse_event::{EventBody, EventSource, RawEventBuf};
use tokio::net::TcpListener;

use crate::follow::follow;
use crate::screen::Screen;

type Requests = Arc<Mutex<Vec<Option<String>>>>;

/// Two events per connection, six in total, and nothing for a client that has all of them.
fn feed(requests: &Requests, LastEventId(last_event_id): LastEventId) -> Response {
    let received: usize = last_event_id.as_deref().and_then(|id| id.parse().ok()).unwrap_or(0);
    requests.lock().unwrap().push(last_event_id);
    if received >= 6 {
        return StatusCode::NO_CONTENT.into_response();
    }
    let events = (received + 1..=received + 2).map(|number| {
        let event = RawEventBuf::new("tick", format!("number {number}")).with_id(number.to_string());
        Ok::<_, Infallible>(event.with_retry(Duration::from_millis(1)))
    });
    EventBody::new(stream::iter(events)).into_response()
}

async fn start() -> Result<(EventSource<RawEventBuf>, Requests), Box<dyn Error>> {
    let requests = Requests::default();
    let state = Arc::clone(&requests);
    let router = Router::new().route("/", get(async move |id: LastEventId| feed(&state, id)));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/", listener.local_addr()?);
    tokio::spawn(axum::serve(listener, router).into_future());
    let client = reqwest::Client::builder().no_proxy().build()?;
    Ok((client.get(url).event_source(), requests))
}

/// Follows the feed without a terminal. Returns the events and the notes that were shown.
async fn shown(
    events: EventSource<RawEventBuf>,
    stop: impl Future<Output = ()>,
) -> (Result<(), Box<dyn Error>>, String, String) {
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let followed = follow(events, &mut Screen::new(&mut out, &mut notes, false), stop).await;
    (followed, String::from_utf8(out).unwrap(), String::from_utf8(notes).unwrap())
}

#[tokio::test]
async fn feed_is_followed_over_its_connections() -> Result<(), Box<dyn Error>> {
    let (events, requests) = start().await?;
    let (followed, out, notes) = shown(events, pending()).await;
    let error = followed.expect_err("the feed is over");
    assert!(error.source().is_some_and(|cause| cause.to_string().contains("204")), "{error:?}");

    let lines: Vec<Vec<&str>> = out.lines().map(|line| line.split_whitespace().collect()).collect();
    let numbers = ["1", "2", "3", "4", "5", "6"];
    assert_eq!(lines, numbers.map(|number| vec!["tick", "8", "B", number, "number", number]));
    let requests = requests.lock().unwrap().clone();
    assert_eq!(requests, [None, Some("2"), Some("4"), Some("6")].map(|id| id.map(str::to_owned)));
    assert_eq!(notes.matches("-- connected").count(), 3, "{notes}");
    assert_eq!(notes.matches("the server ended the stream; next try in 0.0 s").count(), 3, "{notes}");
    assert!(
        notes.lines().last().is_some_and(|line| line.contains("6 events") && line.contains("3 conn")),
        "{notes}"
    );
    Ok(())
}

#[tokio::test]
async fn feed_is_resumed() -> Result<(), Box<dyn Error>> {
    let (events, requests) = start().await?;
    let (_, out, _) = shown(events.with_last_event_id("4"), pending()).await;
    assert_eq!(out.lines().count(), 2, "{out}");
    assert_eq!(requests.lock().unwrap()[0].as_deref(), Some("4"));
    Ok(())
}

#[tokio::test]
async fn following_is_stopped() -> Result<(), Box<dyn Error>> {
    let events = EventSource::new(async |_| {
        let response = axum::http::Response::builder().header("content-type", "text/event-stream");
        response.body(stream::pending::<Result<&str, Infallible>>())
    });
    let (followed, out, notes) = shown(events, ready(())).await;
    assert!(followed.is_ok() && out.is_empty(), "{out}");
    assert_eq!(notes.lines().count(), 1, "only the status: {notes}");
    Ok(())
}
