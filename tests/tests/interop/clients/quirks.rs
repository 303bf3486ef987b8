//! The mock's streams with additions: IDs, and lines between the events.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::{AppendHeaders, IntoResponse as _, Response};
use axum::routing::post;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use sse_event::server::{Block, EVENT_STREAM_HEADERS};
use sse_event::wire::Comment;
use sse_event::{EncodeEvent as _, EventBody, EventMeta, RawEventBuf, SseEvent};
use sse_event_examples::mock_openai::{Request, chat, responses};

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Quirk {
    /// Every event has an ID, and comments follow it.
    Ids,
    /// The same, with a blank line after each comment, as axum's own keep-alive writes it.
    BlankLines,
    /// Every event has an ID, and after it comes a comment with text or a reconnection time alone.
    Blocks,
    /// Every event has an ID, and after it comes another ID alone.
    LoneIds,
    /// A unit event among the others.
    Unit,
    /// The same event with empty data, as other encoders write it.
    EmptyData,
}

/// A block of the stream: an original event or an added one.
#[derive(SseEvent)]
#[sse(encode, end = "[DONE]")]
enum Proxied {
    #[event("ping")]
    Ping,
    #[event(other)]
    Passed(RawEventBuf),
}

pub(crate) fn router(quirk: Quirk, pause: Duration) -> Router {
    Router::new()
        .route("/v1/responses", post(answer::<responses::Request>))
        .route("/v1/chat/completions", post(answer::<chat::Request>))
        .with_state((quirk, pause))
}

async fn answer<R: Request>(State((quirk, pause)): State<(Quirk, Duration)>, body: Bytes) -> Response {
    let request: R = serde_json::from_slice(&body).expect("a request of the official client's");
    let events = request.events().into_iter().zip(1..);
    let body = match quirk {
        Quirk::Ids | Quirk::BlankLines | Quirk::Blocks | Quirk::LoneIds => {
            let blocks: Vec<Block<_>> = events
                .flat_map(|(event, n)| {
                    let id = |id: String| EventMeta::default().with_id(id);
                    [Some(Block::Event((event, id(n.to_string())))), between(quirk, n)]
                })
                .flatten()
                .collect();
            EventBody::new(paced(blocks, pause)).keep_alive_every(pause / 3).left_stream()
        }
        Quirk::Unit | Quirk::EmptyData => {
            let mut events: Vec<_> =
                events.map(|(event, _)| Proxied::Passed(event.encode().expect("an event"))).collect();
            let ping = match quirk {
                Quirk::Unit => Proxied::Ping,
                _ => Proxied::Passed(RawEventBuf::new("ping", "")),
            };
            events.insert(2, ping);
            EventBody::new(paced(events, pause)).keep_alive_every(pause / 3).right_stream()
        }
    };
    let body = body.map_ok(move |chunk| match quirk {
        Quirk::BlankLines if chunk == Comment::KEEP_ALIVE.to_string() => Bytes::from_static(b":\n\n"),
        _ => chunk,
    });
    (AppendHeaders(EVENT_STREAM_HEADERS.iter().copied()), Body::from_stream(body)).into_response()
}

/// The additions after the event with this number.
fn between<T>(quirk: Quirk, n: i32) -> Option<Block<T>> {
    match quirk {
        Quirk::Blocks if n % 2 == 0 => Some(Comment::new("still\nthere").into()),
        Quirk::Blocks => Some(EventMeta::default().with_retry(Duration::from_millis(50)).into()),
        Quirk::LoneIds => Some(EventMeta::default().with_id(format!("{n} alone")).into()),
        _ => None,
    }
}

fn paced<T>(
    events: impl IntoIterator<Item = T>,
    pause: Duration,
) -> impl futures_util::Stream<Item = io::Result<T>> {
    stream::iter(events).then(move |event| async move {
        tokio::time::sleep(pause).await;
        Ok(event)
    })
}
