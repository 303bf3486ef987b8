//! The name of an event where the data has it with escapes.

use std::hash::{Hash, Hasher};

/// It says nothing that the data does not say, so it does not count in comparisons.
#[derive(Clone, Default)]
pub(super) struct UnescapedName(Option<Box<str>>);

impl UnescapedName {
    pub(super) fn get(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl From<String> for UnescapedName {
    fn from(name: String) -> Self {
        Self(Some(name.into()))
    }
}

impl PartialEq for UnescapedName {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for UnescapedName {}

impl Hash for UnescapedName {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
