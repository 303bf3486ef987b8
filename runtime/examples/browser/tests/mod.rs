//! What a browser and our own client make of what the server sends, event by event.

mod chromium;
mod client;
mod expected;
mod wire;

use std::error::Error;
use std::time::Duration;

use sse_event::StreamError::{Transport, Truncated};
use sse_event::{Comment, RawEventBuf};

use crate::event::PageEvent;
use crate::script::RETRY;
use crate::server::Log;
use chromium::Chromium;
use client::{Reading, read};
use wire::{Exchange, Server};

/// For a browser that starts on a busy machine and connects four times.
const LIMIT: Duration = Duration::from_secs(60);

/// The time after which Chromium connects again if no server says another one.
const CHROMIUMS_OWN_RETRY: Duration = Duration::from_secs(3);

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

#[tokio::test]
async fn our_client_reads_what_was_sent() -> Result {
    let server = Server::start().await?;
    let Reading { events, losses } = read::<RawEventBuf>(&server.url("/events")).await?;
    assert_events(&events.into_iter().map(|(event, _)| without_retry(event)).collect::<Vec<_>>());
    assert!(
        matches!(losses[..], [Truncated, Transport(_), Truncated, Truncated]),
        "half an event and a break are told apart: {losses:?}"
    );

    let Reading { events, .. } = read::<PageEvent>(&server.url("/events")).await?;
    let retries: Vec<_> = events.iter().filter_map(|(_, meta)| meta.retry).collect();
    assert_eq!(retries, [RETRY], "once, with the first event");
    Ok(())
}

#[tokio::test]
async fn a_browser_and_our_client_agree_event_by_event() -> Result {
    let mut server = Server::start().await?;
    let Some(mut browser) = Chromium::open(&server.url("/"))? else {
        println!("skipped: there is no Chromium");
        return Ok(());
    };
    let log = tokio::select! {
        log = server.logs.recv() => log.ok_or("the server has ended")?,
        status = browser.ended() => panic!("the browser has ended: {}", status?),
        () = tokio::time::sleep(LIMIT) => panic!("the page is not done: {:?}", server.exchanges()),
    };
    browser.close().await?;

    assert_reconnected(&log, &server.exchanges());
    assert_wire(&server.exchanges());
    let received: Vec<_> = log
        .events
        .into_iter()
        .map(|event| RawEventBuf::new(event.name, event.data).with_id(event.last_event_id))
        .collect();
    assert_events(&received);

    let typed: Vec<_> = received
        .iter()
        .map(|raw| PageEvent::try_from(raw.as_raw()))
        .collect::<std::result::Result<_, _>>()?;
    let ours = read::<PageEvent>(&server.url("/events")).await?.events;
    assert_eq!(ours.len(), typed.len());
    for ((ours, meta), (typed, raw)) in ours.iter().zip(typed.iter().zip(&received)) {
        assert_eq!((ours, &meta.id), (typed, &raw.id));
    }
    Ok(())
}

/// One by one: the whole lists would be pages of text.
#[track_caller]
fn assert_events(received: &[RawEventBuf]) {
    let expected = expected::events();
    for (at, (received, expected)) in received.iter().zip(&expected).enumerate() {
        assert_eq!(received, expected, "event {at}");
    }
    assert_eq!(received.len(), expected.len(), "none is lost, and none comes twice");
}

/// A browser does not show it.
fn without_retry(mut event: RawEventBuf) -> RawEventBuf {
    event.retry = None;
    event
}

/// The browser has said what it has, and has waited as long as it was told and not as long as it does on its own.
#[track_caller]
fn assert_reconnected(log: &Log, exchanges: &[Exchange]) {
    let asked: Vec<_> = exchanges
        .iter()
        .filter(|exchange| exchange.path == "/events")
        .map(|exchange| exchange.last_event_id.as_deref())
        .collect();
    assert_eq!(asked, expected::RESUMED_AFTER.map(|id| id.map(str::as_bytes)));

    let fastest = log.reconnections.iter().min().copied().map(Duration::from_millis);
    assert_eq!(log.reconnections.len(), asked.len() - 1);
    assert!(fastest.is_some_and(|time| (RETRY..CHROMIUMS_OWN_RETRY).contains(&time)), "{log:?}");
}

/// What was sent holds what a browser does not show, and the page has asked for nothing that an event told it to.
#[track_caller]
fn assert_wire(exchanges: &[Exchange]) {
    let paths: Vec<_> = exchanges.iter().map(|exchange| &*exchange.path).collect();
    assert_eq!(paths, ["/", "/names", "/events", "/events", "/events", "/events", "/log"]);

    let keep_alive = format!("\n{}", Comment::KEEP_ALIVE);
    for Exchange { headers, body, .. } in exchanges.iter().filter(|exchange| exchange.path == "/events") {
        assert_eq!(headers["content-type"], "text/event-stream");
        assert!(!body.starts_with("\u{feff}".as_bytes()), "a byte order mark");
        let body = str::from_utf8(body).expect("events are text");
        let (_, after_an_id) = body.split_once("\nid: ").expect("an ID");
        assert!(after_an_id.contains(&format!("\n{keep_alive}")), "no comment after an ID: {body}");
        assert!(!body.contains(&format!("{keep_alive}\n")), "a comment and a blank line: {body}");
    }
}
