//! A scripted transport that counts how often it is polled.

use std::collections::VecDeque;
use std::fmt;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use futures_util::Stream;

/// The error of the transport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("connection reset")
    }
}

impl std::error::Error for Broken {}

/// Chunks, pauses and failures in order.
#[derive(Debug, Default)]
pub(crate) struct Transport {
    steps: VecDeque<Poll<Result<Vec<u8>, Broken>>>,
    polls: Arc<AtomicUsize>,
}

impl Transport {
    /// Yields the text in one chunk and ends.
    pub(crate) fn of(text: impl AsRef<[u8]>) -> Self {
        Self::default().then(text)
    }

    /// Yields the bytes in chunks of this size, with a pause before each.
    pub(crate) fn chunked(bytes: &[u8], size: usize) -> Self {
        bytes.chunks(size).fold(Self::default(), |transport, chunk| transport.pause().then(chunk))
    }

    pub(crate) fn then(mut self, chunk: impl AsRef<[u8]>) -> Self {
        self.steps.push_back(Poll::Ready(Ok(chunk.as_ref().to_vec())));
        self
    }

    pub(crate) fn pause(mut self) -> Self {
        self.steps.push_back(Poll::Pending);
        self
    }

    pub(crate) fn broken(mut self) -> Self {
        self.steps.push_back(Poll::Ready(Err(Broken)));
        self
    }

    /// The number of polls, which can be read after the transport has moved into a stream.
    pub(crate) fn polls(&self) -> Polls {
        Polls(Arc::clone(&self.polls))
    }
}

pub(crate) struct Polls(Arc<AtomicUsize>);

impl Polls {
    pub(crate) fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Whether the transport has not been dropped.
    pub(crate) fn transport_lives(&self) -> bool {
        Arc::strong_count(&self.0) > 1
    }
}

impl Stream for Transport {
    type Item = Result<Vec<u8>, Broken>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.polls.fetch_add(1, Ordering::Relaxed);
        match self.steps.pop_front() {
            Some(step) => step.map(Some),
            None => Poll::Ready(None),
        }
    }
}

/// One poll, without a runtime.
pub(crate) fn poll<S: Stream>(stream: Pin<&mut S>) -> Poll<Option<S::Item>> {
    stream.poll_next(&mut Context::from_waker(Waker::noop()))
}

/// The next item, after all pauses.
pub(crate) fn next<S: Stream>(mut stream: Pin<&mut S>) -> Option<S::Item> {
    loop {
        if let Poll::Ready(item) = poll(stream.as_mut()) {
            return item;
        }
    }
}

/// Every item, each converted into a `T`. After the end there must be no other item.
#[track_caller]
pub(crate) fn drain<T, S: Stream<Item: Into<T>>>(stream: S) -> Vec<T> {
    let mut stream = pin!(stream);
    let items = std::iter::from_fn(|| next(stream.as_mut()).map(Into::into)).collect();
    for _ in 0..3 {
        assert!(next(stream.as_mut()).is_none(), "an item after the end");
    }
    items
}
