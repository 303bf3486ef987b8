//! The guide: one page per question, each with code that runs.
//!
//! | question | page |
//! |---|---|
//! | How do I read a stream? | [`first_client`] |
//! | What happens to events that I do not know? | [`unknown_events`] |
//! | How do I handle, convert and log errors? | [`errors`] |
//! | How do I store, cancel, time out and resume a stream? | [`streams`] |
//! | How do I send a stream? | [`servers`] |
//! | What if a payload is a union, or the event is in an envelope? | [`unions`] |
//! | Can I read WebSocket messages and JSON Lines with the same enum? | [`websocket`] |
//! | How do I test my events? | [`testing`] |
//! | How do I log and count events? | [`tracing`](mod@tracing) |
//! | Does it work in WebAssembly? | [`wasm`] |
//! | Which bounds does generic code need? | [`generic_code`] |
//! | How do I put the deltas together? | [`accumulating`] |
//! | What does the derive generate? | [`generated_code`] |
//! | How does it compare with other crates? | [`comparison`] |
//! | How do I move existing code to it? | [`migrating`] |
//!
//! Every key of `#[sse(…)]` and `#[event(…)]` is in the [reference](crate::attributes).

// The examples of a page need the features that are named here: they are tested with these, and not with fewer.
#[cfg_attr(any(not(doctest), feature = "stream"), doc = include_str!("accumulating.md"))]
pub mod accumulating {}
#[doc = include_str!("comparison.md")]
pub mod comparison {}
#[cfg_attr(any(not(doctest), feature = "stream"), doc = include_str!("errors.md"))]
pub mod errors {}
#[cfg_attr(any(not(doctest), feature = "stream"), doc = include_str!("first_client.md"))]
pub mod first_client {}
#[doc = include_str!("generated_code.md")]
pub mod generated_code {}
#[cfg_attr(any(not(doctest), all(feature = "body", feature = "stream")), doc = include_str!("generic_code.md"))]
pub mod generic_code {}
#[doc = include_str!("migrating.md")]
pub mod migrating {}
#[cfg_attr(any(not(doctest), feature = "axum-08"), doc = include_str!("servers.md"))]
pub mod servers {}
#[cfg_attr(any(not(doctest), all(feature = "reqwest-013", feature = "reader")), doc = include_str!("streams.md"))]
pub mod streams {}
#[cfg_attr(any(not(doctest), feature = "reader"), doc = include_str!("testing.md"))]
pub mod testing {}
#[cfg_attr(any(not(doctest), feature = "stream"), doc = include_str!("tracing.md"))]
pub mod tracing {}
#[doc = include_str!("unions.md")]
pub mod unions {}
#[cfg_attr(any(not(doctest), feature = "reader"), doc = include_str!("unknown_events.md"))]
pub mod unknown_events {}
#[cfg_attr(any(not(doctest), feature = "stream"), doc = include_str!("wasm.md"))]
pub mod wasm {}
#[doc = include_str!("websocket.md")]
pub mod websocket {}
