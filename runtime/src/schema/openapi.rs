//! The schema of a stream in a document of OpenAPI.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::EventSchema;
use super::item::item_schema;

/// Settings for schemas in a document of OpenAPI 3.1 or 3.2: JSON Schema 2020-12, whose references lead to
/// `components/schemas`.
///
/// For what a server writes, use `openapi_settings().for_serialize()`.
#[must_use]
pub fn openapi_settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    })
}

/// The media type object of OpenAPI 3.2 for a stream of events of `E`: what is under `text/event-stream` in the `content`
/// of a response.
///
/// It has an `itemSchema`, the schema of an [`EventItem`](super::EventItem), and where `E` has an end, that end as
/// `x-speakeasy-sse-sentinel`. The schemas that it refers to are the generator's
/// [definitions](SchemaGenerator::definitions), for `components/schemas`.
///
/// OpenAPI 3.1 has no `itemSchema`: generators that know streams in it expect the same schema under `schema`.
///
/// ```
/// use serde_json::json;
/// use sse_event::SseEvent;
/// use sse_event::schema::{media_type, openapi_settings};
///
/// #[derive(SseEvent)]
/// #[sse(tag = "type", schema)]
/// enum Event {
///     #[event("delta")]
///     Delta { text: String },
/// }
///
/// let mut generator = openapi_settings().for_serialize().into_generator();
/// let response = json!({
///     "description": "The answer, piece by piece.",
///     "content": { "text/event-stream": media_type::<Event>(&mut generator) },
/// });
/// let document = json!({
///     "openapi": "3.2.0",
///     "info": { "title": "Answers", "version": "1" },
///     "paths": { "/answer": { "get": { "responses": { "200": response } } } },
///     "components": { "schemas": generator.definitions() },
/// });
/// # assert!(document["paths"]["/answer"]["get"]["responses"]["200"]["content"]["text/event-stream"]["itemSchema"].is_object());
/// ```
#[must_use]
pub fn media_type<E: EventSchema>(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let mut media_type = Map::new();
    media_type.insert("itemSchema".to_owned(), item_schema::<E>(generator).to_value());
    if let Some(end) = E::END {
        media_type.insert("x-speakeasy-sse-sentinel".to_owned(), json!(end));
    }
    media_type
}
