//! The parsers: ours, and those with an adapter, each reading chunks as its users would.

use std::convert::Infallible;
use std::io::{self, BufReader, Read};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use axum::body::Bytes;
use eventsource_client::{Client as _, ClientBuilder, ReconnectOptions};
use eventsource_stream::Eventsource as _;
use futures_util::{Stream, StreamExt as _, stream};
use launchdarkly_sdk_transport::{HttpTransport, Request, Response, ResponseFuture};
use reqwest_eventsource::RequestBuilderExt as _;
use sse_event::stream::Source;
use sse_event::stream::{EventStream, RawEventStreamExt as _};
use sse_event::{BufReadExt as _, ByteStreamExt as _, RawEventBuf, StreamError};
use sse_event_tests::server::Server;

use super::cases::Outcome;

pub(crate) type Chunks = Vec<Vec<u8>>;

fn transport(chunks: Chunks) -> impl Stream<Item = Result<Bytes, Infallible>> + Unpin + Send + Sync {
    stream::iter(chunks).map(|chunk| Ok(Bytes::from(chunk)))
}

/// The items of a stream up to its end; `is_end` recognizes the error with which a client ends.
async fn outcome<S, E>(events: EventStream<S, RawEventBuf>, is_end: impl Fn(&E) -> bool) -> Outcome
where
    S: Source<Error = E>,
    E: std::fmt::Display,
{
    let mut events = pin!(events);
    let mut outcome = Outcome::default();
    while let Some(item) = events.next().await {
        outcome.add(item, &is_end);
    }
    outcome.retry = events.retry();
    outcome
}

impl Outcome {
    fn add<E: std::fmt::Display>(
        &mut self,
        item: Result<RawEventBuf, StreamError<E>>,
        is_end: impl Fn(&E) -> bool,
    ) {
        match item {
            // The cases have a reconnection time of the stream, not of the event.
            Ok(event) => self
                .events
                .push(RawEventBuf::new(event.event, event.data).with_id(event.id.unwrap_or_default())),
            Err(StreamError::Truncated) => {}
            Err(StreamError::Transport(error)) if is_end(&error) => {}
            Err(error) => self.failure = Some(error.to_string()),
        }
    }
}

/// The outcome of a stream whose transport is always ready: a pending stream is only polled again.
fn at_once(outcome: impl Future<Output = Outcome>) -> Outcome {
    let mut outcome = pin!(outcome);
    let mut context = Context::from_waker(Waker::noop());
    (0..100_000)
        .find_map(|_| match outcome.as_mut().poll(&mut context) {
            Poll::Ready(outcome) => Some(outcome),
            Poll::Pending => None,
        })
        .expect("the stream waits for nothing")
}

pub(crate) fn sse_events(chunks: Chunks) -> Outcome {
    at_once(outcome(transport(chunks).raw_events(), |_| false))
}

/// Returns one chunk per read.
struct Reads(std::vec::IntoIter<Vec<u8>>);

impl Read for Reads {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let chunk = self.0.next().unwrap_or_default();
        buffer[..chunk.len()].copy_from_slice(&chunk);
        Ok(chunk.len())
    }
}

pub(crate) fn event_reader(chunks: Chunks) -> Outcome {
    let mut events = BufReader::new(Reads(chunks.into_iter())).raw_events();
    let mut outcome = Outcome::default();
    for item in events.by_ref() {
        outcome.add(item, |_| false);
    }
    outcome.retry = events.retry();
    outcome
}

pub(crate) fn eventsource_stream(chunks: Chunks) -> Outcome {
    at_once(outcome(transport(chunks).eventsource().decode_events(), |_| false))
}

pub(crate) fn sse_stream_02(chunks: Chunks) -> Outcome {
    at_once(outcome(sse_stream_02::SseStream::from_bytes_stream(transport(chunks)).decode_events(), |_| {
        false
    }))
}

pub(crate) fn sse_stream_03(chunks: Chunks) -> Outcome {
    at_once(outcome(sse_stream_03::SseByteStream::new(transport(chunks)).decode_events(), |_| false))
}

pub(crate) fn sseer(chunks: Chunks) -> Outcome {
    at_once(outcome(sseer::EventStream::new(transport(chunks)).decode_events(), |_| false))
}

/// Answers every request with the chunks.
#[derive(Clone)]
struct Answer(Chunks);

impl HttpTransport for Answer {
    fn request(&self, _: Request<Option<Bytes>>) -> ResponseFuture {
        let chunks = stream::iter(self.0.clone()).map(|chunk| Ok(Bytes::from(chunk)));
        Box::pin(async { Ok(Response::new(Box::pin(chunks) as _)) })
    }
}

pub(crate) fn eventsource_client(chunks: Chunks) -> Outcome {
    use eventsource_client::Error;
    let client = ClientBuilder::for_url("http://localhost/")
        .expect("a URL")
        .reconnect(ReconnectOptions::reconnect(false).build())
        .build_with_transport(Answer(chunks));
    at_once(outcome(client.stream().decode_events(), |error| {
        matches!(error, Error::Eof | Error::UnexpectedEof)
    }))
}

/// `reqwest-eventsource` does not accept bytes: it reads them from a server.
pub(crate) fn reqwest_eventsource() -> impl Fn(Chunks) -> Outcome {
    use reqwest_eventsource::{Error, retry::Never};
    let sent = Arc::new(Mutex::new(Chunks::new()));
    let to_send = Arc::clone(&sent);
    let server = Server::start(move |_| {
        let chunks = sent.lock().expect("no thread panics with it");
        chunks.iter().map(|chunk| Ok(Bytes::from(chunk.clone()))).collect()
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = reqwest_012::Client::new();
    move |chunks| {
        *to_send.lock().expect("no thread panics with it") = chunks;
        runtime.block_on(async {
            let mut source = client.get(server.url("/")).eventsource().expect("a request that can be cloned");
            source.set_retry_policy(Box::new(Never));
            outcome(source.decode_events(), |error| matches!(error, Error::StreamEnded)).await
        })
    }
}
