//! Events that are named inside their data, by a JSON key: reading that key, hiding it from the payload, and
//! writing it. And events of one name that are told apart by the keys they have.

mod filter;
mod find;
mod held;
mod insert;
mod key;
mod object;

pub(crate) use filter::Untagged;
pub(crate) use find::{NoTag, find};
pub use held::held_key;
pub use insert::Tag;
pub(crate) use insert::tagged;
