//! Why no name is found in the data.

/// Why no string is under the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoTag {
    /// The data is empty.
    Empty,
    /// The data is no JSON object.
    NoObject,
    /// The object has no such key.
    NoKey,
    /// What is under the key is no string.
    NoString,
    /// The text stops being JSON before the key.
    Broken,
}

impl NoTag {
    /// What an error says of it.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Empty => "the data is empty",
            Self::NoObject => "the data is no JSON object",
            Self::NoKey => "the data's object has no such key",
            Self::NoString => "what the data has there is no string",
            Self::Broken => "the data is broken JSON",
        }
    }
}
