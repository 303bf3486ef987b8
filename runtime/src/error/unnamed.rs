//! The cause of an error about an event without a name.

use std::fmt;

use crate::json::no_tag::NoTag;

/// Neither an `event:` line nor the tag names the event.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Unnamed {
    pub(crate) tag: &'static str,
    pub(crate) why: NoTag,
}

impl fmt::Display for Unnamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no `event:` line and no name under \"{}\": {}", self.tag, self.why.reason())
    }
}
