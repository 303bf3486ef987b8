//! The companion enum of `#[sse(kind)]`: what its generated code needs.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserializer, Visitor};
use serde::ser::{Error as _, Serializer};

use crate::error::excerpt;

/// No event has this name: what `from_str` of a companion enum fails with.
///
/// ```
/// use sse_event::SseEvent;
///
/// #[derive(SseEvent)]
/// #[sse(kind(name = Topic))]
/// enum Event {
///     #[event("head")]
///     Head(u64),
///     #[event("block")]
///     Block(u64),
/// }
///
/// assert_eq!("head".parse::<Topic>(), Ok(Topic::Head));
/// let error = "tail".parse::<Topic>().unwrap_err();
/// assert_eq!(error.to_string(), "no event is called `tail`: expected one of `head`, `block`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseKindError {
    name: String,
    expected: Vec<&'static str>,
}

impl ParseKindError {
    /// The name that no event has.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for ParseKindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no event is called `")?;
        excerpt::write_truncated(f, &self.name, 80)?;
        f.write_str("`: expected one of ")?;
        for (index, name) in self.expected.iter().enumerate() {
            write!(f, "{}`{name}`", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl Error for ParseKindError {}

/// The error of a name that no variant has.
#[doc(hidden)]
#[cold]
pub fn unknown_kind<K: Copy>(
    name: &str,
    all: &[K],
    as_str: fn(K) -> &'static str,
) -> Result<K, ParseKindError> {
    Err(ParseKindError { name: name.to_owned(), expected: all.iter().map(|kind| as_str(*kind)).collect() })
}

/// Serializes a kind as its name.
///
/// # Errors
/// Those of the serializer, and that `Other` has no name.
#[doc(hidden)]
pub fn serialize_kind<S: Serializer>(name: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if name.is_empty() {
        return Err(S::Error::custom("the kind `Other` has no name"));
    }
    serializer.serialize_str(name)
}

/// Deserializes a kind from a name or an alias.
///
/// # Errors
/// Those of the deserializer, and that no event has the name.
#[doc(hidden)]
pub fn deserialize_kind<'de, K, D>(deserializer: D) -> Result<K, D::Error>
where
    K: FromStr<Err = ParseKindError>,
    D: Deserializer<'de>,
{
    struct Name<K>(PhantomData<K>);

    impl<K: FromStr<Err = ParseKindError>> Visitor<'_> for Name<K> {
        type Value = K;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the name of an event")
        }

        fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<K, E> {
            name.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Name(PhantomData))
}

/// The impls of a companion enum that depend on nothing but its `as_str` and `FromStr`.
#[doc(hidden)]
#[macro_export]
macro_rules! __kind_impls {
    ($kind:ident) => {
        #[automatically_derived]
        impl ::core::fmt::Display for $kind {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad($kind::as_str(*self))
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for $kind {
            fn as_ref(&self) -> &::core::primitive::str {
                $kind::as_str(*self)
            }
        }

        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $kind {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Serialized<S> {
                $crate::__private::serialize_kind($kind::as_str(*self), serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $kind {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::deserialize_kind(deserializer)
            }
        }
    };
}
