//! Errors: each contender turns a malformed or unknown event into an error, and into its text.

use std::hint::black_box;

use async_openai::types::responses::ResponseTextDeltaEvent as Delta;
use sse_event::{DecodeEvent as _, RawEvent};

use super::responses::ResponseStreamEvent;

/// The 12th value is a string instead of a number.
const MALFORMED: &str = r#"{"type":"response.output_text.delta","sequence_number":57,"item_id":"msg_0123456789abcdef0123456789abcdef","output_index":0,"content_index":"0","delta":" streaming","logprobs":[]}"#;

const NAME: &str = "response.output_text.delta";
const JSON_ERROR: &str = "serde_json's error";
const JSON_TEXT: &str = "serde_json's error and its text";
const PATH_TEXT: &str = "serde_path_to_error and its text";

/// Each contender with the one that it is compared with.
pub const ERRORS: [(&str, &str, fn()); 6] = [
    (JSON_ERROR, "", || drop(black_box(serde_json::from_str::<Delta>(MALFORMED).expect_err("malformed")))),
    ("decode: malformed payload", JSON_ERROR, || drop(black_box(decode(NAME, MALFORMED)))),
    ("decode: unknown event", JSON_ERROR, || drop(black_box(decode("response.unheard_of", MALFORMED)))),
    (JSON_TEXT, "", || {
        let error = serde_json::from_str::<Delta>(MALFORMED).expect_err("malformed");
        black_box(error.to_string());
    }),
    (PATH_TEXT, JSON_TEXT, || {
        let mut json = serde_json::Deserializer::from_str(MALFORMED);
        let error = serde_path_to_error::deserialize::<_, Delta>(&mut json).expect_err("malformed");
        black_box(error.to_string());
    }),
    ("decode: malformed payload, and its text", PATH_TEXT, || {
        black_box(decode(NAME, MALFORMED).to_string());
    }),
];

fn decode(name: &str, data: &str) -> sse_event::Error {
    ResponseStreamEvent::decode(RawEvent::new(name, data)).map(drop).expect_err("malformed or unknown")
}
