//! Every name that derived code uses: that code is compiled in the user's scope, where any name may be shadowed.
//! Not public: it changes without notice, in step with the macro crate.

pub use core::convert::{From, TryFrom};
pub use core::marker::PhantomData;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, str};
pub use core::result::Result::{Err, Ok};

#[cfg(feature = "eventsource-stream")]
pub use eventsource_stream;
#[cfg(feature = "schemars-1")]
pub use schemars::{self, JsonSchema, Schema, SchemaGenerator};
pub use serde::{self, Deserializer, Serializer};
#[cfg(feature = "utoipa-6")]
pub use utoipa;

pub use crate::__eventsource_stream_impls as eventsource_stream_impls;
pub use crate::__kind_impls as kind_impls;
pub use crate::__schema_impls as schema_impls;
pub use crate::__utoipa_impls as utoipa_impls;
pub use crate::bounds::*;
pub use crate::decode::adjacent::{Adjacent, borrowed_content, content};
pub use crate::decode::codec::{decode_named, with_name};
pub use crate::decode::failure::codec_error;
pub use crate::decode::owned_payload::with_and_without_tag;
pub use crate::decode::payload::{Field, owned_text};
pub use crate::decode::route::{Route, Rules, Unknown, route, without_line};
pub use crate::decode::try_from::try_from;
pub use crate::decode::wrapper::{EventText, event_or_error};
pub use crate::decode::{DecodeEvent, DecodeEventOwned, Decoded, event};
pub use crate::encode::fields::{AsFields, SerializeFields};
pub use crate::encode::sink::{EncodeSink, Head, Tagged};
pub use crate::encode::wrapper::encode_nested_error;
pub use crate::encode::{EncodeEvent, encode, encode_error, encode_other, encode_skipped};
pub use crate::error::Error;
pub use crate::error::parse_kind::ParseKindError;
pub use crate::event::{SseEvent, static_name};
pub use crate::json::has_key::first_present_key;
pub use crate::kind::{ParseKind, deserialize_kind, serialize_kind, unknown_kind};
pub use crate::raw::{RawEvent, RawEventBuf};
#[cfg(feature = "schemars-1")]
pub use crate::schema::describing::Describing;
#[cfg(feature = "schemars-1")]
pub use crate::schema::head::{EventHead, Flag, StreamHead};
#[cfg(feature = "utoipa-6")]
pub use crate::schema::utoipa::{UtoipaSchema, UtoipaSchemas, partial_schema, referenced_schemas};
#[cfg(feature = "schemars-1")]
pub use crate::schema::{Described, EventSchema, data_schema, with_parameters};
pub use crate::union::kept::{kept_text, skip_object, write_kept, write_skipped};
pub use crate::union::serialize::{Member, write_unit};
pub use crate::union::{Union, read_union};

/// `Result` with this crate's error as the default.
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// The result of `encode_to`: whether the data of the event is the sentinel.
pub type Encoded = Result<bool>;

/// The result of a deserializer.
pub type Deserialized<'de, T, D> = Result<T, <D as Deserializer<'de>>::Error>;

/// The result of a serializer.
pub type Serialized<S> = Result<<S as Serializer>::Ok, <S as Serializer>::Error>;

/// The event names of an enum.
pub type Names = &'static [&'static str];

/// A name from the data, which may have been unescaped.
pub type Cow<'a> = std::borrow::Cow<'a, str>;
