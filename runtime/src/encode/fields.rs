//! Events that are written as the fields of their variant.

use serde::{Serialize, Serializer};

/// An enum whose variants' fields are written as the keys of an object. Derived code implements it.
#[doc(hidden)]
pub trait SerializeFields {
    /// Serializes the fields of the variant.
    ///
    /// # Errors
    /// Those of the fields, and of the serializer.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A payload that serializes the fields of an event's variant.
#[doc(hidden)]
#[derive(Debug)]
pub struct AsFields<'a, T>(pub &'a T);

impl<T: SerializeFields> Serialize for AsFields<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
