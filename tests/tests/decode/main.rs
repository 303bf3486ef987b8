//! Decoding: how an event selects its variant, and how its data becomes the payload. One module per topic.
#![allow(
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    reason = "the signature of a codec is not its author's choice"
)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod allocations;
mod bounds;
mod codec;
mod content;
mod declaration;
mod ends;
mod fields;
mod generic_fields;
mod generics;
mod has_key;
mod keyless;
mod lifetimes;
mod newtype_fields;
mod other;
mod payload;
mod prefix;
mod rename_all;
mod route;
mod serde_names;
mod structs;
mod tag;
mod tagged_payload;
mod text;
mod try_from;
mod visible_tag;
mod wrapper;
