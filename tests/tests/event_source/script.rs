//! A server in memory with scripted responses, one per connection, on a paused clock.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::stream::{self, BoxStream, StreamExt as _};
use sse_event::event_source::{Attempt, Connection, LostConnection};
use sse_event::{DecodeEventOwned, EventSource};
use tokio::time::Instant;

type Body = BoxStream<'static, io::Result<String>>;
type Response = http::Response<Body>;

/// A scripted response.
pub(crate) enum Answer {
    /// No response: the request fails.
    Refuse,
    /// No response, and no failure either.
    Hang,
    Respond(Response),
}

fn reset() -> io::Error {
    io::Error::from(io::ErrorKind::ConnectionReset)
}

fn respond(status: u16, content_type: Option<&str>, body: Body) -> Response {
    let mut response = http::Response::builder().status(status);
    if let Some(content_type) = content_type {
        response = response.header("content-type", content_type);
    }
    response.body(body).expect("a response")
}

fn text(text: impl Into<String>) -> Body {
    stream::iter([Ok(text.into())]).boxed()
}

/// An event stream that ends after this text.
pub(crate) fn ends(body: impl Into<String>) -> Answer {
    Answer::Respond(respond(200, Some("text/event-stream"), text(body)))
}

/// An event stream whose transport fails after this text.
pub(crate) fn breaks(body: impl Into<String>) -> Answer {
    let body = text(body).chain(stream::iter([Err(reset())])).boxed();
    Answer::Respond(respond(200, Some("text/event-stream"), body))
}

/// An event stream that stays open after this text.
pub(crate) fn stays(body: impl Into<String>) -> Answer {
    Answer::Respond(respond(200, Some("text/event-stream"), text(body).chain(stream::pending()).boxed()))
}

pub(crate) fn status(status: u16, content_type: Option<&str>, body: &str) -> Answer {
    Answer::Respond(respond(status, content_type, text(body)))
}

pub(crate) fn retry_after(code: u16, value: &str) -> Answer {
    let mut response = respond(code, None, text("later"));
    response.headers_mut().insert("retry-after", value.parse().expect("a header"));
    Answer::Respond(response)
}

/// A record of the connections.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Entries>>);

#[derive(Default)]
struct Entries {
    requests: Vec<(Duration, Option<String>)>,
    lost: Vec<String>,
    opened: usize,
    answers: VecDeque<Answer>,
}

impl Log {
    fn with<R>(&self, f: impl FnOnce(&mut Entries) -> R) -> R {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The ID that each request was sent with.
    pub(crate) fn ids(&self) -> Vec<Option<String>> {
        self.with(|log| log.requests.iter().map(|(_, id)| id.clone()).collect())
    }

    /// When each request was made, in milliseconds since the first.
    pub(crate) fn times(&self) -> Vec<u128> {
        self.with(|log| {
            log.requests.iter().map(|(time, _)| time.abs_diff(log.requests[0].0).as_millis()).collect()
        })
    }

    /// The cause of each lost connection, and the announced time of the next one.
    pub(crate) fn lost(&self) -> Vec<String> {
        self.with(|log| log.lost.clone())
    }

    pub(crate) fn opened(&self) -> usize {
        self.with(|log| log.opened)
    }

    /// The responses that were not requested.
    pub(crate) fn left(&self) -> usize {
        self.with(|log| log.answers.len())
    }
}

/// An event source over a server with these responses, and none after them.
pub(crate) fn source<T: DecodeEventOwned>(
    answers: impl IntoIterator<Item = Answer>,
) -> (EventSource<T>, Log) {
    let log = Log::default();
    log.with(|log| log.answers.extend(answers));
    let (requests, connections, start) = (log.clone(), log.clone(), Instant::now());
    let events = EventSource::new(move |attempt: Attempt| {
        let answer = requests.with(|log| {
            log.requests.push((start.elapsed(), attempt.last_event_id().map(str::to_owned)));
            assert_eq!(attempt.number(), log.requests.len() as u64);
            log.answers.pop_front().unwrap_or(Answer::Hang)
        });
        async move {
            match answer {
                Answer::Refuse => Err(io::Error::from(io::ErrorKind::ConnectionRefused)),
                Answer::Hang => std::future::pending().await,
                Answer::Respond(response) => Ok(response),
            }
        }
    });
    let events = events.on_connection(move |connection| {
        connections.with(|log| match connection {
            Connection::Opened { status, .. } => {
                assert_eq!(status.as_u16(), 200);
                log.opened += 1;
            }
            Connection::Lost { cause, retries, .. } => {
                let cause = match cause {
                    LostConnection::Request(_) => "request",
                    LostConnection::Body(_) => "body",
                    LostConnection::Ended => "ended",
                    LostConnection::Truncated => "truncated",
                    LostConnection::Unavailable { .. } => "unavailable",
                    LostConnection::ByteTimeout { .. } => "bytes",
                    LostConnection::EventTimeout { .. } => "events",
                    _ => "unknown",
                };
                log.lost.push(format!("{cause} {retries}"));
            }
            _ => {}
        });
    });
    (events, log)
}
