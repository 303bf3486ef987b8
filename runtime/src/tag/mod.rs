//! Events that are named inside their data, by a JSON key: reading that key, and hiding it from the payload.

mod filter;
mod find;
mod key;

pub(crate) use filter::Untagged;
pub(crate) use find::{NoTag, find};
