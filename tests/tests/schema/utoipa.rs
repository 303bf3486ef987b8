//! The same schemas in a document of `utoipa`.

use serde_json::{Value, json};
use sse_event::SseEvent;
use sse_event::schema::EventItem;
use utoipa::OpenApi;
use utoipa::openapi::OpenApiVersion;

use crate::forms::Usage;

#[derive(SseEvent)]
#[sse(tag = "type", schema)]
#[expect(dead_code, reason = "described, and never made")]
enum Event {
    /// A piece.
    #[event("delta")]
    Delta { text: String },
    #[event("usage")]
    Usage(Usage),
}

type Item = EventItem<Event>;

#[utoipa::path(get, path = "/events", responses(
    (status = 200, description = "The events", content_type = "text/event-stream", item_schema = Item),
))]
#[expect(dead_code, reason = "described, and never called")]
fn events() {}

#[derive(OpenApi)]
#[openapi(paths(events), components(schemas(Event, Item)))]
struct Document;

fn document() -> Value {
    let mut document = Document::openapi();
    document.openapi = OpenApiVersion::Version32;
    serde_json::to_value(document).unwrap()
}

#[test]
fn body_of_response_is_item_of_event() {
    let document = document();
    let schema = &document["paths"]["/events"]["get"]["responses"]["200"]["content"]["text/event-stream"]["itemSchema"];
    assert_eq!(schema, &json!({ "$ref": "#/components/schemas/EventItem" }));
    let schemas = &document["components"]["schemas"];
    let delta = &schemas["EventItem"]["anyOf"][0];
    assert_eq!(delta["description"], "A piece.");
    assert_eq!(delta["properties"]["event"], json!({ "const": "delta" }));
    assert_eq!(
        delta["properties"]["data"]["contentSchema"]["properties"]["type"],
        json!({ "const": "delta" })
    );
}

#[test]
fn enum_is_data_with_the_schemas_that_it_refers_to() {
    let document = document();
    let schemas = &document["components"]["schemas"];
    let usage = &schemas["Event"]["oneOf"][1];
    assert_eq!(usage["$ref"], "#/components/schemas/Usage");
    assert_eq!(usage["properties"]["type"], json!({ "const": "usage" }));
    assert_eq!(schemas["Usage"]["properties"]["tokens"]["type"], "integer");
}
