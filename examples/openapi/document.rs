//! The server's description.

use serde_json::{Value, json};
use sse_event::schema::{EventItem, media_type, openapi_settings};

use crate::event::AnswerEvent;

/// A document of OpenAPI 3.2.
pub(crate) fn document() -> Value {
    let mut generator = openapi_settings().for_serialize().into_generator();
    let mut stream = media_type::<AnswerEvent>(&mut generator);
    // Viewers that do not know `itemSchema` yet show the whole stream: an array of its items.
    let item = generator.subschema_for::<EventItem<AnswerEvent>>();
    stream.insert("schema".to_owned(), json!({ "type": "array", "items": item }));
    json!({
        "openapi": "3.2.0",
        "info": { "title": "Answers", "version": "1" },
        "paths": {
            "/answers/{number}": {
                "get": {
                    "summary": "Streams an answer",
                    "parameters": [
                        { "name": "number", "in": "path", "required": true, "schema": { "type": "integer" } },
                    ],
                    "responses": {
                        "200": {
                            "description": "The answer.",
                            "content": { "text/event-stream": stream },
                        },
                    },
                },
            },
        },
        "components": { "schemas": generator.definitions() },
    })
}
