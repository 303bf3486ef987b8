//! Keys whose value names an event, or the member of a union.

use std::collections::{BTreeMap, BTreeSet};

use crate::join::differ;
use crate::json::{Json, Object};
use crate::shape::Tag;

/// The likeliest first.
const KEYS: &[&str] = &[
    "type",
    "event",
    "event_type",
    "eventType",
    "event_name",
    "eventName",
    "kind",
    "object",
    "op",
    "method",
    "action",
    "@type",
    "_type",
    "__typename",
    "messageType",
    "message_type",
    "sessionUpdate",
    "case",
    "tag",
];

/// Of payloads within payloads, these are not names of members: they say what is done, or whose it is.
const ONLY_OF_EVENTS: &[&str] =
    &["event", "op", "method", "action", "event_name", "eventName", "case", "tag"];

/// More names than this are data.
const MAX_NAMES: usize = 100;

/// The key that names the events: of those that may, the one that names most of them.
pub fn event_tag(objects: &[(&str, &Object)]) -> Option<String> {
    let mut best: Option<(&str, usize)> = None;
    for key in KEYS.iter().copied() {
        let named = named_by(key, objects).unwrap_or_default();
        if named * 2 > objects.len() && best.is_none_or(|(_, most)| named > most) {
            best = Some((key, named));
        }
    }
    best.map(|(key, _)| key.to_owned())
}

/// How many objects a key names, if it names events.
fn named_by(key: &str, objects: &[(&str, &Object)]) -> Option<usize> {
    let says = |object: &Object| object.get(key).and_then(Json::as_str).map(str::to_owned);
    let mut named = 0;
    let mut unnamed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut is_everywhere = true;
    for (line, object) in objects {
        match says(object) {
            Some(name) if *line == name => named += 1,
            // A line that names the event and a key that says something else.
            Some(_) if !line.is_empty() => return None,
            Some(name) if is_name(&name) => {
                named += 1;
                let keys = object.keys().filter(|other| *other != key).map(str::to_owned);
                unnamed.entry(name).or_default().extend(keys);
            }
            _ => is_everywhere = false,
        }
    }
    // Names of events are composed. A word that all objects have beside the same keys says what they are about.
    let are_composed = unnamed.keys().any(|name| name.contains(['.', '-', '_', '/', ':']) || name.len() > 12);
    let members: Vec<BTreeSet<String>> = unnamed.values().cloned().collect();
    let are_of_one_kind = is_everywhere && !differ(&members) && members.iter().any(|keys| keys.len() >= 5);
    let is_plausible = match members.len() {
        0 => true,
        1 => are_composed || named > 1 && objects.iter().any(|(line, _)| !line.is_empty()),
        2..=MAX_NAMES => are_composed || !are_of_one_kind,
        _ => false,
    };
    is_plausible.then_some(named)
}

/// The tag of an object that may be a member of a union.
pub fn nested_tag(object: &Object) -> Option<Tag> {
    let keys = KEYS.iter().filter(|key| !ONLY_OF_EVENTS.contains(key));
    keys.filter_map(|key| Some((*key, object.get(key)?.as_str()?)))
        .find(|(_, name)| is_name(name))
        .map(|(key, name)| Tag { key: key.to_owned(), name: name.to_owned() })
}

/// Whether a text may be the name of an event, and not something that people or models wrote.
pub fn is_name(text: &str) -> bool {
    text.len() <= 80
        && text.starts_with(|first: char| first.is_ascii_alphabetic() || "@_$".contains(first))
        && text.chars().all(|char| char.is_ascii_alphanumeric() || "_-.:/@$|#".contains(char))
        && !text.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_texts() {
        for name in
            ["delta", "response.output_text.delta", "content-start", "messages/partial", "RUN_STARTED"]
        {
            assert!(is_name(name), "{name}");
        }
        for text in ["", "two words", "7", "https://example.com", "Grüezi", &"a".repeat(81)] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn the_likeliest_key_is_the_tag() {
        let tag = |json| {
            let json = Json::parse(json).expect("JSON");
            nested_tag(json.as_object().expect("an object")).map(|tag| (tag.key, tag.name))
        };
        let expected = Some(("type".to_owned(), "b".to_owned()));
        assert_eq!(tag(r#"{"object":"a","type":"b"}"#), expected);
        assert_eq!(tag(r#"{"type":"no name","object":"a"}"#), Some(("object".to_owned(), "a".to_owned())));
        assert_eq!(tag(r#"{"op":"add","type":7}"#), None);
    }

    fn event_tag_of(events: &[(&str, &str)]) -> Option<String> {
        let objects: Vec<(&str, Object)> = events
            .iter()
            .map(|(line, json)| {
                (*line, Json::parse(json).and_then(|json| json.as_object().cloned()).expect("an object"))
            })
            .collect();
        event_tag(&objects.iter().map(|(line, object)| (*line, object)).collect::<Vec<_>>())
    }

    #[test]
    fn the_key_that_names_most_events_is_their_tag() {
        let of = |events: &[(&str, &str)]| event_tag_of(events);
        let r#type = Some("type".to_owned());
        assert_eq!(of(&[("", r#"{"type":"a","x":1}"#), ("", r#"{"type":"b","y":1}"#)]), r#type);
        assert_eq!(
            of(&[("a", r#"{"type":"a"}"#), ("b", r#"{"type":"b"}"#), ("", r#"{"object":"c.d"}"#)]),
            r#type
        );
        assert_eq!(of(&[("", r#"{"object":"chat.completion.chunk"}"#)]), Some("object".to_owned()));
        assert_eq!(of(&[("a", r#"{"type":"b"}"#)]), None);
        assert_eq!(of(&[("", r#"{"type":"edit"}"#)]), None);
    }

    #[test]
    fn a_word_beside_the_same_keys_names_no_event() {
        let rest = r#""a":1,"b":1,"c":1,"d":1,"e":1}"#;
        let (edit, new) = (format!(r#"{{"type":"edit",{rest}"#), format!(r#"{{"type":"new",{rest}"#));
        assert_eq!(event_tag_of(&[("", &edit), ("", &new)]), None);
        let dotted = new.replace("new", "page.new");
        assert_eq!(event_tag_of(&[("", &edit), ("", &dotted)]).as_deref(), Some("type"));
    }
}
