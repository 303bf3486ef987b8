//! Unions with the payload under a separate key: serde's adjacent tagging.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor};

use super::buffered::{Buffered, BufferedEntry};
use super::{Found, Named, Union, read_other};

pub(super) struct AdjacentVisitor<U, V> {
    content: &'static str,
    of: PhantomData<(U, V)>,
}

impl<U, V> AdjacentVisitor<U, V> {
    pub(super) fn new(content: &'static str) -> Self {
        Self { content, of: PhantomData }
    }
}

impl<'de, U: Union<'de, V>, V> Visitor<'de> for AdjacentVisitor<U, V> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object whose key `{}` names a variant of `{}`", U::TAG, U::ENUM)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<U, A::Error> {
        let mut before: Vec<BufferedEntry<'de>> = Vec::new();
        loop {
            match map.next_key::<Buffered<'de>>()? {
                Some(key) if is(&key, U::TAG) => break,
                Some(key) => before.push((key, map.next_value()?)),
                None => return Err(A::Error::missing_field(U::TAG)),
            }
        }
        let Found { name, variant } = map.next_value_seed(Named::<U, V>(PhantomData))?;
        match variant {
            Some(variant) => self.payload(variant, before, map),
            None => read_other::<U, V, A>(&name, before.into_iter(), map),
        }
    }
}

impl<U, V> AdjacentVisitor<U, V> {
    /// The payload may come before or after the name. A missing payload is read as `null`.
    fn payload<'de, A>(self, variant: V, before: Vec<BufferedEntry<'de>>, mut map: A) -> Result<U, A::Error>
    where
        U: Union<'de, V>,
        A: MapAccess<'de>,
    {
        let content = self.content;
        let mut buffered = before.into_iter().filter(|(key, _)| is(key, content)).map(|(_, value)| value);
        let mut value = buffered.next();
        if buffered.next().is_some() {
            return Err(A::Error::duplicate_field(content));
        }
        let (mut variant, mut union) = (Some(variant), None);
        while let Some(key) = map.next_key::<Buffered<'de>>()? {
            if is(&key, U::TAG) {
                return Err(A::Error::duplicate_field(U::TAG));
            } else if !is(&key, content) {
                map.next_value::<IgnoredAny>()?;
            } else if let Some(variant) = variant.take().filter(|_| value.is_none()) {
                union = Some(map.next_value_seed(Payload::<U, V>(variant, PhantomData))?);
            } else {
                return Err(A::Error::duplicate_field(content));
            }
        }
        match (union, variant) {
            (Some(union), _) => Ok(union),
            (None, Some(variant)) => match value.take() {
                Some(value) => U::payload(variant, value.into_deserializer())
                    .map_err(|error: A::Error| A::Error::custom(format_args!("`{content}`: {error}"))),
                None => U::payload(variant, Buffered::Unit.into_deserializer())
                    .map_err(|_: A::Error| A::Error::missing_field(content)),
            },
            (None, None) => Err(A::Error::missing_field(content)),
        }
    }
}

fn is(key: &Buffered<'_>, name: &str) -> bool {
    matches!(key, Buffered::Str(key) if *key == Cow::Borrowed(name))
}

/// Reads the payload of a variant.
struct Payload<U, V>(V, PhantomData<U>);

impl<'de, U: Union<'de, V>, V> DeserializeSeed<'de> for Payload<U, V> {
    type Value = U;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<U, D::Error> {
        U::payload(self.0, from)
    }
}
