//! How the events of a protocol are named, and which events there are.

use crate::envelope::{Envelope, content};
use crate::json::{Json, Object};
use crate::read::{Event, Stream};
use crate::tag::{event_tag, is_name};

/// What the enum says of all events.
#[derive(Debug, Default)]
pub struct Protocol {
    /// The data of the sentinel.
    pub end: Option<String>,
    /// The key that the event is under, if it is in an envelope.
    pub envelope: Option<Envelope>,
    /// The key that names the events.
    pub tag: Option<String>,
    /// The key that holds the payloads, beside the tag.
    pub content: Option<String>,
    /// In the order in which they first come.
    pub names: Vec<Name>,
    /// For each event of each stream, its name: an index of `names`, or none for the sentinel.
    pub order: Vec<Vec<Option<usize>>>,
}

/// All events of one name.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Empty if nothing names them.
    pub name: String,
    /// Names that go on: this is how they begin, and that is one of them.
    pub prefix_of: Option<String>,
    /// Told from others of this name by a key.
    pub has_key: Option<String>,
    pub payloads: Vec<Payload>,
}

/// What an event says beside its name.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    Json(Json),
    Text(String),
}

/// Texts that end streams in many protocols.
const SENTINELS: &[&str] = &["[DONE]", "DONE", "[END]", "done", "end", "[done]", "\"[DONE]\""];

impl Protocol {
    pub fn new(streams: &[Stream]) -> Self {
        let end = sentinel(streams);
        let is_end = |event: &Event| event.line.is_empty() && Some(&event.data) == end.as_ref();
        let rest = || streams.iter().flat_map(|stream| &stream.events).filter(|event| !is_end(event));
        let mut objects: Vec<(&str, &Object)> =
            rest().filter_map(|event| Some((&*event.line, event.json.as_ref()?.as_object()?))).collect();

        let mut protocol = Self { end: end.clone(), tag: event_tag(&objects), ..Self::default() };
        if protocol.tag.is_none()
            && let Some((envelope, tag)) = Envelope::find(&objects)
        {
            let inner = |object: &'_ Object| object.get(&envelope.key).is_some();
            objects.retain(|(_, object)| inner(object));
            for (_, object) in &mut objects {
                *object = object.get(&envelope.key).and_then(Json::as_object).unwrap_or(object);
            }
            protocol.tag = Some(tag);
            protocol.envelope = Some(envelope);
        }
        protocol.content = protocol.tag.as_ref().and_then(|tag| content(tag, &objects));

        let unnamed: Vec<&Object> = objects
            .iter()
            .filter(|(line, object)| {
                line.is_empty() && protocol.tag.as_ref().is_none_or(|tag| !object.has(tag))
            })
            .map(|(_, object)| *object)
            .collect();
        let telling = telling_keys(&unnamed);
        for stream in streams {
            let order =
                stream.events.iter().map(|event| (!is_end(event)).then(|| protocol.add(event, &telling)));
            let order = order.map(Option::flatten).collect();
            protocol.order.push(order);
        }
        protocol.join_prefixes();
        protocol
    }

    /// The index of the event's name; none for an error in an envelope.
    fn add(&mut self, event: &Event, telling: &[String]) -> Option<usize> {
        let mut json = event.json.clone();
        if let (Some(envelope), Some(Json::Object(object))) = (&self.envelope, &json) {
            if envelope.error.as_ref().is_some_and(|key| object.has(key)) {
                return None;
            }
            json = object.get(&envelope.key).cloned().or(json);
        }
        let object = json.as_ref().and_then(Json::as_object);
        let tagged = self.tag.as_ref().and_then(|tag| object?.get(tag)?.as_str());
        let name = if event.line.is_empty() { tagged.unwrap_or_default() } else { &event.line }.to_owned();
        let has_key =
            telling.iter().find(|key| name.is_empty() && object.is_some_and(|object| object.has(key)));
        let payload = match (&self.content, object) {
            (Some(content), Some(object)) if tagged.is_some() => {
                Payload::Json(object.get(content).cloned().unwrap_or(Json::Null))
            }
            (None, Some(object)) if tagged.is_some() => {
                Payload::Json(Json::Object(object.without(&[self.tag.as_deref().unwrap_or_default()])))
            }
            _ => json.clone().map_or_else(|| Payload::Text(event.data.clone()), Payload::Json),
        };
        let index =
            self.names.iter().position(|known| known.name == name && known.has_key.as_ref() == has_key);
        let index = index.unwrap_or_else(|| {
            self.names.push(Name { name, prefix_of: None, has_key: has_key.cloned(), payloads: Vec::new() });
            self.names.len() - 1
        });
        self.names[index].payloads.push(payload);
        Some(index)
    }

    /// Makes one name of those that end in data: `updates|research:7`.
    fn join_prefixes(&mut self) {
        let mut joined: Vec<Name> = Vec::new();
        let mut moved = Vec::new();
        for mut name in std::mem::take(&mut self.names) {
            if let Some(prefix) = prefix(&name.name).map(str::to_owned) {
                name.prefix_of = Some(std::mem::replace(&mut name.name, prefix));
            }
            let is_same = |other: &Name| other.name == name.name && other.has_key == name.has_key;
            match joined.iter().position(is_same) {
                Some(index) => {
                    let known = &mut joined[index];
                    known.payloads.extend(name.payloads);
                    known.prefix_of = known.prefix_of.take().or(name.prefix_of);
                    moved.push(index);
                }
                None => {
                    joined.push(name);
                    moved.push(joined.len() - 1);
                }
            }
        }
        self.names = joined;
        self.order.iter_mut().flatten().flatten().for_each(|index| *index = moved[*index]);
    }
}

/// How a name begins whose end is data.
fn prefix(name: &str) -> Option<&str> {
    let (index, _) = name.char_indices().find(|(_, char)| "|/:#".contains(*char))?;
    let digits = name[index..].chars().filter(char::is_ascii_digit).count();
    (index > 0 && digits >= 4).then(|| &name[..index])
}

/// The data that ends streams and is not an event.
fn sentinel(streams: &[Stream]) -> Option<String> {
    let unnamed = |event: &&Event| event.line.is_empty();
    let last = |stream: &'_ Stream| stream.events.last().filter(unnamed).cloned();
    let is_scalar = |event: &Event| !matches!(event.json, Some(Json::Object(_) | Json::Array(_)));
    let candidates = streams.iter().filter_map(last).filter(is_scalar).map(|event| event.data);
    candidates.into_iter().find(|data| {
        let others = || streams.iter().flat_map(|stream| &stream.events).filter(|event| event.data != *data);
        let objects = others().filter(|event| !is_scalar(event)).count();
        let inside =
            streams.iter().flat_map(|stream| stream.events.split_last().map_or(&[][..], |(_, rest)| rest));
        let is_known = SENTINELS.contains(&data.as_str());
        let is_only_last = inside.filter(unnamed).all(|event| event.data != *data);
        !data.is_empty()
            && data.len() <= 32
            && objects > 0
            && (is_known || (is_only_last && objects == others().count()))
    })
}

/// The keys that tell objects without a name apart: each object has exactly one of them, or none and there is `error`.
fn telling_keys(objects: &[&Object]) -> Vec<String> {
    let has_one = |keys: &[&str]| {
        let is_one = |object: &&Object| keys.iter().filter(|key| object.has(key)).count() == 1;
        objects.iter().all(is_one)
            && keys.iter().filter(|key| objects.iter().any(|object| object.has(key))).count() > 1
    };
    let of_rpc = ["error", "result", "method"];
    if has_one(&of_rpc) {
        return of_rpc.map(str::to_owned).into();
    }
    let mut singles: Vec<&str> = Vec::new();
    for object in objects {
        match &object.0[..] {
            [(key, _)] if is_name(key) && !singles.contains(&key.as_str()) => singles.push(key),
            [_] => {}
            _ => singles.push(""),
        }
    }
    if !singles.contains(&"") && has_one(&singles) {
        return singles.into_iter().map(str::to_owned).collect();
    }
    let errors = objects.iter().filter(|object| object.has("error")).count();
    if 0 < errors && errors < objects.len() { vec!["error".to_owned()] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn protocol(recordings: &[&str]) -> Protocol {
        let streams: Vec<Stream> =
            recordings.iter().map(|text| Stream::new((*text).into()).expect("a stream")).collect();
        Protocol::new(&streams)
    }

    fn names(protocol: &Protocol) -> Vec<(&str, usize)> {
        protocol.names.iter().map(|name| (&*name.name, name.payloads.len())).collect()
    }

    #[test]
    fn lines_name_events_and_a_key_that_repeats_them_is_the_tag() {
        let protocol =
            protocol(&["event: a.b\ndata: {\"type\":\"a.b\",\"x\":1}\n\nevent: c\ndata: text\n\n"]);
        assert_eq!(
            (protocol.tag.as_deref(), &names(&protocol)[..]),
            (Some("type"), &[("a.b", 1), ("c", 1)][..])
        );
        let payload = Payload::Json(Json::parse(r#"{"x":1}"#).expect("JSON"));
        assert_eq!(protocol.names[0].payloads, [payload]);
        assert_eq!(protocol.names[1].payloads, [Payload::Text("text".into())]);
    }

    #[test]
    fn a_key_that_disagrees_with_the_lines_is_not_a_tag() {
        let protocol =
            self::protocol(&["event: debug\ndata: {\"type\":\"task\"}\n\nevent: end\ndata: {}\n\n"]);
        assert_eq!((protocol.tag.as_deref(), &names(&protocol)[..]), (None, &[("debug", 1), ("end", 1)][..]));
    }

    #[test]
    fn a_sentinel_is_not_an_event() {
        let chunk = "data: {\"choices\":[]}\n\n";
        let protocol = self::protocol(&[&format!("{chunk}{chunk}data: [DONE]\n\n"), chunk]);
        assert_eq!((protocol.end.as_deref(), &names(&protocol)[..]), (Some("[DONE]"), &[("", 3)][..]));
        assert_eq!(protocol.order, [vec![Some(0), Some(0), None], vec![Some(0)]]);
        // Texts that come without a sentinel are events.
        let texts = self::protocol(&["data: Hello\n\ndata: world\n\n"]);
        assert_eq!((texts.end.as_deref(), &names(&texts)[..]), (None, &[("", 2)][..]));
    }

    #[test]
    fn objects_without_a_name_are_told_apart_by_their_keys() {
        let keys = |recording| -> Vec<Option<String>> {
            protocol(&[recording]).names.into_iter().map(|name| name.has_key).collect()
        };
        let some = |keys: &[&str]| -> Vec<Option<String>> {
            keys.iter().map(|key| Some((*key).to_owned())).collect()
        };
        assert_eq!(keys("data: {\"A\":{\"x\":1}}\n\ndata: {\"B\":{\"y\":1}}\n\n"), some(&["A", "B"]));
        let rpc = "data: {\"id\":1,\"result\":{}}\n\ndata: {\"method\":\"m\",\"params\":{}}\n\n";
        assert_eq!(keys(rpc), some(&["result", "method"]));
        let error = "data: {\"x\":1,\"y\":2}\n\ndata: {\"error\":{\"code\":1}}\n\n";
        assert_eq!(keys(error), [None, Some("error".to_owned())]);
    }

    #[test]
    fn names_that_end_in_data_are_one() {
        let recording =
            "event: debug\ndata: 1\n\nevent: debug|node:112ad8d7\ndata: 2\n\nevent: up/7/1234\ndata: 3\n\n";
        let protocol = protocol(&[recording]);
        let names: Vec<_> =
            protocol.names.iter().map(|name| (&*name.name, name.prefix_of.as_deref())).collect();
        assert_eq!(names, [("debug", Some("debug|node:112ad8d7")), ("up", Some("up/7/1234"))]);
        assert_eq!(protocol.order, [[Some(0), Some(0), Some(1)]]);
    }
}
