//! What the events of one name hold.

use crate::json::{Json, Object};
use crate::protocol::Payload;
use crate::shape::{Id, Shape, Shapes};

/// What the events of one name hold.
#[derive(Debug)]
pub enum Content {
    /// Nothing, or the same text each time.
    None,
    Text,
    Json {
        shape: Shape,
        is_optional: bool,
    },
}

/// A text that comes so often is a constant.
const CONSTANT: usize = 3;

impl Content {
    pub fn new(payloads: &[Payload], ident: &str, shapes: &mut Shapes) -> Self {
        let is_empty = |payload: &Payload| match payload {
            Payload::Text(text) => text.trim().is_empty(),
            Payload::Json(json) => *json == Json::Null || *json == Json::Object(Object::default()),
        };
        let is_mark = |payload: &Payload| matches!(payload, Payload::Text(text) if text.starts_with('[') && text.ends_with(']'));
        let is_constant = payloads.windows(2).all(|pair| pair[0] == pair[1]);
        let is_text = |payload: &Payload| matches!(payload, Payload::Text(text) if !text.trim().is_empty());
        if payloads.iter().all(is_empty) {
            return Self::None;
        }
        if is_constant
            && payloads.iter().all(is_text)
            && (payloads.len() >= CONSTANT || is_mark(&payloads[0]))
        {
            return Self::None;
        }
        if payloads.iter().any(is_text) {
            return Self::Text;
        }
        let mut shape = Shape::default();
        for payload in payloads {
            match payload {
                Payload::Json(json) => shapes.observe(&mut shape, json, ident, None),
                Payload::Text(_) => shape.nulls = true,
            }
        }
        Self::Json { is_optional: shape.nulls, shape }
    }

    /// The objects that it consists of.
    pub fn objects(&self) -> Option<Id> {
        if let Self::Json { shape, .. } = self { shape.objects } else { None }
    }

    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(payloads: &[&str]) -> Content {
        let payloads: Vec<Payload> = payloads
            .iter()
            .map(|text| Json::parse(text).map_or_else(|| Payload::Text((*text).to_owned()), Payload::Json))
            .collect();
        Content::new(&payloads, "Event", &mut Shapes::default())
    }

    #[test]
    fn what_is_always_the_same_text_or_nothing_is_not_a_payload() {
        for payloads in [&["", ""][..], &["{}"], &["null", ""], &["[DONE]"], &["ok.", "ok.", "ok."]] {
            assert!(matches!(content(payloads), Content::None), "{payloads:?}");
        }
    }

    #[test]
    fn text_that_is_not_json_is_text() {
        for payloads in [&["Hello"][..], &["1", "two"], &["ok.", "ok."]] {
            assert!(content(payloads).is_text(), "{payloads:?}");
        }
    }

    #[test]
    fn empty_data_beside_json_makes_it_optional() {
        assert!(matches!(content(&["1", ""]), Content::Json { is_optional: true, .. }));
        assert!(matches!(content(&["1", "2"]), Content::Json { is_optional: false, .. }));
    }
}
