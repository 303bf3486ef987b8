//! Tells events of one name apart by the keys of their data.

use super::object::search;

/// The first of `keys` under which the object that `data` is holds something other than `null`.
///
/// As of a tag, the first of duplicate keys counts, and the scan stops where nothing behind could change the answer.
/// Data that is no object has no keys, and what stops being JSON has those before.
#[must_use]
pub fn first_present_key<const N: usize>(data: &str, keys: [&'static str; N]) -> Option<&'static str> {
    let mut unseen = [true; N];
    let mut first = N;
    // Whether it ends at the last entry or where the text breaks: the keys before the break count.
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
