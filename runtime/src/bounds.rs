//! Traits that exist for the compiler's messages. Each is implemented for every type that implements the
//! corresponding trait of serde or std, and its message says what to do if that trait is not implemented. In your own
//! bounds, use the traits of serde and std.

#[cfg(feature = "reader")]
pub use crate::client::reader::bounds::BufferedRead;
#[cfg(feature = "stream")]
pub use crate::client::stream::bounds::{ByteStream, RawEventStream};
pub use crate::decode::codec::{CodecError, DecodeWith, EncodeWith};
pub use crate::decode::other::{OtherData, OtherId, OtherName, OtherPayload, OtherRetry};
pub use crate::decode::owned_payload::OwnedPayload;
pub use crate::decode::payload::{FieldPayload, Fields, ParsePayload, Payload, RawPayload};
pub use crate::decode::user_error::UserError;
pub use crate::decode::wrapper::WrappedEvent;
pub use crate::encode::wrapper::EncodeWrapped;
pub use crate::encode::{EncodePayload, EncodeText};
pub use crate::kind::KindError;
#[cfg(feature = "schemars-1")]
pub use crate::schema::describing::DescribedPayload;
#[cfg(feature = "actix-web")]
pub use crate::server::bounds::LocalResponseError;
#[cfg(feature = "http-body")]
pub use crate::server::bounds::ResponseError;
#[cfg(feature = "body")]
pub use crate::server::{block::BodyBlock, item::BodyItem};
