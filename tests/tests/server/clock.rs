//! Keep-alives with tokio's paused clock, which advances when every task waits for it.

use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use actix_web::Responder as _;
use actix_web::body::MessageBody as _;
use actix_web::test::TestRequest;
use axum::response::IntoResponse as _;
use bytes::Bytes;
use futures_util::{FutureExt as _, Stream, StreamExt as _, stream};
use sse_event::EventBody;
use tokio::time::{Instant, interval, sleep};

use crate::Event;

fn silence() -> EventBody<impl Stream<Item = Result<Event, Infallible>> + Send + Unpin> {
    EventBody::new(stream::pending())
}

/// The chunks that arrive within an hour, and their times in seconds.
async fn hour<E: std::fmt::Debug>(chunks: impl Stream<Item = Result<Bytes, E>>) -> Vec<(u64, Bytes)> {
    let start = Instant::now();
    let chunks = chunks.map(|chunk| (start.elapsed().as_secs(), chunk.expect("no error")));
    chunks.take_until(sleep(Duration::from_millis(3_599_999))).collect().await
}

fn comments(every: usize) -> Vec<(u64, Bytes)> {
    (0..3600).step_by(every).skip(1).map(|second| (second, ":\n".into())).collect()
}

#[tokio::test(start_paused = true)]
async fn axum_and_actix_handlers_keep_alive_by_default() {
    for (body, expected) in [
        (silence as fn() -> _, comments(15)),
        (|| silence().keep_alive_every(Duration::from_secs(60)), comments(60)),
        (|| silence().without_keep_alive(), vec![]),
        (|| silence().keep_alive(stream::pending()), vec![]),
        (|| silence().keep_alive_every(Duration::ZERO), vec![]),
        (|| silence().keep_alive_every(Duration::MAX), vec![]),
    ] {
        let axum = body().into_response().into_body().into_data_stream();
        assert_eq!(hour(axum).await, expected);
        let mut actix = body().respond_to(&TestRequest::default().to_http_request()).into_body();
        let actix = stream::poll_fn(|cx| Pin::new(&mut actix).poll_next(cx));
        assert_eq!(hour(actix).await, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn stream_of_bytes_keeps_alive_by_default() {
    assert_eq!(hour(silence()).await, comments(15));
    assert_eq!(hour(silence().without_keep_alive()).await, []);
}

/// There is no comment if there is an event in each period, and never more than two periods of silence.
#[tokio::test(start_paused = true)]
async fn comments_fill_only_silence() {
    // 239 ticks in an hour, minus those that follow an event.
    for (events, comments) in [(10, 0), (14, 0), (40, 149), (1000, 235)] {
        let mut events = interval(Duration::from_secs(events));
        let events =
            stream::poll_fn(move |cx| events.poll_tick(cx).map(|_| Some(Ok::<_, Infallible>(Event::Ping))));
        let chunks = hour(EventBody::new(events).keep_alive_every(Duration::from_secs(15))).await;
        let is_comment = |chunk: &&(u64, Bytes)| chunk.1 == ":\n";
        assert_eq!(chunks.iter().filter(is_comment).count(), comments);
        assert!(chunks.windows(2).all(|pair| pair[1].0 - pair[0].0 <= 30), "{chunks:?}");
    }
}

#[test]
fn body_without_clock_writes_no_comments() {
    for mut body in [silence(), silence().keep_alive_every(Duration::from_millis(1))] {
        assert!(body.next().now_or_never().is_none());
    }
}
