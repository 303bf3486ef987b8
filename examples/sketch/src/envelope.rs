//! Objects around payloads: of a name and a payload, or around a whole event.

use std::collections::BTreeSet;

use crate::json::{Json, Object};
use crate::tag::event_tag;

#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    pub key: String,
    /// Some objects have this one instead.
    pub error: Option<String>,
    /// The objects around the events, without the two keys.
    pub others: Vec<Object>,
    pub errors: Vec<Json>,
}

/// The key of the payload, if all objects consist of a name and a payload.
pub fn content(tag: &str, objects: &[(&str, &Object)]) -> Option<String> {
    const USUAL: &[&str] = &["data", "payload", "body", "params", "content", "d"];
    let tagged: Vec<&Object> =
        objects.iter().map(|(_, object)| *object).filter(|object| object.has(tag)).collect();
    // A key with the same value everywhere, such as a version, is not part of a payload.
    let is_constant = |key: &str| {
        tagged.len() > 1
            && tagged.iter().all(|object| {
                let value = object.get(key);
                value.is_some()
                    && value == tagged[0].get(key)
                    && !matches!(value, Some(Json::Object(_) | Json::Array(_)))
            })
    };
    let mut keys =
        tagged.iter().flat_map(|object| object.keys()).filter(|key| *key != tag && !is_constant(key));
    let key = keys.next()?;
    let is_only = keys.all(|other| other == key);
    let mut values = tagged.iter().filter_map(|object| object.get(key));
    let are_objects = values.all(|value| matches!(value, Json::Object(_) | Json::Null));
    let names: BTreeSet<&str> = tagged.iter().filter_map(|object| object.get(tag)?.as_str()).collect();
    (is_only
        && names.len() > 1
        && (USUAL.contains(&key) || (are_objects && tagged.iter().all(|object| object.has(key)))))
    .then(|| key.to_owned())
}

impl Envelope {
    /// The key whose value is the event, and the key that names it there.
    pub fn find(objects: &[(&str, &Object)]) -> Option<(Self, String)> {
        let (_, first) = objects.iter().find(|(_, object)| !object.has("error"))?;
        let is_error = |object: &Object, key: &str| object.has("error") && !object.has(key);
        first.0.iter().filter(|(_, value)| value.as_object().is_some()).find_map(|(key, _)| {
            let around: Vec<&Object> = objects.iter().map(|(_, object)| *object).collect();
            let (errors, around): (Vec<_>, Vec<_>) =
                around.into_iter().partition(|object| is_error(object, key));
            let inner = around.iter().map(|object| Some(("", object.get(key)?.as_object()?)));
            let inner: Vec<_> = inner.collect::<Option<_>>()?;
            let tag = event_tag(&inner).filter(|tag| inner.iter().all(|(_, object)| object.has(tag)))?;
            let has_others = around.iter().any(|object| object.0.len() > 1);
            let of_events = objects.iter().all(|(line, _)| line.is_empty());
            let error = (!errors.is_empty()).then(|| "error".to_owned());
            let others = around.iter().chain(&errors).map(|object| object.without(&[key, "error"])).collect();
            let errors = errors.iter().filter_map(|object| object.get("error").cloned()).collect();
            (has_others && of_events).then(|| (Self { key: key.clone(), error, others, errors }, tag))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objects(texts: &[&str]) -> Vec<Object> {
        let object = |text: &&str| Json::parse(text).and_then(|json| json.as_object().cloned());
        texts.iter().map(|text| object(text).expect("an object")).collect()
    }

    fn content_of(texts: &[&str]) -> Option<String> {
        content("type", &objects(texts).iter().map(|object| ("", object)).collect::<Vec<_>>())
    }

    fn envelope_of(texts: &[&str]) -> Option<(String, Option<String>, String)> {
        let objects = objects(texts);
        let (envelope, tag) = Envelope::find(&objects.iter().map(|object| ("", object)).collect::<Vec<_>>())?;
        Some((envelope.key, envelope.error, tag))
    }

    #[test]
    fn a_name_and_one_other_key_are_a_name_and_a_payload() {
        let of = |texts: &[&str]| content_of(texts).as_deref().map(str::to_owned);
        let object = Some("object".to_owned());
        assert_eq!(of(&[r#"{"type":"A","object":{}}"#, r#"{"type":"B","object":{"x":1}}"#]), object);
        let data = Some("data".to_owned());
        assert_eq!(of(&[r#"{"v":1,"type":"A","data":7}"#, r#"{"v":1,"type":"B"}"#]), data);
        assert_eq!(of(&[r#"{"type":"A","text":""}"#, r#"{"type":"B","text":""}"#]), None);
        assert_eq!(of(&[r#"{"type":"A","data":1,"id":1}"#, r#"{"type":"B","data":2,"id":2}"#]), None);
    }

    #[test]
    fn an_event_may_be_under_a_key_of_an_envelope() {
        let (first, second) =
            (r#"{"id":1,"result":{"kind":"a-b","x":1}}"#, r#"{"id":1,"result":{"kind":"c","y":1}}"#);
        let found =
            |error: Option<&str>| Some(("result".to_owned(), error.map(str::to_owned), "kind".to_owned()));
        assert_eq!(envelope_of(&[first, second]), found(None));
        assert_eq!(envelope_of(&[first, second, r#"{"id":1,"error":{"code":7}}"#]), found(Some("error")));
        assert_eq!(envelope_of(&[first, r#"{"id":1,"result":{"x":1}}"#]), None);
    }
}
