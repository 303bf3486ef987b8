//! The reader as a method of every `BufRead`.

use super::EventReader;
use super::bounds::BufferedRead;
use crate::decode::DecodeEventOwned;
use crate::raw::RawEventBuf;

/// Typed events from a [`BufRead`](std::io::BufRead), blocking.
///
/// ```
/// use std::fs::File;
/// use std::io::BufReader;
///
/// use sse_event::{BufReadExt as _, SseEvent};
///
/// #[derive(Debug, SseEvent)]
/// enum Event {
///     #[event("delta", raw)]
///     Delta(String),
/// }
///
/// fn replay(path: &str) -> Result<(), Box<dyn std::error::Error>> {
///     for event in BufReader::new(File::open(path)?).sse_events::<Event>() {
///         println!("{:?}", event?);
///     }
///     Ok(())
/// }
/// ```
///
/// Every `BufRead` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not buffered: it does not implement `std::io::BufRead`",
    label = "not a `BufRead`"
)]
pub trait BufReadExt: BufferedRead {
    /// Parses the bytes and decodes each event. See [`EventReader`] for when the iterator ends.
    fn sse_events<T: DecodeEventOwned>(self) -> EventReader<Self, T>
    where
        Self: Sized,
    {
        EventReader::new(self)
    }

    /// Parses the bytes and yields each event untyped: for events that borrow from their data, and for proxies.
    ///
    /// ```
    /// use sse_event::{BufReadExt as _, RawEventBuf};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// for event in "id: 7\nevent: ping\ndata: hi\n\n".as_bytes().raw_events() {
    ///     assert_eq!(event?, RawEventBuf::new("ping", "hi").with_id("7"));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    fn raw_events(self) -> EventReader<Self, RawEventBuf>
    where
        Self: Sized,
    {
        self.sse_events()
    }
}

impl<R: BufferedRead + ?Sized> BufReadExt for R {}
