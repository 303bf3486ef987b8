//! What each attribute does, one module a topic. The routing that they share is proved in `rules`.
#![allow(
    clippy::ptr_arg,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    reason = "the signature of a codec is not its author's choice"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod bounds;
mod case;
mod codecs;
mod encode;
mod encode_errors;
mod encode_generics;
mod encode_other;
mod encode_tagged;
mod has;
mod kind;
mod kind_serde;
mod newtype_fields;
mod prefix;
mod reference;
mod responses;
mod round_trip;
mod structs;

use sse_event::{EncodeEvent, RawEventBuf};
use sse_event_tests::outcome::{error, event};

/// The raw event of a value that can be encoded, and that it is exactly this one: not equal to it as `""` and
/// `"message"` are.
#[track_caller]
fn assert_encodes(event: &impl EncodeEvent, name: &str, data: &str) {
    let RawEventBuf { event, data: encoded, id, retry, .. } = event.encode().expect("it can be encoded");
    assert_eq!((&*event, &*encoded, id, retry), (name, data, None, None));
}
