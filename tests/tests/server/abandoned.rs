//! Clients that disconnect.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use tokio::sync::Notify;

use crate::client::{events, open, soon};
use crate::frameworks::{Framework, Server};
use crate::{Body, Event, Item, body};

/// Reports when the stream that holds it is dropped.
struct Held(Arc<Notify>);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

/// Reads the first event, disconnects, and waits for the server to notice.
async fn abandon(framework: Framework, server: Server, dropped: &Notify) {
    let mut received = events(open(&server).await);
    let first = soon(received.next()).await.expect("an event").expect("it is one");
    assert_eq!(first.0, Event::Ping, "{framework:?}");
    drop(received);
    soon(dropped.notified()).await;
    drop(server);
}

/// Answers every request with a first event and this rest, and reports when such a stream is dropped.
pub(crate) fn serve<S>(
    framework: Framework,
    rest: fn() -> S,
    finish: fn(Body) -> Body,
) -> (Server, Arc<Notify>)
where
    S: futures_util::Stream<Item = Item> + Send + Sync + 'static,
{
    let dropped = Arc::new(Notify::new());
    let held = Arc::clone(&dropped);
    let server = framework.serve(move || {
        let held = Held(Arc::clone(&held));
        let events = stream::iter([Ok(Event::Ping.bare())]).chain(rest());
        finish(body(events.inspect(move |_| _ = &held)))
    });
    (server, dropped)
}

#[tokio::test]
async fn stream_is_dropped_when_client_leaves_between_comments() {
    for framework in Framework::ALL {
        let kept_alive = |body: Body| body.keep_alive_every(Duration::from_millis(5));
        let (server, dropped) = serve(framework, stream::pending, kept_alive);
        abandon(framework, server, &dropped).await;
    }
}

/// Not for actix-web, which notices only when it writes: its streams live until the next event or comment.
#[tokio::test]
async fn stream_is_dropped_when_client_leaves_in_silence() {
    for framework in [Framework::Axum, Framework::AxumStream, Framework::Hyper, Framework::Warp] {
        let (server, dropped) = serve(framework, stream::pending, Body::without_keep_alive);
        abandon(framework, server, &dropped).await;
    }
}

#[tokio::test]
async fn stream_is_dropped_when_client_leaves_in_flood() {
    for framework in Framework::ALL {
        let flood = || stream::repeat_with(|| Ok(Event::delta("x".repeat(1024)).bare()));
        let (server, dropped) = serve(framework, flood, |body| body);
        abandon(framework, server, &dropped).await;
    }
}
