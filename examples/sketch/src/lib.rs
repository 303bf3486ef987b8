//! A first enum of the events in recorded streams.
#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "nothing is published"
)]

pub mod build;
pub mod content;
pub mod decide;
pub mod envelope;
pub mod evidence;
pub mod guess;
pub mod join;
pub mod json;
pub mod merge;
pub mod method;
pub mod model;
pub mod name;
pub mod print;
pub mod protocol;
pub mod read;
pub mod shape;
pub mod tag;
pub mod types;
pub mod unify;
pub mod variant;
