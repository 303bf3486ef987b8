//! Keep-alives of real servers.

use std::sync::Mutex;
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use sse_event::EventMeta;
use tokio::sync::oneshot;

use crate::client::{events, open, soon};
use crate::frameworks::Framework;
use crate::{Event, body};

/// An event, silence until the test has seen enough of it, and another event.
#[tokio::test]
async fn comments_fill_the_silence() {
    for framework in Framework::ALL {
        let (go_on, wait) = oneshot::channel::<()>();
        let wait = Mutex::new(Some(wait));
        let server = framework.serve(move || {
            let wait = wait.lock().expect("no panic").take().expect("one request");
            let last = stream::once(async { wait.await.expect("the test continues") });
            body(
                stream::iter([Ok(Event::Ping.bare())]).chain(last.map(|()| Ok(Event::delta("after").bare()))),
            )
            .keep_alive_every(Duration::from_millis(2))
        });
        let mut response = open(&server).await;
        let mut text = String::new();
        while text.matches(":\n").count() < 5 {
            let chunk = soon(response.chunk()).await.expect("no error").expect("no end");
            text.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
        let silence = text.strip_prefix("event: ping\ndata: {}\n\n").expect("the event comes first");
        assert!(silence.lines().all(|line| line == ":"), "{framework:?}: {silence:?}");

        // The client has skipped the comments, and continues.
        go_on.send(()).expect("the server waits");
        let rest: Vec<_> = soon(events(response).collect()).await;
        assert!(
            matches!(rest.as_slice(), [Ok((event, EventMeta { id: None, .. }))] if *event == Event::delta("after")),
            "{framework:?}: {rest:?}"
        );
    }
}
