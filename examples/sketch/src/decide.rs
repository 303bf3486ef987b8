//! The types that hold what was observed.

use std::collections::BTreeSet;

use crate::name;
use crate::shape::{Field, Fields, Id, Shape, Shapes};

#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Bool,
    Unsigned,
    Signed,
    Float,
    String,
    /// What one type cannot hold, or what nothing is known of.
    Value,
    List(Box<Type>),
    /// By keys that are data.
    Map(Box<Type>),
    Option(Box<Type>),
    /// Something that contains itself.
    Boxed(Box<Type>),
    /// A struct or a union.
    Named(Id),
}

/// A key of an object, as a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub key: String,
    pub r#type: Type,
    /// An array that may be missing.
    pub is_default: bool,
    /// What a `Value` was seen to hold.
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Struct(Vec<Key>),
    Union { tag: String, members: Vec<(String, Vec<Key>)> },
}

impl Shapes {
    /// The struct or the union of a [`Type::Named`].
    pub fn body(&self, id: Id) -> Body {
        let objects = &self[id];
        if let Some(tag) = self.union_tag(id) {
            let member = |(name, fields): &(Option<_>, Fields)| {
                let name: &crate::shape::Tag = name.as_ref()?;
                Some((name.name.clone(), self.keys(fields, Some(tag), id)))
            };
            let members = objects.groups.iter().filter_map(member).collect();
            return Body::Union { tag: tag.to_owned(), members };
        }
        Body::Struct(objects.groups.first().map_or_else(Vec::new, |(_, fields)| self.keys(fields, None, id)))
    }

    fn keys(&self, fields: &Fields, tag: Option<&str>, owner: Id) -> Vec<Key> {
        let shown = fields.fields.iter().filter(|(key, _)| tag != Some(key));
        shown.map(|(key, field)| self.key(key, field, fields.count, owner)).collect()
    }

    fn key(&self, key: &str, field: &Field, count: usize, owner: Id) -> Key {
        let r#type = match self.r#type(&field.shape) {
            Type::Named(id) if self.holds(id, owner) => Type::Boxed(Box::new(Type::Named(id))),
            Type::Unsigned | Type::Signed if is_fraction(key) => Type::Float,
            r#type => r#type,
        };
        let note = match field.shape.kinds().count() {
            0 | 1 => field.shape.foreign.map(str::to_owned),
            _ => Some(kinds_in_words(&field.shape)),
        };
        let is_missing = field.seen < count;
        let is_default = is_missing && !field.shape.nulls && matches!(r#type, Type::List(_));
        let is_optional = (is_missing || field.shape.nulls) && !is_default;
        let r#type = if is_optional { Type::Option(Box::new(r#type)) } else { r#type };
        Key { key: key.to_owned(), r#type, is_default, note }
    }

    /// The type of one place, `null` aside.
    pub fn r#type(&self, shape: &Shape) -> Type {
        if shape.kinds().count() != 1 || shape.foreign.is_some() {
            return Type::Value;
        }
        if shape.bools {
            return Type::Bool;
        }
        if shape.strings {
            return Type::String;
        }
        if let Some(elements) = &shape.elements {
            return Type::List(Box::new(self.element(elements)));
        }
        if let Some(id) = shape.objects {
            let objects = &self[id];
            return match &objects.values {
                Some(values) => Type::Map(Box::new(self.element(values))),
                None if objects.groups.iter().all(|(_, fields)| fields.fields.is_empty()) => Type::Value,
                None => Type::Named(self.find(id)),
            };
        }
        match shape.integers {
            Some((0.., _)) if !shape.floats => Type::Unsigned,
            Some((_, greatest)) if !shape.floats && i64::try_from(greatest).is_ok() => Type::Signed,
            _ => Type::Float,
        }
    }

    /// The type of what is in an array or a map.
    fn element(&self, shape: &Shape) -> Type {
        let r#type = self.r#type(shape);
        let is_optional = shape.nulls && r#type != Type::Value;
        if is_optional { Type::Option(Box::new(r#type)) } else { r#type }
    }

    /// Whether objects hold others, or themselves, and not in an array or a map.
    fn holds(&self, outer: Id, inner: Id) -> bool {
        let (inner, mut seen, mut next) = (self.find(inner), BTreeSet::new(), vec![self.find(outer)]);
        while let Some(id) = next.pop() {
            if id == inner {
                return true;
            }
            if seen.insert(id) {
                let fields = self[id].groups.iter().flat_map(|(_, fields)| &fields.fields);
                next.extend(fields.filter_map(|(_, field)| Some(self.find(field.shape.objects?))));
            }
        }
        false
    }
}

/// Whether a number is a fraction by its name, even if it was whole each time.
fn is_fraction(key: &str) -> bool {
    const WORDS: &[&str] = &[
        "confidence",
        "cost",
        "latency",
        "penalty",
        "price",
        "probability",
        "ratio",
        "score",
        "temperature",
        "usd",
    ];
    key == "top_p"
        || key == "topP"
        || name::words(key).last().is_some_and(|word| WORDS.contains(&word.as_str()))
}

/// The kinds of values that were seen in one place.
fn kinds_in_words(shape: &Shape) -> String {
    let kinds = shape.kinds();
    let words: Vec<&str> = [
        (kinds.string, "string"),
        (kinds.number, "number"),
        (kinds.bool, "boolean"),
        (kinds.array, "array"),
        (kinds.object, "object"),
    ]
    .into_iter()
    .filter_map(|(is_seen, word)| is_seen.then_some(word))
    .collect();
    format!("Seen: {}.", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::join::{join_groups, join_maps};
    use crate::json::Json;

    fn body(payloads: &[&str]) -> Body {
        let (mut shapes, mut shape) = (Shapes::default(), Shape::default());
        for payload in payloads {
            shapes.observe(&mut shape, &Json::parse(payload).expect("JSON"), "root", None);
        }
        join_maps(&mut shapes);
        join_groups(&mut shapes);
        shapes.body(0)
    }

    fn types(payloads: &[&str]) -> Vec<Type> {
        let Body::Struct(keys) = body(payloads) else { panic!("no struct") };
        keys.into_iter().map(|key| key.r#type).collect()
    }

    fn option(r#type: Type) -> Type {
        Type::Option(Box::new(r#type))
    }

    fn list(r#type: Type) -> Type {
        Type::List(Box::new(r#type))
    }

    #[test]
    fn scalars_have_the_narrowest_type() {
        let payload = r#"{"a":1,"b":-1,"c":0.5,"d":"","e":true,"f":18446744073709551615,"g":null}"#;
        assert_eq!(
            types(&[payload]),
            [
                Type::Unsigned,
                Type::Signed,
                Type::Float,
                Type::String,
                Type::Bool,
                Type::Unsigned,
                option(Type::Value)
            ]
        );
        assert_eq!(types(&[r#"{"a":1}"#, r#"{"a":-1}"#]), [Type::Signed]);
        assert_eq!(
            types(&[r#"{"frequencyPenalty":0,"top_p":1,"costs":1}"#]),
            [Type::Float, Type::Float, Type::Unsigned]
        );
        assert_eq!(types(&[r#"{"a":1}"#, r#"{"a":0.5}"#]), [Type::Float]);
        assert_eq!(types(&[r#"{"a":-1}"#, r#"{"a":18446744073709551615}"#]), [Type::Float]);
    }

    #[test]
    fn what_may_be_missing_or_null_is_optional() {
        assert_eq!(
            types(&[r#"{"a":1,"b":null}"#, r#"{"b":""}"#]),
            [option(Type::Unsigned), option(Type::String)]
        );
    }

    #[test]
    fn arrays_have_the_type_of_all_their_elements() {
        assert_eq!(
            types(&[r#"{"a":[],"b":[1,-1],"c":[null,""],"d":[1,""]}"#]),
            [list(Type::Value), list(Type::Signed), list(option(Type::String)), list(Type::Value)]
        );
        let Body::Struct(keys) = body(&[r#"{"a":[1]}"#, r#"{"b":[1]}"#, r#"{"b":null}"#]) else { panic!() };
        assert_eq!((&keys[0].r#type, keys[0].is_default), (&list(Type::Unsigned), true));
        assert_eq!((&keys[1].r#type, keys[1].is_default), (&option(list(Type::Unsigned)), false));
    }

    #[test]
    fn kinds_that_no_type_holds_are_noted() {
        let Body::Struct(keys) = body(&[r#"{"a":"","b":{}}"#, r#"{"a":[],"b":{}}"#]) else { panic!() };
        assert_eq!((&keys[0].r#type, keys[0].note.as_deref()), (&Type::Value, Some("Seen: string, array.")));
        assert_eq!((&keys[1].r#type, &keys[1].note), (&Type::Value, &None));
    }

    #[test]
    fn members_of_a_union_do_not_see_its_tag() {
        let Body::Union { tag, members } = body(&[r#"{"type":"a","x":1}"#, r#"{"type":"b","y":1}"#]) else {
            panic!("no union")
        };
        let members: Vec<_> = members.iter().map(|(name, keys)| (&**name, &*keys[0].key)).collect();
        assert_eq!((&*tag, members), ("type", vec![("a", "x"), ("b", "y")]));
    }

    #[test]
    fn maps_have_the_type_of_their_values() {
        let types = types(&[r#"{"m":{"12":{"a":1},"34":{"a":2}},"n":{"12":1,"34":null}}"#]);
        assert!(matches!(&types[0], Type::Map(values) if matches!(**values, Type::Named(_))), "{types:?}");
        assert_eq!(types[1], Type::Map(Box::new(option(Type::Unsigned))));
    }

    #[test]
    fn what_contains_itself_is_boxed() {
        let (mut shapes, mut shape) = (Shapes::default(), Shape::default());
        let payload = r#"{"node":{"v":1,"node":{"v":2,"node":null,"nodes":[{"v":3}]}}}"#;
        shapes.observe(&mut shape, &Json::parse(payload).expect("JSON"), "root", None);
        crate::unify::unify(&mut shapes);
        let Body::Struct(keys) = shapes.body(1) else { panic!("no struct") };
        assert_eq!(keys[1].r#type, option(Type::Boxed(Box::new(Type::Named(1)))));
        assert_eq!(keys[2].r#type, list(Type::Named(1)));
    }
}
