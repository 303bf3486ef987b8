//! The items of a body: events, and lines that are not events.

use bytes::BytesMut;

use crate::encode::EncodeEvent;
use crate::encode::sink::EncodeSink;
use crate::error::Error;
use crate::meta::EventMeta;
use crate::raw::RawEvent;
use crate::wire::comment::Comment;

/// An event, or lines that are not an event: the item type of an [`EventBody`](crate::EventBody) that sends both. The
/// HTML standard calls the lines up to a blank line a block (9.2.6 "Interpreting an event stream").
///
/// ```
/// use std::convert::Infallible;
/// use std::time::Duration;
///
/// use futures_util::{TryStreamExt as _, stream};
/// use sse_event::server::Block;
/// use sse_event::wire::Comment;
/// use sse_event::{EventBody, EventMeta, RawEventBuf};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let blocks: [Block<RawEventBuf>; 4] = [
///     EventMeta::default().with_retry(Duration::from_secs(3)).into(),
///     Comment::new("still indexing").into(),
///     RawEventBuf::new("ping", "{}").into(),
///     EventMeta::default().with_id("7").into(),
/// ];
/// let body = EventBody::new(stream::iter(blocks.map(Ok::<_, Infallible>)));
/// let bytes: Vec<u8> = body.map_ok(Vec::from).try_concat().await?;
/// assert_eq!(bytes, b"retry: 3000\n: still indexing\nevent: ping\ndata: {}\n\nid: 7\n\n");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block<T> {
    /// An event.
    Event(T),
    /// A comment, such as a note that the server is still working. Every client ignores it.
    Comment(Comment<'static>),
    /// An ID, a reconnection time, or both, without an event. A client that reconnects sends the ID, although it
    /// received no event with it: for a server that skips events which this client does not get.
    ///
    /// A reconnection time alone is written without a blank line, because clients apply it at once. An ID is applied
    /// only at a blank line; OpenAI's official Python package and `httpx-sse` take such a block for an event without
    /// data.
    Meta(EventMeta),
}

impl<T: EncodeEvent> From<T> for Block<T> {
    fn from(event: T) -> Self {
        Self::Event(event)
    }
}

impl<T> From<Comment<'static>> for Block<T> {
    fn from(comment: Comment<'static>) -> Self {
        Self::Comment(comment)
    }
}

impl<T> From<EventMeta> for Block<T> {
    fn from(meta: EventMeta) -> Self {
        Self::Meta(meta)
    }
}

/// The rest of a body after a block.
#[derive(Debug)]
pub enum Rest {
    /// More blocks.
    Open,
    /// Only the sentinel: the block was the terminal event.
    Sentinel,
    /// Nothing.
    Nothing,
}

/// An item that a body can write: every event that can be encoded, and a [`Block`] of such events.
///
/// It exists for the compiler's messages. Use [`EncodeEvent`] in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event that can be encoded\n\
               help: derive it: `#[derive(SseEvent)]` with `#[sse(encode)]`",
    label = "not encoded"
)]
pub trait BodyBlock {
    /// The data of the sentinel.
    #[doc(hidden)]
    const SENTINEL: Option<&'static str>;

    /// Appends the lines. On an error the buffer is unchanged.
    ///
    /// # Errors
    /// Those of [`EncodeEvent::write_to`].
    #[doc(hidden)]
    fn write_block(&self, buffer: &mut BytesMut) -> Result<Rest, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: EncodeEvent> BodyBlock for T {
    const SENTINEL: Option<&'static str> = T::END;

    #[inline]
    fn write_block(&self, buffer: &mut BytesMut) -> Result<Rest, Error> {
        let is_sentinel = self.encode_to(EncodeSink::wire(buffer, T::END))?;
        Ok(match self.is_terminal() {
            _ if is_sentinel => Rest::Nothing,
            true if T::END.is_some() => Rest::Sentinel,
            true => Rest::Nothing,
            false => Rest::Open,
        })
    }
}

impl<T: EncodeEvent> BodyBlock for Block<T> {
    const SENTINEL: Option<&'static str> = T::END;

    fn write_block(&self, buffer: &mut BytesMut) -> Result<Rest, Error> {
        match self {
            Self::Event(event) => return event.write_block(buffer),
            Self::Comment(comment) => comment.write_to(buffer),
            Self::Meta(meta) => write_meta(meta, buffer)?,
        }
        Ok(Rest::Open)
    }
}

fn write_meta(meta: &EventMeta, buffer: &mut BytesMut) -> Result<(), Error> {
    let head = RawEvent { id: meta.id.as_deref(), retry: meta.retry, ..RawEvent::new("", "") };
    head.to_wire()?.write_head(buffer);
    if head.id.is_some() {
        buffer.extend_from_slice(b"\n");
    }
    Ok(())
}
