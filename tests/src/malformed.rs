//! Malformed payloads, derived from a valid one by several rules.

use serde_json::{Map, Value, json};

/// The payload truncated, with a wrong character, and with values of another type, at every place.
pub fn malformed(text: &str) -> impl Iterator<Item = String> {
    truncated(text).chain(misspelt(text)).chain(misshapen(text))
}

/// The text truncated before each of its characters, and with more text after its end.
fn truncated(text: &str) -> impl Iterator<Item = String> {
    let cut = text.char_indices().map(|(at, _)| text[..at].to_owned());
    cut.chain([format!("{text} x"), format!("{text}{text}"), format!("{text}]")])
}

/// The text with each of its structural characters replaced, and with an additional one before it.
fn misspelt(text: &str) -> impl Iterator<Item = String> {
    let at = text.char_indices().filter(|(_, c)| r#"{}[],:""#.contains(*c));
    at.flat_map(|(at, c)| {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        ["?", "", ",", "]"]
            .into_iter()
            .map(move |other| format!("{before}{other}{after}"))
            .chain([format!("{before}]{c}{after}"), format!("{before}{c}{c}{after}")])
    })
}

/// The payload with each of its values replaced by a value of every other type, and with each of its keys removed,
/// misspelled and duplicated.
///
/// # Panics
/// If the text is not JSON.
fn misshapen(text: &str) -> impl Iterator<Item = String> {
    let mut all = Vec::new();
    let value: Value = serde_json::from_str(text).expect("a valid payload");
    reshape(&value, &mut |changed| all.push(changed));
    all.into_iter()
}

/// A [`Value`] cannot contain a duplicate key: this replaces the second one until the text is written.
const TWIN: &str = "<twin of>";

fn reshape(value: &Value, emit: &mut dyn FnMut(String)) {
    each_change(value, &mut |changed| emit(changed.to_string().replace(TWIN, "")));
}

fn each_change(value: &Value, emit: &mut dyn FnMut(Value)) {
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(1e30),
        json!("?"),
        json!([]),
        json!({}),
        json!([[{}]]),
    ];
    others.into_iter().filter(|other| other != value).for_each(&mut *emit);
    match value {
        Value::Object(object) => {
            for key in object.keys() {
                emit(object.iter().filter(|(name, _)| *name != key).map(owned).collect());
                emit(renamed(object, key, &format!("{key}?")));
                let twins = object.iter().map(owned).chain([(format!("{TWIN}{key}"), object[key].clone())]);
                emit(twins.collect());
            }
            for (key, member) in object {
                each_change(member, &mut |changed| {
                    let mut object = object.clone();
                    object.insert(key.clone(), changed);
                    emit(object.into());
                });
            }
        }
        Value::Array(array) => {
            for (index, element) in array.iter().enumerate() {
                each_change(element, &mut |changed| {
                    let mut array = array.clone();
                    array[index] = changed;
                    emit(array.into());
                });
            }
        }
        _ => {}
    }
}

fn owned((name, member): (&String, &Value)) -> (String, Value) {
    (name.clone(), member.clone())
}

fn renamed(object: &Map<String, Value>, key: &str, to: &str) -> Value {
    object
        .iter()
        .map(|(name, member)| (if name == key { to } else { name }.to_owned(), member.clone()))
        .collect()
}
