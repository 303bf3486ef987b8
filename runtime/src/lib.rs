#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
// Neither what a server sends nor what a user writes may cause a panic.
#![warn(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod adapters;
pub mod attributes;
#[cfg(feature = "body")]
mod body;
mod buffer;
mod codec;
mod encode;
mod error;
mod error_type;
mod event;
mod excerpt;
mod kind;
#[cfg(any(feature = "body", feature = "reader", feature = "stream"))]
mod meta;
mod other;
mod path;
mod payload;
mod pointer;
mod raw;
#[cfg(feature = "reader")]
pub mod reader;
mod route;
#[cfg(any(feature = "reader", feature = "stream"))]
mod session;
mod sink;
#[cfg(feature = "stream")]
pub mod stream;
mod tag;
mod wire;

#[cfg(feature = "body")]
pub use body::{BodyError, BodyItem, EVENT_STREAM_HEADERS, EventBody};
pub use encode::{EncodeEvent, EncodePayload, EncodeText};
pub use error::{Error, ErrorKind, ErrorParts};
pub use event::{DecodeEvent, DecodeEventOwned, Decoded, SseEvent};
pub use kind::ParseKindError;
#[cfg(any(feature = "body", feature = "reader", feature = "stream"))]
pub use meta::EventMeta;
pub use other::OtherPayload;
// For the derive's code. They stand here for their paths, which the compiler's messages show.
#[doc(hidden)]
pub use codec::CodecError;
#[doc(hidden)]
pub use error_type::UserError;
#[doc(hidden)]
pub use other::{OtherData, OtherId, OtherName, OtherRetry};
#[doc(hidden)]
pub use payload::{FieldPayload, Fields};
pub use payload::{ParsePayload, Payload, RawPayload};
pub use raw::{AsRawEvent, RawEvent, RawEventBuf};
#[cfg(feature = "reader")]
pub use reader::EventReader;
#[cfg(any(feature = "reader", feature = "stream"))]
pub use session::{EventError, StreamError};
pub use sse_event_macros::SseEvent;
#[cfg(feature = "stream")]
pub use stream::{ByteStreamExt, EventStream, RawEventStreamExt};
pub use wire::{Comment, WireEvent};
