//! Events that are named inside their data, by a JSON key: reading that key, hiding it from the payload, and
//! writing it.

mod filter;
mod find;
mod insert;
mod key;
mod object;

pub(crate) use filter::Untagged;
pub(crate) use find::{NoTag, find};
pub use insert::Tag;
pub(crate) use insert::tagged;
