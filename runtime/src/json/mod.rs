//! JSON text: finding a key, hiding a key from a payload and inserting one. This module does not depend on events.

pub(crate) mod blank;
pub(crate) mod buffer;
pub(crate) mod envelope;
pub(crate) mod find_tag;
pub(crate) mod has_key;
pub(crate) mod in_structs;
pub(crate) mod is_text;
pub(crate) mod key;
mod last;
pub(crate) mod no_tag;
pub(crate) mod object;
pub(crate) mod read;
pub(crate) mod refuse;
pub(crate) mod with_tag;
pub(crate) mod without_tag;
