//! Schemas of event enums: what `#[sse(schema)]` describes, as JSON Schema and for OpenAPI.
//!
//! An enum with `#[sse(schema)]` implements [`JsonSchema`](schemars::JsonSchema) of [`schemars`](https://docs.rs/schemars/1).
//! That schema describes the JSON in the data of its events. [`EventItem`] describes whole events: name, data, ID and
//! reconnection time, and the sentinel.
//!
//! | to describe | write |
//! |---|---|
//! | the data of an event | `schemars::schema_for!(Event)` |
//! | an event: an object of `event`, `data`, `id` and `retry` | `schemars::schema_for!(EventItem<Event>)` |
//! | a stream in a document of OpenAPI 3.2 | [`media_type::<Event>(…)`](media_type) |
//!
//! ```
//! use schemars::JsonSchema;
//! use serde::Deserialize;
//! use sse_event::SseEvent;
//! use sse_event::schema::{media_type, openapi_settings};
//!
//! #[derive(Deserialize, JsonSchema)]
//! struct Usage {
//!     tokens: u32,
//! }
//!
//! #[derive(SseEvent)]
//! #[sse(end = "[DONE]", schema)]
//! enum Event {
//!     /// A piece of the answer.
//!     #[event("delta")]
//!     Delta { text: String },
//!     #[event("usage")]
//!     Usage(Usage),
//! }
//!
//! let mut generator = openapi_settings().into_generator();
//! let media_type = media_type::<Event>(&mut generator);
//! assert_eq!(media_type["x-speakeasy-sse-sentinel"], "[DONE]");
//!
//! let delta = &media_type["itemSchema"]["oneOf"][0];
//! assert_eq!(delta["description"], "A piece of the answer.");
//! assert_eq!(delta["properties"]["event"]["const"], "delta");
//! let data = &delta["properties"]["data"];
//! assert_eq!(data["contentMediaType"], "application/json");
//! assert_eq!(data["contentSchema"]["properties"]["text"]["type"], "string");
//!
//! // For `components/schemas` of the document.
//! assert!(generator.definitions().contains_key("Usage"));
//! ```
//!
//! Schemas describe what the derive reads: a name with its aliases, `has_key`, `prefix`. With
//! [`for_serialize`](schemars::generate::SchemaSettings::for_serialize) they describe what it writes: only the name. Unit
//! variants and your own codecs (`with`) are described as any data, `raw` and `parse` as text.
//!
//! # Events with a name in two places
//!
//! An enum with a `tag` reads the name from the `event:` line or, if there is no line, from the data. So an [`EventItem`] has
//! two members with the same title for each event: one requires the tag in the data, the other requires the `event`. If the
//! line has the name, the data does not need the tag, and a unit variant takes any text. For what the enum writes, there is one
//! member for each event.
//!
//! ```
//! use serde_json::json;
//! use sse_event::SseEvent;
//! use sse_event::schema::EventItem;
//!
//! #[derive(SseEvent)]
//! #[sse(tag = "type", schema)]
//! enum Event {
//!     #[event("done")]
//!     Done,
//! }
//!
//! let schema = schemars::schema_for!(EventItem<Event>);
//! let [by_tag, by_line] = [0, 1].map(|shape| schema.get("oneOf").unwrap()[shape].clone());
//! assert_eq!(by_tag["title"], by_line["title"]);
//! assert_eq!(by_tag["properties"]["event"], json!({ "const": "message" }));
//! assert_eq!(by_tag["properties"]["data"]["contentSchema"]["required"], json!(["type"]));
//! assert_eq!(by_line["properties"]["event"], json!({ "const": "done" }));
//! assert_eq!(by_line["required"], json!(["event", "data"]));
//! ```
//!
//! # `utoipa`
//!
//! With the feature `utoipa-6`, such an enum also implements `ToSchema` for its data, and [`EventItem`] implements it for whole
//! events. Pass the item to `item_schema`. The macros of `utoipa` need an alias for a type with parameters, and the schema of the
//! item has to be listed:
//!
//! ```
//! # #[cfg(feature = "utoipa-6")]
//! # fn main() {
//! use sse_event::SseEvent;
//! use sse_event::schema::EventItem;
//! use utoipa::OpenApi;
//!
//! #[derive(SseEvent)]
//! #[sse(encode_only, schema)]
//! enum Event {
//!     #[event("delta")]
//!     Delta { text: String },
//! }
//!
//! type Item = EventItem<Event>;
//!
//! #[utoipa::path(get, path = "/events", responses(
//!     (status = 200, description = "The events", content_type = "text/event-stream", item_schema = Item),
//! ))]
//! async fn events() { /* an `EventBody` */ }
//!
//! #[derive(OpenApi)]
//! #[openapi(paths(events), components(schemas(Item)))]
//! struct Document;
//!
//! let mut document = Document::openapi();
//! document.openapi = utoipa::openapi::OpenApiVersion::Version32;
//! let document = serde_json::to_value(document).unwrap();
//! assert_eq!(document.pointer("/components/schemas/EventItem/oneOf/0/title").unwrap(), "delta");
//! # }
//! # #[cfg(not(feature = "utoipa-6"))]
//! # fn main() {}
//! ```
//!
//! The schemas come from `schemars` and describe what a server writes: payloads need `JsonSchema`, not `ToSchema`.
//!
//! # What a validator checks
//!
//! A validator does not look into the text of `data` unless it asserts `contentSchema`, which the standard leaves to it.
//! Where names are in the data, several members of an `anyOf` may therefore match the same item; where `event` tells the
//! members apart, they are a `oneOf`.
//!
//! To a validator that does look, every item that the derive decodes is valid, with three limits. Empty data stands for
//! `null`. Data that begin as a JSON object and break off may be an unknown event, and match no schema. Serde's `alias` of a
//! field is not a part of its schema, and neither is the array that serde reads a struct from.

mod data;
mod described;
pub(crate) mod describing;
pub(crate) mod head;
mod item;
mod names;
mod object;
mod openapi;
mod others;
mod read;
#[cfg(feature = "utoipa-6")]
pub(crate) mod utoipa;
mod wrapped;
mod written;

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use schemars::SchemaGenerator;

use crate::event::SseEvent;
use crate::raw::RawEventBuf;

pub use data::data_schema;
pub use described::Described;
pub use item::EventItem;
pub use openapi::{media_type, openapi_settings};

/// An event type that describes its events. Derived with `#[sse(schema)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not describe its events\n\
               help: add `schema` to its derive: `#[derive(SseEvent)] #[sse(schema)]`",
    label = "not described"
)]
pub trait EventSchema: SseEvent {
    /// What it is called where a schema refers to it.
    fn schema_name() -> Cow<'static, str>;

    /// What tells it from other types of its name.
    #[doc(hidden)]
    #[must_use]
    fn schema_id() -> Cow<'static, str> {
        Self::schema_name()
    }

    /// Every event of it.
    #[doc(hidden)]
    fn describe(generator: &mut SchemaGenerator) -> Described;
}

/// Untyped events may be any.
impl EventSchema for RawEventBuf {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("RawEvent")
    }

    fn describe(_: &mut SchemaGenerator) -> Described {
        Described::default()
    }
}

/// A pointer to an event is described as the event.
macro_rules! pointer {
    ($($pointer:ty)*) => {$(
        impl<T: EventSchema> EventSchema for $pointer {
            fn schema_name() -> Cow<'static, str> {
                T::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                T::schema_id()
            }

            fn describe(generator: &mut SchemaGenerator) -> Described {
                T::describe(generator)
            }
        }
    )*};
}

pointer!(&T Box<T> Rc<T> Arc<T>);

/// The name, or the ID, of a type with the parameters that it has.
#[doc(hidden)]
#[must_use]
pub fn with_parameters(name: &'static str, parameters: &[Cow<'static, str>]) -> Cow<'static, str> {
    if parameters.is_empty() {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(format!("{name}_for_{}", parameters.join("_and_")))
    }
}
