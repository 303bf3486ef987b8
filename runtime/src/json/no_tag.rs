//! Why the data has no name.

/// Why there is no string under the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoTag {
    /// The data is empty.
    Empty,
    /// The data is not a JSON object.
    NoObject,
    /// The object does not have the key.
    NoKey,
    /// The value of the key is not a string.
    NoString,
    /// The text stops being JSON before the key.
    Broken,
}

impl NoTag {
    /// The reason as part of an error message.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Empty => "the data is empty",
            Self::NoObject => "the data is not a JSON object",
            Self::NoKey => "the data has no such key",
            Self::NoString => "its value is not a string",
            Self::Broken => "the data is not valid JSON",
        }
    }
}
