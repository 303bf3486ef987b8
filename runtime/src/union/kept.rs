//! The JSON text of an unknown object, which an `other` variant keeps.

use serde::de::{Deserialize as _, Deserializer, Error, IgnoredAny};
use serde::ser::{Error as _, Serialize as _, Serializer};

use super::buffered::Buffered;

/// Reads the text of an object.
///
/// # Errors
/// Those of the format, and a value that JSON cannot represent.
#[doc(hidden)]
pub fn kept_text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let object = Buffered::deserialize(from)?;
    serde_json::to_string(&object).map_err(D::Error::custom)
}

/// Skips an object.
///
/// # Errors
/// Those of the format.
#[doc(hidden)]
pub fn skip_object<'de, D: Deserializer<'de>>(from: D) -> Result<(), D::Error> {
    IgnoredAny::deserialize(from).map(drop)
}

/// Writes the JSON that an `other` variant has kept.
///
/// # Errors
/// The variant has not kept its text, or has text that is not JSON; and those of the serializer.
#[doc(hidden)]
pub fn write_kept<S: Serializer>(text: Option<&str>, to: S) -> Result<S::Ok, S::Error> {
    let text = text.ok_or_else(|| S::Error::custom("the `other` variant did not keep the unknown object"))?;
    serde_json::from_str::<Buffered<'_>>(text).map_err(S::Error::custom)?.serialize(to)
}

/// The error for a variant without a name.
///
/// # Errors
/// Always.
#[doc(hidden)]
#[cold]
pub fn write_skipped<S: Serializer>(variant: &str, _: S) -> Result<S::Ok, S::Error> {
    Err(S::Error::custom(skipped(variant)))
}

/// The error message for a variant that cannot be written, as an event or as a union.
pub(crate) fn skipped(variant: &str) -> String {
    format!("serde's attributes skip the variant `{variant}`, which has no name")
}
