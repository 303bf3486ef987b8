// Its examples need these features: they are tested with them, and not with fewer.
#![cfg_attr(
    any(not(doctest), all(feature = "axum-08", feature = "reader", feature = "stream")),
    doc = include_str!("../README.md")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
// Neither what a server sends nor what a user writes may cause a panic.
#![warn(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

pub mod attributes;
#[doc(hidden)]
pub mod bounds;

// After `bounds`: the compiler's messages show the path that the compiler finds first.
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

mod client;
pub mod clients;
mod decode;
mod encode;
mod error;
mod event;
mod json;
mod kind;
mod meta;
mod raw;
#[cfg(feature = "schemars-1")]
pub mod schema;
// The macros for code that is derived are there with every feature, and without.
#[path = "schema/impls.rs"]
mod schema_impls;
#[cfg(feature = "body")]
mod server;
mod union;
mod wire;

#[cfg(any(feature = "reader", feature = "stream"))]
pub use client::counters::StreamCounters;
#[cfg(any(feature = "reader", feature = "stream"))]
pub use client::error::{EventError, StreamError};
#[cfg(feature = "event-source")]
pub use client::event_source::{self, EventSource};
#[cfg(feature = "reader")]
pub use client::reader::{self, BufReadExt, EventReader};
#[cfg(feature = "stream")]
pub use client::stream::{self, BoxEventStream, ByteStreamExt, EventStream, RawEventStreamExt};
#[cfg(feature = "stream")]
pub use client::timer::Timer;
pub use decode::{DecodeEvent, DecodeEventOwned, Decoded};
pub use encode::EncodeEvent;
pub use error::{Error, ErrorCause, ErrorKind, ErrorParts};
pub use event::SseEvent;
pub use kind::ParseKindError;
pub use meta::EventMeta;
pub use raw::{AsRawEvent, RawEvent, RawEventBuf};
#[cfg(all(feature = "body", feature = "tokio"))]
pub use server::channel::{self, EventReceiver, EventSender};
#[cfg(feature = "body")]
pub use server::{Block, BodyError, EVENT_STREAM_HEADERS, EventBody, InvalidLastEventId, LastEventId};
pub use sse_event_macros::SseEvent;
pub use wire::comment::Comment;
pub use wire::event::WireEvent;
