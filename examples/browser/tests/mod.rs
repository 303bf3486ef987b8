//! Compares a browser and this crate's client with the events that the server sends.

mod chromium;
mod client;
mod expected;
mod faults;
mod faulty;
mod wire;

use std::error::Error;
use std::time::Duration;

use sse_event::{DecodeEventOwned, RawEventBuf};

use crate::event::PageEvent;
use crate::script::RETRY;
use crate::server::Log;
use chromium::Chromium;
use client::{Reading, read};
use wire::{Exchange, Server};

/// The time limit: a browser has to start on a busy machine, and connects four times.
const LIMIT: Duration = Duration::from_secs(45);

/// Chromium's reconnection time, unless the server sets another.
const CHROMIUMS_OWN_RETRY: Duration = Duration::from_secs(3);

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

#[tokio::test]
async fn our_client_reads_every_event() -> Result {
    let server = Server::start().await?;
    let Reading { events, losses } = read_all::<RawEventBuf>(&server).await?;
    assert_events(&events.into_iter().map(|(event, _)| as_in_browser(event)).collect::<Vec<_>>());
    // The last connection comes after the last event: the response without events ends the reading.
    assert_eq!(
        losses,
        ["truncated", "body", "truncated", "truncated"],
        "half an event and an aborted connection differ"
    );

    let Reading { events, .. } = read_all::<PageEvent>(&server).await?;
    let retries: Vec<_> = events.iter().filter_map(|(_, meta)| meta.retry).collect();
    assert_eq!(retries, [RETRY], "once, with the first event");
    Ok(())
}

#[tokio::test]
async fn browser_and_our_client_receive_the_same_events() -> Result {
    let mut server = Server::start().await?;
    let Some(mut browser) = Chromium::open(&server.url("/"))? else {
        return Ok(());
    };
    let log = tokio::select! {
        log = server.logs.recv() => log.ok_or("the server has ended")?,
        status = browser.ended() => panic!("the browser has ended: {}", status?),
        () = tokio::time::sleep(LIMIT) => panic!("the page is not done; its requests: {:?}", paths(&server.exchanges())),
    };
    browser.close().await?;

    assert_reconnected(&log, &server.exchanges());
    assert_wire(&server.exchanges());
    let received: Vec<_> = log
        .events
        .into_iter()
        .map(|event| expected::event(&event.name, &event.data, &event.last_event_id))
        .collect();
    assert_events(&received);

    let typed: Vec<_> = received
        .iter()
        .map(|raw| PageEvent::try_from(raw.as_raw_event()))
        .collect::<std::result::Result<_, _>>()?;
    let ours = read_all::<PageEvent>(&server).await?.events;
    assert_eq!(ours.len(), typed.len());
    for ((ours, meta), (typed, raw)) in ours.iter().zip(typed.iter().zip(&received)) {
        let id = meta.id.as_deref().filter(|id| !id.is_empty());
        assert_eq!((ours, id), (typed, raw.id.as_deref()));
    }
    Ok(())
}

/// With a time limit: a server that does not resume correctly would be read forever.
async fn read_all<T: DecodeEventOwned>(server: &Server) -> Result<Reading<T>> {
    tokio::time::timeout(LIMIT, read(&server.url("/events"))).await?
}

/// Compares event by event, because printing whole lists would fill pages. A browser calls an event without a line
/// `message`; our client distinguishes the two.
#[track_caller]
fn assert_events(received: &[RawEventBuf]) {
    assert_same_events(received, &expected::events());
}

#[track_caller]
fn assert_same_events(received: &[RawEventBuf], expected: &[RawEventBuf]) {
    for (at, (received, expected)) in received.iter().zip(expected).enumerate() {
        assert!(received.same_event(expected), "event {at}: {received:?} is not {expected:?}");
    }
    assert_eq!(received.len(), expected.len(), "no event is lost or repeated");
}

/// The event as a browser shows it: without its reconnection time, and with a reset ID as if it was never set.
fn as_in_browser(mut event: RawEventBuf) -> RawEventBuf {
    event.retry = None;
    event.id = event.id.filter(|id| !id.is_empty());
    event
}

/// The browser must have used the server's reconnection time, not its own.
#[track_caller]
fn assert_reconnected(log: &Log, exchanges: &[Exchange]) {
    let resumed_after: Vec<_> = exchanges
        .iter()
        .filter(|exchange| exchange.path == "/events")
        .map(|exchange| exchange.last_event_id.as_deref())
        .collect();
    assert_eq!(resumed_after, expected::RESUMED_AFTER.map(|id| id.map(str::as_bytes)));

    let fastest = log.reconnections.iter().min().copied().map(Duration::from_millis);
    assert_eq!(log.reconnections.len(), resumed_after.len() - 1);
    assert!(fastest < Some(CHROMIUMS_OWN_RETRY), "{:?}", log.reconnections);
}

fn paths(exchanges: &[Exchange]) -> Vec<&str> {
    exchanges.iter().map(|exchange| &*exchange.path).collect()
}

/// Checks what a browser does not show, and that the page made no request that an injected event would cause.
#[track_caller]
fn assert_wire(exchanges: &[Exchange]) {
    assert_eq!(paths(exchanges), ["/", "/names", "/events", "/events", "/events", "/events", "/log"]);

    for Exchange { headers, body, .. } in exchanges.iter().filter(|exchange| exchange.path == "/events") {
        assert_eq!(headers["content-type"], "text/event-stream");
        assert!(!body.starts_with("\u{feff}".as_bytes()), "a byte order mark");
        let body = str::from_utf8(body).expect("events are text");
        let (_, after_an_id) = body.split_once("\nid: ").expect("an ID");
        assert!(after_an_id.contains("\n\n:\n"), "no comment after an ID: {body}");
        assert!(!body.contains("\n:\n\n"), "a comment and a blank line: {body}");
        assert!(!body.contains("event: message"), "the unnamed event has a name: {body}");
    }
}
