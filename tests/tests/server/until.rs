//! Bodies that end at a shutdown or after a deadline.

use std::future::{pending, ready};
use std::task::Poll;
use std::time::Duration;

use actix_web::Responder as _;
use actix_web::http::ConnectionType;
use actix_web::test::TestRequest;
use futures_util::stream::FusedStream as _;
use futures_util::{StreamExt as _, stream};
use sse_event::{EventBody, StreamError};
use tokio_util::sync::CancellationToken;

use crate::body::{PING, chunk, next};
use crate::client::{events, open, soon};
use crate::frameworks::Framework;
use crate::{Broken, Event, Item, body};

#[test]
fn body_ends_between_events_without_sentinel() {
    let shutdown = CancellationToken::new();
    let flood = stream::repeat_with(|| Ok::<_, Broken>(Event::Ping));
    let mut body = EventBody::new(flood).until(shutdown.clone().cancelled_owned());
    assert_eq!([next(&mut body), next(&mut body)], [chunk(PING), chunk(PING)]);
    shutdown.cancel();
    assert!(!body.is_terminated());
    assert_eq!(next(&mut body), Poll::Ready(None));
    assert!(body.is_terminated());
}

#[test]
fn first_of_several_futures_ends_the_body() {
    let silence = || EventBody::new(stream::pending::<Item>());
    assert_eq!(next(&mut silence().until(pending::<()>())), Poll::Pending);
    assert_eq!(next(&mut silence().until(ready(())).until(pending::<()>())), Poll::Ready(None));
    assert_eq!(next(&mut silence().until(pending::<()>()).until(ready("any value"))), Poll::Ready(None));
}

#[test]
fn complete_body_keeps_its_sentinel() {
    let shutdown = CancellationToken::new();
    let body = EventBody::new(stream::iter([Ok::<_, Broken>(Event::Finished)]));
    let mut body = body.until(shutdown.clone().cancelled_owned());
    assert_eq!(next(&mut body), chunk("event: finished\ndata: {}\n\n"));
    shutdown.cancel();
    assert_eq!(next(&mut body), chunk("data: [DONE]\n\n"), "the terminal event was sent");
    assert_eq!(next(&mut body), Poll::Ready(None));
}

/// The response ends normally in HTTP, and a reader whose events declare an end learns that it was not reached.
#[tokio::test]
async fn shutdown_ends_silent_and_flooded_responses() {
    for framework in Framework::ALL {
        for flood in [false, true] {
            let shutdown = CancellationToken::new();
            let signal = shutdown.clone();
            let server = framework.serve(move || {
                let first = stream::iter([Ok(Event::Ping.bare())]);
                let rest = stream::unfold((), move |()| async move {
                    if !flood {
                        pending::<()>().await;
                    }
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    Some((Ok(Event::Ping.bare()), ()))
                });
                body(first.chain(rest)).until(signal.clone().cancelled_owned())
            });
            let mut received = events(open(&server).await);
            assert!(matches!(soon(received.next()).await, Some(Ok(_))), "{framework:?}");
            shutdown.cancel();
            let last = loop {
                match soon(received.next()).await {
                    Some(Ok(_)) => {}
                    last => break last,
                }
            };
            assert!(matches!(last, Some(Err(StreamError::Truncated))), "{framework:?}: {last:?}");
        }
    }
}

/// An idle connection would delay a graceful shutdown of actix-web.
#[test]
fn actix_web_closes_the_connection_of_a_body_that_may_end_early() {
    let request = TestRequest::default().to_http_request();
    let silence = || EventBody::new(stream::pending::<Item>());
    let closes =
        |body: EventBody<_>| body.respond_to(&request).head().connection_type() == ConnectionType::Close;
    assert!(closes(silence().until(pending::<()>())));
    assert!(!closes(silence()));
}
