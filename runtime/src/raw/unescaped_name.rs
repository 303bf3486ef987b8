//! The unescaped name of an event whose data spells the name with escapes.

use std::hash::{Hash, Hasher};

/// It is derived from the data, so comparisons ignore it.
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
