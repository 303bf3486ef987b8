//! A codec for `#[serde(with = "millis")]`: a duration is read from a number and written as a string, so that the two
//! directions differ.

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serializer};

/// Reads a number of milliseconds.
///
/// # Errors
/// If it is not a number.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    u64::deserialize(deserializer).map(Duration::from_millis)
}

/// Writes the milliseconds as a string.
///
/// # Errors
/// If the serializer fails.
pub fn serialize<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&duration.as_millis())
}
