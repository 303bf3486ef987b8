//! The connection cases of web-platform-tests and of the HTML standard (`fixtures/connection`), over the loopback.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use serde::Deserialize;
use sse_event::event_source::Connection;
use sse_event::{RawEventBuf, StreamError};
use tokio::time::{sleep, timeout};

use super::server::{Answer, End, Request, Server};

const CASES: &str = include_str!("../../fixtures/connection/cases.json");

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[expect(dead_code, reason = "for readers of the file")]
    source: String,
    serve: Vec<Serve>,
    expect: Expect,
}

/// One response per request; the last one is repeated.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Serve {
    #[serde(default = "ok")]
    status: u16,
    #[serde(default = "event_stream")]
    content_type: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    does: Does,
}

#[derive(Clone, Copy, Default, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Does {
    #[default]
    Respond,
    /// Redirects to a stream of one event `x`.
    Redirect,
    /// The body is one event whose data is the `Last-Event-ID`.
    Echo,
    /// The connection is reset after the body.
    Reset,
    /// There is no connection.
    Refuse,
}

fn ok() -> u16 {
    200
}

fn event_stream() -> String {
    "text/event-stream".to_owned()
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Expect {
    /// The first events: data and ID, which is empty if it was reset.
    events: Vec<(String, Option<String>)>,
    /// The `Last-Event-ID` of the first requests.
    requests: Vec<Option<String>>,
    /// Headers of the first request.
    headers: Vec<(String, String)>,
    /// A fatal response: there is no further request.
    fatal: bool,
    /// The minimum number of lost connections.
    lost: usize,
    /// The minimum time between the first two requests.
    wait_ms: u64,
}

impl Serve {
    fn answer(&self, request: &Request) -> Answer {
        let Self { status, content_type, body, does } = self;
        if *does == Does::Redirect {
            return if request.line().contains("target") {
                Answer::stream("data: x\n\n").ending(End::Stay)
            } else {
                Answer::status(*status, "location: /target\r\n", "")
            };
        }
        if *does == Does::Echo {
            return Answer::stream(format!("data: {}\n\n", request.last_event_id().unwrap_or_default()));
        }
        let head =
            format!("HTTP/1.1 {status} Case\r\ncontent-type: {content_type}\r\nconnection: close\r\n\r\n");
        Answer::new(format!("{head}{body}"), if *does == Does::Reset { End::Reset } else { End::Close })
    }
}

async fn run(case: Case) {
    let Case { name, serve, expect, .. } = case;
    let refused = if serve[0].does == Does::Refuse { Duration::from_millis(60) } else { Duration::ZERO };
    let answers: Vec<Serve> = serve.into_iter().filter(|serve| serve.does != Does::Refuse).collect();
    let server = Server::start_after(refused, move |number, request| {
        answers[number.min(answers.len() - 1)].answer(request)
    });
    let lost = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&lost);
    let mut source = server.events::<RawEventBuf>().on_connection(move |connection| {
        if matches!(connection, Connection::Lost { .. }) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    });
    let mut events = Vec::new();
    let mut is_fatal = false;
    let mut has_ended = false;
    let all = async {
        loop {
            let is_done = events.len() >= expect.events.len()
                && server.requests().len() >= expect.requests.len().max(1 + usize::from(expect.wait_ms > 0))
                && lost.load(Ordering::Relaxed) >= expect.lost;
            if is_done && !expect.fatal {
                break;
            }
            // A connection that stays open may already have delivered everything.
            match timeout(Duration::from_millis(20), source.next()).await {
                Ok(Some(Ok(event))) => events.push((event.data, event.id)),
                Ok(Some(Err(StreamError::Transport(_)))) => is_fatal = true,
                Ok(Some(Err(error))) => panic!("{name}: {error}"),
                Ok(None) => {
                    has_ended = true;
                    break;
                }
                Err(_) => {}
            }
        }
    };
    timeout(Duration::from_secs(60), all).await.unwrap_or_else(|_| panic!("{name}: nothing more comes"));
    let requests = server.requests();
    drop(source);
    // A client that continues makes dozens of requests in this time. One request may have been on its way when its
    // stream was dropped, but none after the stream had ended.
    sleep(Duration::from_millis(200)).await;
    let more = server.requests().len() - requests.len();
    assert!(more <= usize::from(!has_ended), "{name}: {more} requests after the end, or after the drop");

    assert_eq!(is_fatal, expect.fatal, "{name}");
    assert_eq!(events.get(..expect.events.len()), Some(&expect.events[..]), "{name}: {events:?}");
    if expect.fatal {
        assert_eq!((requests.len(), events.len()), (1, 0), "{name}");
    }
    let ids: Vec<_> = requests.iter().map(Request::last_event_id).collect();
    assert_eq!(ids.get(..expect.requests.len()), Some(&expect.requests[..]), "{name}: {ids:?}");
    for (header, value) in &expect.headers {
        assert_eq!(requests[0].header(header).as_ref(), Some(value), "{name}");
    }
    if expect.wait_ms > 0 {
        let wait = requests[1].time - requests[0].time;
        assert!(wait >= Duration::from_millis(expect.wait_ms), "{name}: {wait:?}");
    }
}

#[tokio::test]
async fn connection_cases_hold() {
    let cases: Vec<Case> = serde_json::from_str(CASES).expect("the cases");
    assert_eq!(cases.len(), 31);
    stream::iter(cases).for_each_concurrent(None, run).await;
}
