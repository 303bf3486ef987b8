//! The guide: one page per question, each with code that runs.

// Its examples need these features: they are tested with them, and not with fewer.
#[cfg_attr(any(not(doctest), feature = "reqwest-013"), doc = include_str!("streams.md"))]
pub mod streams {}
