//! How a raw event finds its variant: the one place of these rules.

use crate::raw::MESSAGE;
use crate::{Decoded, Error, RawEvent};

/// What an enum says of events beside the names of its variants.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Rules {
    /// The data of the sentinel.
    pub end: Option<&'static str>,
    /// The names that are passed over.
    pub ignore: &'static [&'static str],
}

/// Where an event goes.
#[derive(Debug, PartialEq)]
#[doc(hidden)]
pub enum Route<'a, V> {
    /// To the variant with its name.
    Variant(V),
    /// Nowhere: its name is on the ignore list.
    Ignored,
    /// Nowhere: it is the sentinel.
    End,
    /// To the `other` variant, or into an error: no variant has this name.
    Unknown(&'a str),
}

/// Finds where `raw` goes; `variant` knows the names of the variants.
///
/// 1. An `event:` line other than `message` that names a variant wins: in real streams a `type` inside the data
///    is often something else, and `event: done` with the data `[DONE]` is the event `done`.
/// 2. Otherwise data equal to the sentinel is the end: it never reaches JSON.
/// 3. A line that names no variant is ignored if listed, else unknown.
/// 4. Without a line the name is `message`: its variant, ignored if listed, else unknown.
#[doc(hidden)]
#[inline]
pub fn route<'a, V>(raw: &RawEvent<'a>, rules: &Rules, variant: impl Fn(&str) -> Option<V>) -> Route<'a, V> {
    let line = raw.line_name();
    if let Some(variant) = line.and_then(&variant) {
        return Route::Variant(variant);
    }
    if rules.end == Some(raw.data) {
        return Route::End;
    }
    if line.is_none()
        && let Some(variant) = variant(MESSAGE)
    {
        return Route::Variant(variant);
    }
    let name = raw.event_type();
    if rules.ignore.contains(&name) { Route::Ignored } else { Route::Unknown(name) }
}

/// What `TryFrom` gives, which has to give a value: the passed-over event and the sentinel are errors.
///
/// # Errors
/// Those of decoding, and kinds `Ignored` and `End`.
#[doc(hidden)]
#[inline]
pub fn into_event<T>(decoded: Decoded<T>, raw: RawEvent<'_>) -> Result<T, Error> {
    match decoded {
        Decoded::Event(event) => Ok(event),
        Decoded::Ignored => Err(Error::ignored(raw)),
        Decoded::End => Err(Error::end(raw)),
    }
}
