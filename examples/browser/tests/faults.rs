//! Compares a browser and this crate's client, against a server that loses the connection in many ways: both must
//! receive the same events and IDs, and send the same requests.

use std::time::Duration;

use futures_util::TryStreamExt as _;
use sse_event::RawEventBuf;
use sse_event::event_source::RequestBuilderExt as _;

use super::chromium::Chromium;
use super::expected::event;
use super::faulty::{Faulty, Request};
use super::{LIMIT, Result, as_in_browser, assert_same_events};

fn expected() -> Vec<RawEventBuf> {
    vec![
        event("log", "one", "1"),
        event("log", "two", "2"),
        event("log", "three", "3"),
        event("log", "no ID", ""),
        event("log", "four", "4"),
        event("ping", "{}", "4"),
        event("progress", "5", "ü🦀"),
        event("message", "\"six\"", "6"),
        event("note", r#"{"text":"seven"}"#, "7"),
        event("error", r#"{"message":"eight"}"#, "8"),
        event("done", "{}", "8"),
    ]
}

/// The IDs that the requests resume from; the ID of an incomplete event is not among them.
const RESUMED_AFTER: [(&str, Option<&str>); 9] = [
    ("/events", None),
    ("/events", Some("1")),
    ("/events", Some("2")),
    ("/events", None),
    ("/events", Some("ü🦀")),
    ("/events", Some("alone")),
    ("/events", Some("6")),
    ("/events", Some("7")),
    ("/moved", Some("7")),
];

/// After a redirect, the browser reconnects to the redirected URL. Our client reconnects to its original URL, because
/// the request may have headers that only that URL may receive.
const BROWSERS_LAST: (&str, Option<&str>) = ("/moved", Some("8"));
const OUR_LAST: (&str, Option<&str>) = ("/events", Some("8"));

/// The events that our client reads up to `done`, and the requests that it sends.
async fn read() -> Result<(Vec<RawEventBuf>, Vec<Request>)> {
    let server = Faulty::start().await?;
    let client = reqwest::Client::builder().no_proxy().build()?;
    let mut source = client
        .get(server.url("/events"))
        .event_source::<RawEventBuf>()
        .backoff(Duration::ZERO, Duration::ZERO);
    let mut events = Vec::new();
    while let Some(event) = source.try_next().await? {
        events.push(as_in_browser(event));
        if events.last().is_some_and(|event| event.event == "done") {
            break;
        }
    }
    Ok((events, server.requests()))
}

#[track_caller]
fn assert_requests(requests: &[Request], last: (&str, Option<&str>)) {
    let resumed: Vec<_> =
        requests.iter().map(|request| (&*request.path, request.last_event_id.as_deref())).collect();
    assert_eq!(resumed, [&RESUMED_AFTER[..], &[last]].concat());
    for request in requests {
        assert_eq!(request.accept.as_deref(), Some("text/event-stream"));
        assert_eq!(request.cache_control.as_deref(), Some("no-cache"));
    }
}

#[tokio::test]
async fn our_client_loses_no_event_over_faulty_connections() -> Result {
    let (events, requests) = tokio::time::timeout(LIMIT, read()).await??;
    assert_same_events(&events, &expected());
    assert_requests(&requests, OUR_LAST);
    Ok(())
}

#[tokio::test]
async fn browser_and_our_client_agree_over_faulty_connections() -> Result {
    let mut server = Faulty::start().await?;
    let Some(mut browser) = Chromium::open(&server.url("/"))? else {
        return Ok(());
    };
    let log = tokio::select! {
        log = server.logs.recv() => log.ok_or("the server has ended")?,
        status = browser.ended() => panic!("the browser has ended: {}", status?),
        () = tokio::time::sleep(LIMIT) => panic!("the page is not done; its requests: {:?}", server.requests()),
    };
    browser.close().await?;
    let received: Vec<_> = log
        .events
        .into_iter()
        .map(|received| event(&received.name, &received.data, &received.last_event_id))
        .collect();
    let (events, requests) = tokio::time::timeout(LIMIT, read()).await??;
    assert_same_events(&received, &events);
    assert_same_events(&received, &expected());
    assert_requests(&server.requests(), BROWSERS_LAST);
    assert_requests(&requests, OUR_LAST);
    Ok(())
}
