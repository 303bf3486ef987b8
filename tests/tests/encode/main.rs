//! Encoding: the encoded form of each kind of variant and payload, and that it decodes to the same value.
#![allow(
    clippy::ptr_arg,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    reason = "the signature of a codec is not its author's choice"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod codec;
mod content;
mod errors;
mod generics;
mod has_key;
mod names_in_text;
mod other;
mod round_trip;
mod tagged_payload;
mod variants;
mod wrapper;
