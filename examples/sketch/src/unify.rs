//! One type for the same thing in several places: a response that is created, and later completed.

use std::collections::BTreeMap;

use heck::ToSnakeCase as _;

use crate::shape::{Fields, Id, Kinds, Objects, Shapes};

/// How far below two places it is looked whether they agree.
const DEPTH: usize = 8;

/// Merges the places whose objects are alike, until no two are.
pub fn unify(shapes: &mut Shapes) {
    while let Some((first, second)) = alike(shapes) {
        shapes.merge(first, second);
    }
}

fn alike(shapes: &Shapes) -> Option<(Id, Id)> {
    let ids: Vec<Id> = shapes.ids().collect();
    let summaries: Vec<Summary<'_>> = ids.iter().map(|id| Summary::new(&shapes[*id])).collect();
    (0..ids.len()).find_map(|second| {
        let first = (0..second).find(|first| {
            let (at, other) = (ids[*first], ids[second]);
            let (first, second) = (&summaries[*first], &summaries[second]);
            first.is_like(second) && shapes.objects_agree(at, other, DEPTH)
        })?;
        Some((ids[first], ids[second]))
    })
}

/// What two places are compared by.
struct Summary<'a> {
    hint: String,
    is_payload: bool,
    keys: BTreeMap<&'a str, Kinds>,
    /// The key and the names of a tag that all objects have.
    tag: Option<(&'a str, Vec<&'a str>)>,
}

impl<'a> Summary<'a> {
    fn new(objects: &'a Objects) -> Self {
        let mut keys: BTreeMap<&str, Kinds> = BTreeMap::new();
        for (key, field) in objects.groups.iter().flat_map(|(_, fields): &(_, Fields)| &fields.fields) {
            let kinds = field.shape.kinds();
            keys.entry(key).and_modify(|known| *known = known.or(kinds)).or_insert(kinds);
        }
        let tags: Option<Vec<_>> = objects.groups.iter().map(|(tag, _)| tag.as_ref()).collect();
        let tag = tags.filter(|tags| !tags.is_empty()).and_then(|tags| {
            let key = tags[0].key.as_str();
            let names = tags.iter().map(|tag| tag.name.as_str()).collect();
            tags.iter().all(|tag| tag.key == key).then_some((key, names))
        });
        let hint = objects.hint.to_snake_case();
        Self { hint, is_payload: objects.owners.is_empty(), keys, tag }
    }

    fn is_like(&self, other: &Self) -> bool {
        let common = self.keys.keys().filter(|key| other.keys.contains_key(*key)).count();
        let fewer = self.keys.len().min(other.keys.len());
        if common == 0 || !self.agrees(other) {
            return false;
        }
        let all = self.keys.len() + other.keys.len() - common;
        match (&self.tag, &other.tag) {
            // Unions, or members of one.
            (Some((key, _)), Some((other_key, _))) if self.hint == other.hint => key == other_key,
            (Some(tag), Some(other_tag)) if tag != other_tag => false,
            _ if self.hint == other.hint && !self.is_payload => common == fewer || common * 2 >= all,
            _ if common == all && !self.is_payload && !other.is_payload => {
                all >= 3 || last_word(&self.hint) == last_word(&other.hint)
            }
            _ => fewer >= 5 && common * 4 >= all * 3,
        }
    }

    /// Whether no key would have to hold values of two kinds.
    fn agrees(&self, other: &Self) -> bool {
        self.keys.iter().all(|(key, kinds)| other.keys.get(key).is_none_or(|other| kinds.agree(*other)))
    }
}

fn last_word(hint: &str) -> &str {
    hint.rsplit('_').next().unwrap_or(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;
    use crate::shape::Shape;

    /// How many places are left of the objects in some payloads, the payloads themselves included.
    fn places(payloads: &[&str]) -> usize {
        let mut shapes = Shapes::default();
        for (index, payload) in payloads.iter().enumerate() {
            let payload = Json::parse(payload).expect("JSON");
            shapes.observe(&mut Shape::default(), &payload, &format!("event{index}"), None);
        }
        unify(&mut shapes);
        shapes.ids().count()
    }

    #[test]
    fn objects_under_one_key_are_one_type() {
        assert_eq!(places(&[r#"{"usage":{"in":1,"out":2}}"#, r#"{"x":{},"usage":{"out":2}}"#]), 4);
        assert_eq!(places(&[r#"{"items":[{"a":1}]}"#, r#"{"item":{"a":1,"b":2}}"#]), 3);
    }

    #[test]
    fn objects_that_differ_are_two_types() {
        assert_eq!(places(&[r#"{"delta":{"text":""}}"#, r#"{"delta":{"stop_reason":""}}"#]), 4);
        assert_eq!(places(&[r#"{"data":{"a":"","b":1}}"#, r#"{"data":{"a":[],"b":1}}"#]), 4);
    }

    #[test]
    fn members_of_a_union_meet() {
        let (message, call) = (r#"{"type":"message","role":""}"#, r#"{"type":"call","args":""}"#);
        let both = format!(r#"{{"item":{message},"n":1,"items":[{call},{message}]}}"#);
        assert_eq!(places(&[&both, &format!(r#"{{"item":{call}}}"#)]), 3);
    }

    #[test]
    fn payloads_meet_if_they_are_large() {
        let large = r#"{"a":1,"b":1,"c":1,"d":1,"e":1}"#;
        assert_eq!(places(&[large, large]), 1);
        let small = r#"{"a":1,"b":1,"c":1}"#;
        assert_eq!(places(&[small, small]), 2);
    }

    #[test]
    fn same_objects_under_different_keys_meet_if_they_have_three_keys() {
        assert_eq!(places(&[r#"{"part":{"a":1,"b":1,"c":1},"content":{"a":1,"b":1,"c":1}}"#]), 2);
        assert_eq!(places(&[r#"{"user":{"a":1,"b":1},"project":{"a":1,"b":1}}"#]), 3);
        assert_eq!(places(&[r#"{"old_user":{"a":1,"b":1},"user":{"a":1,"b":1}}"#]), 2);
    }

    #[test]
    fn objects_that_differ_further_down_are_two_types() {
        let payloads =
            [r#"{"delta":{"message":{"content":[]}}}"#, r#"{"delta":{"message":{"content":{"text":""}}}}"#];
        assert_eq!(places(&payloads), 7);
    }
}
