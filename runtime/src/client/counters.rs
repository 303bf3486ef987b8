//! Counters of a typed stream's input.

/// Counters of a typed stream's input, for callers with their own timeouts: if the bytes grow but the events do not,
/// only comments or pings keep the stream alive.
///
/// ```
/// use futures_util::{StreamExt as _, stream};
/// use sse_event::{ByteStreamExt as _, SseEvent};
///
/// #[derive(Debug, SseEvent)]
/// #[sse(ignore("ping"))]
/// enum Event {
///     #[event("delta")]
///     Delta(u8),
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let text = ": alive\n\nevent: ping\ndata\n\nevent: delta\ndata: 1\n\n";
/// let mut events = stream::iter([Ok::<_, std::io::Error>(text)]).sse_events::<Event>();
/// assert!(events.next().await.is_some());
/// let counters = events.counters();
/// assert_eq!((counters.comments, counters.ignored, counters.events), (1, 1, 1));
/// assert_eq!(counters.bytes, text.len() as u64);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamCounters {
    /// Bytes up to the end of the last yielded event. 0 for another parser's events.
    pub bytes: u64,
    /// Comment lines. 0 for another parser's events.
    pub comments: u64,
    /// Events that were not yielded: ignored names, and unknown events that are skipped.
    pub ignored: u64,
    /// Events that were yielded. An event that could not be decoded is not counted.
    pub events: u64,
}
