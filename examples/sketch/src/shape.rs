//! What was observed of the values in each place of a payload.

use std::ops::{Index, IndexMut};

use crate::json::{Json, Object};
use crate::name::singular;
use crate::tag::nested_tag;

/// The values in one place.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "a set")]
pub struct Shape {
    pub nulls: bool,
    pub bools: bool,
    /// The least and the greatest.
    pub integers: Option<(i128, i128)>,
    pub floats: bool,
    pub strings: bool,
    /// The elements of all arrays.
    pub elements: Option<Box<Shape>>,
    pub objects: Option<Id>,
    /// Objects whose keys the API does not know, and what they are.
    pub foreign: Option<&'static str>,
}

/// The kinds of values that a type has to hold, `null` aside.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "a set")]
pub struct Kinds {
    pub bool: bool,
    pub number: bool,
    pub string: bool,
    pub array: bool,
    pub object: bool,
}

impl Kinds {
    pub fn count(self) -> usize {
        [self.bool, self.number, self.string, self.array, self.object]
            .into_iter()
            .filter(|kind| *kind)
            .count()
    }

    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            bool: self.bool || other.bool,
            number: self.number || other.number,
            string: self.string || other.string,
            array: self.array || other.array,
            object: self.object || other.object,
        }
    }

    /// Whether one type can hold both without becoming a `Value`.
    pub fn agree(self, other: Self) -> bool {
        self.count() == 0 || other.count() == 0 || self == other
    }
}

impl Shape {
    pub fn kinds(&self) -> Kinds {
        Kinds {
            bool: self.bools,
            number: self.integers.is_some() || self.floats,
            string: self.strings,
            array: self.elements.is_some(),
            object: self.objects.is_some() || self.foreign.is_some(),
        }
    }
}

/// Names the objects in one place of a payload, or in several places that were found to be alike.
pub type Id = usize;

/// The objects in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Objects {
    /// The key under which they are, or the event that they are the payload of.
    pub hint: String,
    /// The objects around them: none around a payload.
    pub owners: Vec<Id>,
    /// The hints of the places that were merged with this one.
    pub other_hints: Vec<String>,
    /// By what a key of theirs says that may name the members of a union.
    pub groups: Vec<(Option<Tag>, Fields)>,
    /// The values, if the keys are data. The groups are empty then.
    pub values: Option<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    pub key: String,
    pub name: String,
}

/// The keys of some objects, in the order in which they first came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// The number of objects.
    pub count: usize,
    pub fields: Vec<(String, Field)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// The number of objects that have the key.
    pub seen: usize,
    pub shape: Shape,
}

impl Fields {
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|(name, _)| name == key).map(|(_, field)| field)
    }

    pub fn entry(&mut self, key: &str) -> &mut Field {
        let index = self.fields.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
            self.fields.push((key.to_owned(), Field::default()));
            self.fields.len() - 1
        });
        &mut self.fields[index].1
    }
}

impl Objects {
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, fields)| fields.count).sum()
    }

    pub fn group(&mut self, tag: Option<Tag>) -> &mut Fields {
        let index = self.groups.iter().position(|(other, _)| *other == tag).unwrap_or_else(|| {
            self.groups.push((tag, Fields::default()));
            self.groups.len() - 1
        });
        &mut self.groups[index].1
    }
}

/// All places that hold objects.
#[derive(Debug, Default)]
pub struct Shapes {
    pub objects: Vec<Objects>,
    /// Where a place went that was merged with another: itself, if it was not.
    pub merged_into: Vec<Id>,
}

impl Index<Id> for Shapes {
    type Output = Objects;

    fn index(&self, id: Id) -> &Objects {
        &self.objects[self.find(id)]
    }
}

impl IndexMut<Id> for Shapes {
    fn index_mut(&mut self, id: Id) -> &mut Objects {
        let id = self.find(id);
        &mut self.objects[id]
    }
}

impl Shapes {
    pub fn find(&self, mut id: Id) -> Id {
        while self.merged_into[id] != id {
            id = self.merged_into[id];
        }
        id
    }

    /// The places that were not merged with an earlier one.
    pub fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        let merged_into = self.merged_into.clone();
        (0..merged_into.len()).filter(move |id| merged_into[*id] == *id)
    }

    /// Adds a value to what is known of a place; `hint` is the key that it is under.
    pub fn observe(&mut self, shape: &mut Shape, value: &Json, hint: &str, owner: Option<Id>) {
        match value {
            Json::Null => shape.nulls = true,
            Json::Bool(_) => shape.bools = true,
            Json::Integer(value) => {
                let (least, greatest) = shape.integers.unwrap_or((*value, *value));
                shape.integers = Some((least.min(*value), greatest.max(*value)));
            }
            Json::Float(_) => shape.floats = true,
            Json::String(_) => shape.strings = true,
            Json::Array(elements) => {
                let shape = shape.elements.get_or_insert_default();
                let hint = singular(hint);
                for element in elements {
                    self.observe(shape, element, &hint, owner);
                }
            }
            Json::Object(object) if is_schema(object) => shape.foreign = Some("A JSON Schema."),
            Json::Object(object) => {
                let id = *shape.objects.get_or_insert_with(|| self.add(hint, owner));
                self.observe_object(id, object);
            }
        }
    }

    fn add(&mut self, hint: &str, owner: Option<Id>) -> Id {
        let id = self.objects.len();
        let (hint, owners) = (hint.to_owned(), owner.into_iter().collect());
        self.objects.push(Objects {
            hint,
            owners,
            other_hints: Vec::new(),
            groups: Vec::new(),
            values: None,
        });
        self.merged_into.push(id);
        id
    }

    fn observe_object(&mut self, id: Id, object: &Object) {
        let tag = nested_tag(object);
        self.objects[id].group(tag.clone()).count += 1;
        for (key, value) in &object.0 {
            // Taken out meanwhile: what is below this place is in the same list.
            let field = self.objects[id].group(tag.clone()).entry(key);
            field.seen += 1;
            let mut shape = std::mem::take(&mut field.shape);
            if is_of_call(object, key, value) {
                shape.foreign = Some("The arguments of a call.");
            } else {
                self.observe(&mut shape, value, key, Some(id));
            }
            self.objects[id].group(tag.clone()).entry(key).shape = shape;
        }
    }
}

/// Whether an object describes others.
fn is_schema(object: &Object) -> bool {
    object.get("type").and_then(Json::as_str) == Some("object")
        && object.get("properties").is_some_and(|properties| properties.as_object().is_some())
}

/// Whether an object holds the arguments of a call by name.
fn is_of_call(object: &Object, key: &str, value: &Json) -> bool {
    let is_arguments = ["args", "arguments", "input", "parameters"].contains(&key);
    is_arguments && object.has("name") && value.as_object().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(values: &[&str]) -> (Shapes, Shape) {
        let (mut shapes, mut shape) = (Shapes::default(), Shape::default());
        for value in values {
            shapes.observe(&mut shape, &Json::parse(value).expect("JSON"), "root", None);
        }
        (shapes, shape)
    }

    #[test]
    fn scalars_of_one_place_add_up() {
        let (_, shape) = observed(&["1", "-7", "null", "true"]);
        assert_eq!(shape.integers, Some((-7, 1)));
        assert!(shape.nulls && shape.bools && !shape.strings && !shape.floats);
        assert_eq!(shape.kinds().count(), 2);
    }

    #[test]
    fn fields_count_the_objects_that_have_them() {
        let (shapes, shape) = observed(&[r#"{"a":1}"#, r#"{"b":[{"c":1},{"c":null}],"a":2}"#]);
        let [(None, fields)] = &shapes[shape.objects.expect("objects")].groups[..] else { panic!() };
        assert_eq!(fields.count, 2);
        assert_eq!(
            fields.fields.iter().map(|(key, field)| (&**key, field.seen)).collect::<Vec<_>>(),
            [("a", 2), ("b", 1)]
        );
        let elements = fields.get("b").and_then(|field| field.shape.elements.as_deref()).expect("an array");
        let inner = &shapes[elements.objects.expect("objects")];
        assert_eq!((&*inner.hint, inner.owners.len(), inner.count()), ("b", 1, 2));
    }

    #[test]
    fn objects_are_grouped_by_their_tag() {
        let (shapes, shape) =
            observed(&[r#"{"type":"a","x":1}"#, r#"{"type":"b"}"#, r#"{"x":2,"type":"a"}"#]);
        let groups = &shapes[shape.objects.expect("objects")].groups;
        let names: Vec<_> =
            groups.iter().map(|(tag, fields)| (tag.as_ref().map(|tag| &*tag.name), fields.count)).collect();
        assert_eq!(names, [(Some("a"), 2), (Some("b"), 1)]);
    }
}
