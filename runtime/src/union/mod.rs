//! serde's traits for an enum whose name is a key of an object: the functions that the code of `#[sse(deserialize)]`
//! and `#[sse(serialize)]` calls.
//!
//! serde's own internally tagged enums buffer the whole object before they read the payload from the buffer. Here the
//! payload reads the object itself, from the entry after the tag. The entries before the tag are buffered and passed
//! to the payload first; if the tag comes first, there are none.

mod adjacent;
mod buffered;
mod entries;
pub(crate) mod kept;
pub(crate) mod serialize;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::json::key::{Key, KeySeed};
use adjacent::AdjacentVisitor;
use buffered::{Buffered, BufferedEntry};
use entries::{Buffer, Entries, Rest};

/// An enum that is read from an object with its name. `V` identifies the variant.
#[doc(hidden)]
pub trait Union<'de, V>: Sized {
    /// The name of the enum, for messages.
    const ENUM: &'static str;
    /// The key of the name.
    const TAG: &'static str;
    /// The key of the payload, if it has a separate key.
    const CONTENT: Option<&'static str> = None;
    /// The names of all variants, for messages.
    const NAMES: &'static [&'static str];
    /// Whether the enum has an `other` variant.
    const HAS_OTHER: bool = false;

    /// The variant with this name.
    fn variant(name: &str) -> Option<V>;

    /// Reads the payload of a variant.
    ///
    /// # Errors
    /// Those of the payload.
    fn payload<D: Deserializer<'de>>(variant: V, from: D) -> Result<Self, D::Error>;

    /// Reads an object with an unknown name. The name is still in the object.
    ///
    /// # Errors
    /// The name is unknown, or the object cannot be read.
    fn other<D: Deserializer<'de>>(name: Cow<'de, str>, _: D) -> Result<Self, D::Error> {
        Err(D::Error::unknown_variant(&name, Self::NAMES))
    }
}

/// Reads a union from an object.
///
/// # Errors
/// The object has no name, an unknown name or two names; and those of the payload.
#[doc(hidden)]
#[inline]
pub fn read_union<'de, U: Union<'de, V>, V, D: Deserializer<'de>>(from: D) -> Result<U, D::Error> {
    match U::CONTENT {
        None => from.deserialize_map(UnionVisitor(PhantomData)),
        Some(content) => from.deserialize_map(AdjacentVisitor::new(content)),
    }
}

struct UnionVisitor<U, V>(PhantomData<(U, V)>);

impl<'de, U: Union<'de, V>, V> Visitor<'de> for UnionVisitor<U, V> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object whose key `{}` names a variant of `{}`", U::TAG, U::ENUM)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<U, A::Error> {
        let mut before = match next_key::<U, V, A>(&mut map)? {
            None => None,
            Some(key) => Some(read_before::<U, V, A>(key, &mut map)?),
        };
        let Found { name, variant } = map.next_value_seed(Named::<U, V>(PhantomData))?;
        match variant {
            Some(variant) => {
                U::payload(variant, Rest { name: &name, entries: Entries::new(U::TAG, before.as_mut(), map) })
            }
            None => read_other::<U, V, A>(&name, before.iter_mut().flat_map(Buffer::rest), map),
        }
    }
}

/// The next key of a union's object; `None` for the tag.
///
/// # Errors
/// The object has no tag.
#[inline(always)]
#[expect(clippy::inline_always, reason = "an object whose tag comes first needs only the first call")]
fn next_key<'de, U: Union<'de, V>, V, A: MapAccess<'de>>(
    map: &mut A,
) -> Result<Option<Buffered<'de>>, A::Error> {
    let seed = KeySeed::<_, false> { seed: PhantomData::<Buffered<'de>>, tag: Some(U::TAG) };
    match map.next_key_seed(seed)? {
        Some(Key::Tag(_)) => Ok(None),
        Some(Key::Payload(key)) => Ok(Some(key)),
        None => Err(A::Error::missing_field(U::TAG)),
    }
}

/// The entries from the key `first` up to the tag.
///
/// # Errors
/// The object has no tag, and those of the format.
#[cold]
fn read_before<'de, U: Union<'de, V>, V, A: MapAccess<'de>>(
    first: Buffered<'de>,
    map: &mut A,
) -> Result<Buffer<'de>, A::Error> {
    let first = (first, map.next_value()?);
    let mut further = Vec::new();
    while let Some(key) = next_key::<U, V, A>(map)? {
        further.push((key, map.next_value()?));
    }
    Ok(Buffer::new(first, further))
}

#[cold]
fn read_other<'de, U: Union<'de, V>, V, A: MapAccess<'de>>(
    name: &Cow<'de, str>,
    before: impl Iterator<Item = BufferedEntry<'de>>,
    map: A,
) -> Result<U, A::Error> {
    let tag = (Buffered::Str(Cow::Borrowed(U::TAG)), Buffered::Str(name.clone()));
    let mut entries = before.chain([tag]);
    let mut buffer = entries.next().map(|first| Buffer::new(first, entries.collect()));
    U::other(name.clone(), Rest { name, entries: Entries::new(U::TAG, buffer.as_mut(), map) })
}

/// A name and its variant.
struct Found<'de, V> {
    name: Cow<'de, str>,
    variant: Option<V>,
}

/// Reads the name of a union.
struct Named<U, V>(PhantomData<(U, V)>);

impl<'de, U: Union<'de, V>, V> Named<U, V> {
    #[inline]
    fn find<E: Error>(name: Cow<'de, str>) -> Result<Found<'de, V>, E> {
        match U::variant(&name) {
            None if !U::HAS_OTHER => Err(E::unknown_variant(&name, U::NAMES)),
            variant => Ok(Found { name, variant }),
        }
    }
}

impl<'de, U: Union<'de, V>, V> DeserializeSeed<'de> for Named<U, V> {
    type Value = Found<'de, V>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Found<'de, V>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de, U: Union<'de, V>, V> Visitor<'de> for Named<U, V> {
    type Value = Found<'de, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string that names a variant of `{}`", U::ENUM)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Found<'de, V>, E> {
        Self::find(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Found<'de, V>, E> {
        Self::find(Cow::Owned(name.to_owned()))
    }
}
