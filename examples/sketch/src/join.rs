//! Which objects are structs, which are unions, and which are maps.

use std::collections::BTreeSet;

use crate::name::singular;
use crate::shape::{Fields, Id, Objects, Shape, Shapes};

/// More members than this are data.
const MAX_MEMBERS: usize = 60;

/// Makes one place of all the values of a map.
pub fn join_maps(shapes: &mut Shapes) {
    while let Some(id) = shapes.ids().find(|id| is_map(&shapes[*id])) {
        let groups = std::mem::take(&mut shapes[id].groups);
        let mut values = shapes[id].values.take().unwrap_or_default();
        for (_, field) in groups.into_iter().flat_map(|(_, fields)| fields.fields) {
            values = shapes.merge_shapes(values, field.shape);
        }
        // A key that is data says nothing of the value.
        if let Some(value) = values.objects {
            let hint = singular(&shapes[id].hint);
            (shapes[value].hint, shapes[value].other_hints) = (hint, Vec::new());
        }
        shapes[id].values = Some(values);
    }
}

/// Makes one group of all objects that are not members of a union.
pub fn join_groups(shapes: &mut Shapes) {
    let is_split = |shapes: &Shapes, id: Id| shapes[id].groups.len() > 1 && shapes.union_tag(id).is_none();
    while let Some(id) = shapes.ids().find(|id| is_split(shapes, *id)) {
        let mut all = Fields::default();
        for (_, fields) in std::mem::take(&mut shapes[id].groups) {
            all.count += fields.count;
            for (key, field) in fields.fields {
                let known = all.entry(&key);
                known.seen += field.seen;
                let shape = std::mem::take(&mut known.shape);
                all.entry(&key).shape = shapes.merge_shapes(shape, field.shape);
            }
        }
        shapes[id].groups = vec![(None, all)];
    }
}

impl Shapes {
    /// The key that tells the members of a union apart, if they differ: in their keys, or in what is under one of them.
    pub fn union_tag(&self, id: Id) -> Option<&str> {
        let objects = &self[id];
        let key = common_tag(objects)?;
        let places = |key: &str| -> BTreeSet<Id> {
            let fields = objects.groups.iter().filter_map(|(_, fields)| fields.get(key));
            fields.filter_map(|field| Some(self.find(field.shape.objects?))).collect()
        };
        let differ_below = || objects.groups[0].1.fields.iter().any(|(key, _)| places(key).len() > 1);
        (members_differ(objects, key) || differ_below()).then_some(key)
    }
}

/// The key of the tag that all objects have.
fn common_tag(objects: &Objects) -> Option<&str> {
    let tags: Option<Vec<_>> = objects.groups.iter().map(|(tag, _)| tag.as_ref()).collect();
    let tags = tags.filter(|tags| (2..=MAX_MEMBERS).contains(&tags.len()))?;
    let key = &tags[0].key;
    tags.iter().all(|tag| tag.key == *key).then_some(key)
}

fn members_differ(objects: &Objects, tag: &str) -> bool {
    let keys_of = |fields: &Fields| -> BTreeSet<String> {
        fields.fields.iter().map(|(key, _)| key.clone()).filter(|key| key != tag).collect()
    };
    differ(&objects.groups.iter().map(|(_, fields)| keys_of(fields)).collect::<Vec<_>>())
}

/// Whether the members of a union, by their keys, have too little in common to be one struct.
pub fn differ(members: &[BTreeSet<String>]) -> bool {
    let all: BTreeSet<&String> = members.iter().flatten().collect();
    let common = all.iter().filter(|key| members.iter().all(|member| member.contains(**key))).count();
    common * 5 < all.len() * 3
}

/// Whether the keys are data: IDs, names of headers, or many that are rarely there.
fn is_map(objects: &Objects) -> bool {
    let fields: Vec<_> = objects.groups.iter().flat_map(|(_, fields)| &fields.fields).collect();
    let keys: BTreeSet<&str> = fields.iter().map(|(key, _)| key.as_str()).collect();
    let is_union = common_tag(objects).is_some_and(|tag| members_differ(objects, tag));
    if keys.is_empty() || is_union {
        return objects.values.is_some() && !keys.is_empty();
    }
    let is_payload = objects.owners.is_empty();
    let are_ids = keys.iter().all(|key| is_id(key));
    let foreign = keys.iter().filter(|key| !is_key(key)).count();
    let are_foreign = foreign >= 3 && foreign * 4 >= keys.len();
    let are_rare = keys.len() >= 5
        && matches!(&objects.groups[..], [(None, _)])
        && fields.iter().all(|(_, field)| field.seen * 2 <= objects.count())
        && agree(fields.iter().map(|(_, field)| &field.shape));
    objects.values.is_some() || are_ids || (!is_payload && (are_foreign || are_rare))
}

/// Whether all values are of one kind, and objects have the same keys.
fn agree<'a>(shapes: impl Iterator<Item = &'a Shape>) -> bool {
    let kinds: Vec<_> = shapes.map(Shape::kinds).filter(|kinds| kinds.count() > 0).collect();
    kinds.iter().all(|kind| *kind == kinds[0] && kind.count() == 1 && !kind.object)
}

/// Whether a key is an ID or another piece of data.
fn is_id(key: &str) -> bool {
    let digits = key.chars().filter(char::is_ascii_digit).count();
    let is_hex = key.chars().all(|char| char.is_ascii_hexdigit() || char == '-');
    digits == key.len()
        || (is_hex && digits > 0 && key.len() >= 8)
        || (digits >= 3 && key.len() >= 12)
        || key.contains("://")
        || (key.contains('@') && key.len() > 1 && !key.starts_with('@'))
}

/// Whether a key is written as keys of APIs are.
fn is_key(key: &str) -> bool {
    let key = key.trim_start_matches(['$', '@', '_']);
    key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    /// The objects under `x` in some payloads.
    fn joined(values: &[&str]) -> (Shapes, Objects) {
        let (mut shapes, mut shape) = (Shapes::default(), Shape::default());
        for value in values {
            let payload = Json::parse(&format!("{{\"x\":{value}}}")).expect("JSON");
            shapes.observe(&mut shape, &payload, "root", None);
        }
        join_maps(&mut shapes);
        join_groups(&mut shapes);
        let objects = shapes[1].clone();
        (shapes, objects)
    }

    fn is_map(values: &[&str]) -> bool {
        joined(values).1.values.is_some()
    }

    fn union(values: &[&str]) -> (Option<String>, usize) {
        let (shapes, objects) = joined(values);
        (shapes.union_tag(1).map(str::to_owned), objects.groups.len())
    }

    #[test]
    fn keys_that_are_data_make_a_map() {
        let ids = [r#"{"01994ed8-29c4-7108":{"a":1}}"#, r#"{"77":{"b":1}}"#];
        let (shapes, map) = joined(&ids);
        let values = map.values.and_then(|values| values.objects).expect("objects");
        assert_eq!(shapes[values].count(), 2);
        assert!(is_map(&[r#"{"x-real-ip":"","sec-ch-ua":"","user-agent":"","host":""}"#]));
        let rare = [r#"{"a":1}"#, r#"{"b":1}"#, r#"{"c":2}"#, r#"{"d":2}"#, r#"{"e":2}"#];
        assert!(is_map(&rare) && !is_map(&rare[..4]));
        assert!(!is_map(&[r#"{"id":1,"name":""}"#]));
    }

    #[test]
    fn objects_that_differ_by_a_name_are_a_union() {
        let tag = Some("type".to_owned());
        assert_eq!(
            union(&[r#"{"type":"text","text":""}"#, r#"{"type":"image","url":""}"#]),
            (tag.clone(), 2)
        );
        assert_eq!(union(&[r#"{"type":"a","p":{"x":1}}"#, r#"{"type":"b","p":{"y":1}}"#]), (tag, 2));
        assert_eq!(union(&[r#"{"type":"a","id":""}"#, r#"{"type":"b","id":""}"#]), (None, 1));
        assert_eq!(union(&[r#"{"type":"text","text":""}"#, r#"{"url":""}"#]), (None, 1));
    }
}
