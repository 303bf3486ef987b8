//! One place of two.

use crate::shape::{Id, Objects, Shape, Shapes};

impl Shapes {
    /// Makes one place of two, and of what is below them.
    pub fn merge(&mut self, first: Id, second: Id) -> Id {
        let (into, from) = (self.find(first), self.find(second));
        // The earlier one keeps the order of fields that the reader of a recording sees.
        let (into, from) = (into.min(from), into.max(from));
        if into == from {
            return into;
        }
        self.merged_into[from] = into;
        let Objects { hint, owners, other_hints, groups, values } = self.objects[from].clone();
        // Through the index throughout: what is merged below may have merged this place too.
        self[into].owners.extend(owners);
        self[into].other_hints.push(hint);
        self[into].other_hints.extend(other_hints);
        for (tag, fields) in groups {
            self[into].group(tag.clone()).count += fields.count;
            for (key, field) in fields.fields {
                let known = self[into].group(tag.clone()).entry(&key);
                known.seen += field.seen;
                let shape = std::mem::take(&mut known.shape);
                let shape = self.merge_shapes(shape, field.shape);
                self[into].group(tag.clone()).entry(&key).shape = shape;
            }
        }
        if let Some(values) = values {
            let known = self[into].values.take().unwrap_or_default();
            let values = self.merge_shapes(known, values);
            self[into].values = Some(values);
        }
        self.find(into)
    }

    /// Whether a place can hold the values of both and no part of it would have to hold values of two kinds.
    pub fn agree(&self, first: &Shape, second: &Shape, depth: usize) -> bool {
        if depth == 0 {
            return true;
        }
        let elements = match (&first.elements, &second.elements) {
            (Some(first), Some(second)) => self.agree(first, second, depth - 1),
            _ => true,
        };
        let objects = match (first.objects, second.objects) {
            (Some(first), Some(second)) => self.objects_agree(first, second, depth - 1),
            _ => true,
        };
        first.kinds().agree(second.kinds()) && elements && objects
    }

    pub fn objects_agree(&self, first: Id, second: Id, depth: usize) -> bool {
        let (first, second) = (self.find(first), self.find(second));
        first == second
            || self[first].groups.iter().all(|(tag, fields)| {
                // Members of a union that are called differently need not agree.
                let met = self[second]
                    .groups
                    .iter()
                    .filter(|(other, _)| tag.is_none() || other.is_none() || tag == other);
                let mut pairs = met.flat_map(|(_, others)| {
                    fields.fields.iter().filter_map(|(key, field)| Some((field, others.get(key)?)))
                });
                pairs.all(|(field, other)| self.agree(&field.shape, &other.shape, depth))
            })
    }

    pub fn merge_shapes(&mut self, first: Shape, second: Shape) -> Shape {
        Shape {
            nulls: first.nulls || second.nulls,
            bools: first.bools || second.bools,
            integers: match (first.integers, second.integers) {
                (Some(first), Some(second)) => Some((first.0.min(second.0), first.1.max(second.1))),
                (first, second) => first.or(second),
            },
            floats: first.floats || second.floats,
            strings: first.strings || second.strings,
            foreign: first.foreign.or(second.foreign),
            elements: match (first.elements, second.elements) {
                (Some(first), Some(second)) => Some(Box::new(self.merge_shapes(*first, *second))),
                (first, second) => first.or(second),
            },
            objects: match (first.objects, second.objects) {
                (Some(first), Some(second)) => Some(self.merge(first, second)),
                (first, second) => first.or(second),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    fn observed(shapes: &mut Shapes, json: &str) -> Shape {
        let mut shape = Shape::default();
        shapes.observe(&mut shape, &Json::parse(json).expect("JSON"), "root", None);
        shape
    }

    #[test]
    fn merged_places_are_one_down_to_their_leaves() {
        let mut shapes = Shapes::default();
        let first = observed(&mut shapes, r#"{"u":{"n":1}}"#);
        let second = observed(&mut shapes, r#"{"u":{"n":null,"m":"x"}}"#);
        let other = second.objects.expect("objects");
        let merged = shapes.merge_shapes(first, second);
        assert_eq!(Some(shapes.find(other)), merged.objects);
        assert_eq!(shapes.ids().count(), 2);
        let inner =
            shapes[other].groups[0].1.get("u").and_then(|field| field.shape.objects).expect("objects");
        let fields = &shapes[inner].groups[0].1;
        assert_eq!(fields.count, 2);
        assert!(fields.get("n").is_some_and(|field| field.seen == 2 && field.shape.nulls));
        assert!(fields.get("m").is_some_and(|field| field.seen == 1));
    }

    #[test]
    fn places_agree_down_to_their_leaves() {
        let mut shapes = Shapes::default();
        let mut agree = |first: &str, second: &str| {
            let (first, second) = (observed(&mut shapes, first), observed(&mut shapes, second));
            shapes.agree(&first, &second, 8)
        };
        assert!(agree(r#"{"a":[{"b":1}]}"#, r#"{"a":[{"b":null,"c":""}]}"#));
        assert!(!agree(r#"{"a":[{"b":1}]}"#, r#"{"a":[{"b":""}]}"#));
        assert!(agree(r#"{"type":"a","b":1}"#, r#"{"type":"b","b":""}"#));
    }
}
