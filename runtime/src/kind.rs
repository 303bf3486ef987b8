//! Support for the companion enum of `#[sse(kind)]`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Visitor};
use serde::ser::{Error as _, Serializer};

use crate::error::parse_kind::ParseKindError;

/// Returns the error for a name that no variant has.
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
/// The serializer's errors, and an error for `Other`, which has no name.
#[doc(hidden)]
pub fn serialize_kind<S: Serializer>(name: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if name.is_empty() {
        return Err(S::Error::custom("the kind `Other` has no name"));
    }
    serializer.serialize_str(name)
}

/// Generated code parses names with this trait, because the error of the enum's `FromStr` may be a user's type.
#[doc(hidden)]
pub trait ParseKind: Sized {
    /// The kind with this name or alias, or with a prefix of this name.
    ///
    /// # Errors
    /// No kind has the name.
    fn parse(name: &str) -> Result<Self, ParseKindError>;
}

/// Deserializes a kind from a name or an alias.
///
/// # Errors
/// The deserializer's errors, and an error for an unknown name.
#[doc(hidden)]
pub fn deserialize_kind<'de, K: ParseKind, D: Deserializer<'de>>(deserializer: D) -> Result<K, D::Error> {
    struct Name<K>(PhantomData<K>);

    impl<K: ParseKind> Visitor<'_> for Name<K> {
        type Value = K;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the name of an event")
        }

        fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<K, E> {
            K::parse(name).map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Name(PhantomData))
}

/// The bound on the type in `#[sse(kind(error_type = …))]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the `error_type` of `kind`: it does not implement `From<sse_event::error::ParseKindError>`\n\
               help: implement `From<sse_event::error::ParseKindError>` for it",
    label = "an unknown name cannot become this error"
)]
pub trait KindError {
    /// Converts the error into the user's type.
    fn from_error(error: ParseKindError) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<ParseKindError>> KindError for T {
    fn from_error(error: ParseKindError) -> Self {
        Self::from(error)
    }
}

/// The impls of a companion enum that depend only on its `as_str`, its `ParseKind` impl and the error of its
/// `FromStr`.
#[doc(hidden)]
#[macro_export]
macro_rules! __kind_impls {
    ($kind:ident, $($error:tt)*) => {
        #[automatically_derived]
        impl ::core::str::FromStr for $kind {
            type Err = $($error)*;

            fn from_str(__name: &::core::primitive::str) -> ::core::result::Result<Self, $($error)*> {
                match <$kind as $crate::__private::ParseKind>::parse(__name) {
                    ::core::result::Result::Ok(__kind) => ::core::result::Result::Ok(__kind),
                    ::core::result::Result::Err(__error) => ::core::result::Result::Err(
                        <$($error)* as $crate::__private::KindError>::from_error(__error),
                    ),
                }
            }
        }

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
