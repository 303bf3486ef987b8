//! A generic codec for `#[serde(with = "wrapped")]`: the value within an object, under the key `inner`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Deserialize, Serialize)]
struct Wrapped<T> {
    inner: T,
}

/// Reads the value from the object.
///
/// # Errors
/// If the data is not such an object.
pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Wrapped::deserialize(deserializer).map(|wrapped| wrapped.inner)
}

/// Writes the object.
///
/// # Errors
/// If the serializer fails.
pub fn serialize<T: Serialize, S: Serializer>(inner: &T, serializer: S) -> Result<S::Ok, S::Error> {
    Wrapped { inner }.serialize(serializer)
}
