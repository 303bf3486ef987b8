//! The names that the derived code uses. Not public: it changes without notice, in step with the macro crate.

#[cfg(feature = "eventsource-stream")]
pub use eventsource_stream;
pub use serde;

pub use std::borrow::Cow;

pub use crate::decode::codec::with_name;
pub use crate::decode::failure::{
    codec_error, end, ignored, json_error, unknown_event, unknown_event_by_key,
};
pub use crate::decode::other::{OtherPayload, kept_event_type};
pub use crate::decode::payload::{ParsePayload, Payload, RawPayload};
pub use crate::decode::route::{Route, Rules, Unknown, route};
pub use crate::encode::sink::{EncodeSink, Owned};
pub use crate::encode::{EncodePayload, EncodeText, encode_error, encode_other, encode_unit};
pub use crate::json::has_key::first_present_key;
pub use crate::json::with_tag::Tag;
pub use crate::kind::{deserialize_kind, serialize_kind, unknown_kind};
