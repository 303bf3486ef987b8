//! The contenders: enums, streams for them, and the code that decodes, encodes and reads these.

mod adjacent;
mod anthropic;
#[path = "../../src/assistants.rs"]
mod assistants;
pub mod decoders;
pub mod encoders;
pub mod errors;
pub mod frames;
pub mod hand_written;
pub mod limit;
pub mod readers;
#[path = "../../src/responses.rs"]
#[allow(
    dead_code,
    clippy::enum_variant_names,
    reason = "tests compare events, which are named as in async-openai"
)]
pub mod responses;
