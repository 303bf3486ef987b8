//! A receiver that lags behind a broadcast: the recipe in the documentation of `EventBody`.

use futures_util::{Stream, StreamExt as _, stream};
use sse_event::{ByteStreamExt as _, EventMeta, StreamError};
use tokio::sync::broadcast::{self, error::RecvError};

use crate::client::{open, soon};
use crate::frameworks::Framework;
use crate::{Broken, Event, body};

type Numbered = (Event, EventMeta);

/// A lost event is an error, and so is a broadcast without senders.
fn live(receiver: broadcast::Receiver<Numbered>) -> impl Stream<Item = Result<Numbered, RecvError>> {
    stream::unfold(receiver, async |mut receiver| Some((receiver.recv().await, receiver)))
}

fn number(number: u32) -> Numbered {
    (Event::delta(number.to_string()), EventMeta::default().with_id(number.to_string()))
}

#[tokio::test]
async fn lost_event_breaks_the_connection_after_the_last_id() {
    for framework in Framework::ALL {
        let (sender, _receiver) = broadcast::channel(4);
        let server = framework.serve(move || {
            let receiver = sender.subscribe();
            // The client gets one event; before its stream is polled again, more events are published than the
            // channel holds.
            assert!(sender.send(number(1)).is_ok(), "a receiver is there");
            let sender = sender.clone();
            let late = live(receiver).inspect(move |item| {
                if item.is_ok() {
                    for late in 2..=9 {
                        assert!(sender.send(number(late)).is_ok(), "a receiver is there");
                    }
                }
            });
            body(late.map(|item| item.map_err(|_| Broken)))
        });
        let mut events = open(&server).await.bytes_stream().sse_events::<Event>();
        assert_eq!(soon(events.next()).await.expect("an event").expect("the first"), Event::delta("1"));
        let error = soon(events.next()).await.expect("an item").expect_err("what was lost is an error");
        assert!(matches!(error, StreamError::Transport(_)), "{framework:?}: {error}");
        assert_eq!(events.last_event_id(), Some("1"), "{framework:?}: where the client resumes");
    }
}
