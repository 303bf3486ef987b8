//! Distinguishes events of one name by the keys of their data.

use super::object::search;

/// The first of `keys` that the object in `data` holds with a value other than `null`.
///
/// As for a tag, the first of duplicate keys counts, and the scan stops once later entries cannot change the result.
/// Data that is not an object has no keys; an object with malformed JSON has the keys before the malformed part.
#[must_use]
pub fn first_present_key<const N: usize>(data: &str, keys: [&'static str; N]) -> Option<&'static str> {
    let mut unseen = [true; N];
    let mut first = N;
    // The end of the object and malformed JSON are treated alike: the keys before them count.
    let _ = search(data, |entry| {
        let key = keys.iter().position(|key| entry.is(key)).filter(|key| unseen[*key])?;
        unseen[key] = false;
        if entry.is_some() {
            first = first.min(key);
        }
        (!unseen[..first].contains(&true)).then_some(())
    });
    keys.get(first).copied()
}
