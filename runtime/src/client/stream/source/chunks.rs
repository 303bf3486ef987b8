//! A stream of chunks of bytes, of which the current one is lent: the type of the chunks stays in here.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::TryStream;

use crate::client::ending::SourceItem;
use crate::client::stream::poll_budget::Budget;
use crate::wire::decoder::Decoder;

/// Bytes that come in chunks.
pub(in crate::client) trait ByteChunks {
    type Error;

    /// Replaces the current chunk with the next one.
    fn poll_chunk(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<(), Self::Error>>>;

    /// The current chunk, and how many of its bytes are used up.
    fn chunk(self: Pin<&mut Self>) -> (&[u8], &mut usize);
}

/// Bytes on the heap that fail with an `E`.
pub(in crate::client) type BoxChunks<E> = Pin<Box<dyn ByteChunks<Error = E> + Send>>;

pub(in crate::client) struct Chunks<S: TryStream> {
    transport: Pin<Box<S>>,
    chunk: Option<S::Ok>,
    // The bytes of the chunk that are used up.
    used: usize,
}

impl<S: TryStream> Chunks<S> {
    pub(in crate::client) fn new(transport: S) -> Self {
        Self { transport: Box::pin(transport), chunk: None, used: 0 }
    }
}

// Neither the transport, which is on the heap, nor the chunk is pinned in here.
impl<S: TryStream> Unpin for Chunks<S> {}

impl<S> ByteChunks for Chunks<S>
where
    S: TryStream,
    S::Ok: AsRef<[u8]>,
{
    type Error = S::Error;

    fn poll_chunk(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<(), S::Error>>> {
        // Its memory is given back before the wait for the next one.
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

/// Lends the next event of the chunks to `read`.
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
        // Before the event is decoded: a payload that panics is not read again.
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
