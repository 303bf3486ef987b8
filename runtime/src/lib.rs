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
mod decode;
mod encode;
pub mod error;
mod event;
pub mod guide;
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
pub mod server;
mod union;
pub mod wire;

// The names of almost every program. The rest is in the module that it belongs to.
#[cfg(feature = "event-source")]
pub use client::event_source::{self, EventSource};
#[cfg(feature = "reader")]
pub use client::reader::{self, BufReadExt};
#[cfg(feature = "stream")]
pub use client::stream::{self, ByteStreamExt};
pub use decode::{DecodeEvent, DecodeEventOwned, Decoded};
pub use encode::EncodeEvent;
#[cfg(any(feature = "reader", feature = "stream"))]
#[doc(inline)]
pub use error::StreamError;
#[doc(inline)]
pub use error::{Error, ErrorKind};
pub use event::SseEvent;
pub use meta::EventMeta;
pub use raw::{RawEvent, RawEventBuf};
#[cfg(feature = "body")]
#[doc(inline)]
pub use server::EventBody;
pub use sse_event_macros::SseEvent;
