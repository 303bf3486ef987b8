//! A stream of chunks of bytes that lends the current chunk: the type of the chunks is not visible outside.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::TryStream;

use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::wire::decoder::Decoder;

/// Bytes in chunks.
pub(in crate::client) trait ByteChunks {
    type Error;

    /// Replaces the current chunk with the next one.
    fn poll_chunk(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<(), Self::Error>>>;

    /// The current chunk, and the number of its bytes that are used.
    fn chunk(self: Pin<&mut Self>) -> (&[u8], &mut usize);
}

/// Boxed chunks that fail with an `E`.
pub(in crate::client) type BoxChunks<E> = Pin<Box<dyn ByteChunks<Error = E> + Send>>;

pub(in crate::client) struct Chunks<S: TryStream> {
    transport: Pin<Box<S>>,
    chunk: Option<S::Ok>,
    // The number of used bytes of the chunk.
    used: usize,
}

impl<S: TryStream> Chunks<S> {
    pub(in crate::client) fn new(transport: S) -> Self {
        Self { transport: Box::pin(transport), chunk: None, used: 0 }
    }
}

// The transport is on the heap, and the chunk is never pinned.
impl<S: TryStream> Unpin for Chunks<S> {}

impl<S> ByteChunks for Chunks<S>
where
    S: TryStream,
    S::Ok: AsRef<[u8]>,
{
    type Error = S::Error;

    fn poll_chunk(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<(), S::Error>>> {
        // Frees its memory before waiting for the next chunk.
        self.chunk = None;
        let chunk = ready!(self.transport.as_mut().try_poll_next(cx));
        Poll::Ready(chunk.map(|chunk| {
            (self.chunk, self.used) = (Some(chunk?), 0);
            Ok(())
        }))
    }

    fn chunk(self: Pin<&mut Self>) -> (&[u8], &mut usize) {
        let Self { chunk, used, .. } = self.get_mut();
        (chunk.as_ref().map(AsRef::as_ref).unwrap_or_default(), used)
    }
}

/// Passes the next event of the chunks to `read`.
pub(super) fn poll_event<C: ByteChunks + ?Sized, R>(
    mut chunks: Pin<&mut C>,
    decoder: &mut Decoder,
    cx: &mut Context<'_>,
    budget: &mut Budget,
    read: impl FnOnce(SourceItem<'_, C::Error>) -> R,
) -> Poll<R> {
    loop {
        ready!(budget.poll_step(cx));
        let (chunk, used) = chunks.as_mut().chunk();
        let rest = chunk.get(*used..).unwrap_or_default();
        let mut window = rest.get(..Budget::WINDOW).unwrap_or(rest);
        let parsed = window.len();
        let frame = decoder.next(&mut window);
        let taken = parsed - window.len();
        // Set before the event is decoded: if decoding panics, the event is not read again.
        *used += taken;
        if let Some(frame) = frame {
            return Poll::Ready(read(SourceItem::from(&frame)));
        }
        if taken < rest.len() {
            continue;
        }
        match ready!(chunks.as_mut().poll_chunk(cx)) {
            Some(Ok(())) => {}
            Some(Err(error)) => return Poll::Ready(read(SourceItem::Transport(error))),
            None => return Poll::Ready(read(SourceItem::from(&decoder.finish()))),
        }
    }
}
