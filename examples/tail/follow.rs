//! The main loop: events, connections, the timer, and the end.

use std::error::Error;
use std::future::Future;
use std::io::Write;
use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt as _;
use sse_event::event_source::Connection;
use sse_event::{EventSource, RawEventBuf};
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::screen::Screen;

/// The interval at which the live rate is drawn.
const FRAME: Duration = Duration::from_millis(500);

/// A change of a connection.
pub(crate) enum Change {
    Opened,
    /// The cause, and the time until the next attempt.
    Lost(String, Duration),
}

/// Shows the events until `stop` is ready or the feed ends.
pub(crate) async fn follow(
    events: EventSource<RawEventBuf>,
    screen: &mut Screen<impl Write, impl Write>,
    stop: impl Future<Output = ()>,
) -> Result<(), Box<dyn Error>> {
    let (sender, mut changes) = mpsc::unbounded_channel();
    let mut events = events.on_connection(move |connection| {
        let change = match connection {
            Connection::Opened { .. } => Change::Opened,
            Connection::Lost { cause, retry_in, .. } => Change::Lost(chain(cause), *retry_in),
            _ => return,
        };
        // The receiver lives as long as the events.
        let _ = sender.send(change);
    });
    let (mut stop, mut frames, begin) = (pin!(stop), interval(FRAME), Instant::now());
    frames.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        let item = tokio::select! {
            () = &mut stop => break,
            Some(change) = changes.recv() => {
                screen.show_change(&change)?;
                continue;
            }
            item = events.next() => item,
            _ = frames.tick() => {
                screen.show_status(begin.elapsed(), events.counters())?;
                continue;
            }
        };
        // A connection is opened before its first event arrives.
        while let Ok(change) = changes.try_recv() {
            screen.show_change(&change)?;
        }
        match item {
            Some(Ok(event)) => screen.show_event(begin.elapsed(), &event, events.last_event_id())?,
            Some(Err(error)) if !error.ends_stream() => screen.show_note(&error.to_string())?,
            Some(Err(error)) => {
                screen.finish(begin.elapsed(), events.counters())?;
                return Err(error.into());
            }
            None => break,
        }
    }
    screen.finish(begin.elapsed(), events.counters())?;
    Ok(())
}

/// The error and its causes in one line.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
