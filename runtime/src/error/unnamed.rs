//! Why an event has no name.

use crate::json::find::NoTag;

/// Neither an `event:` line nor the tag names the event.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Unnamed {
    pub(crate) tag: &'static str,
    pub(crate) why: NoTag,
}
