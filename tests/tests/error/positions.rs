//! Positions in a message: of JSON in a string, or in text from a server. They are not positions in the data.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use sse_event::{Error, RawEvent, SseEvent};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
struct Arguments {
    city: String,
    days: u8,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only errors are checked")]
struct Call {
    name: String,
    #[serde(deserialize_with = "json_in_string")]
    arguments: Arguments,
    index: Option<u8>,
    #[serde(default)]
    note: Note,
}

fn json_in_string<'de, T: DeserializeOwned, D: Deserializer<'de>>(json: D) -> Result<T, D::Error> {
    serde_json::from_str(&String::deserialize(json)?).map_err(D::Error::custom)
}

/// Rejects every text with an error that has the text as its message.
#[derive(Debug, Default)]
struct Note;

impl<'de> Deserialize<'de> for Note {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        match String::deserialize(json)?.as_str() {
            "" => Ok(Self),
            words => Err(D::Error::custom(words)),
        }
    }
}

#[derive(Debug, SseEvent)]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
enum Event {
    #[event("call")]
    Call(Call),
    #[event("calls")]
    Calls { calls: Vec<Call>, last: Option<bool> },
    #[event("notes")]
    Notes(Vec<Note>),
}

/// The same, named by a tag.
#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
enum Tagged {
    #[event("call")]
    Call(Call),
}

fn error(name: &str, data: &str) -> Error {
    Event::try_from(RawEvent::new(name, data)).expect_err("it fails to decode")
}

#[test]
fn fault_in_string_of_json_is_at_string() {
    for arguments in
        ["{}", "", "{", r#"{"city":7}"#, r#"{"city":"Rome","days":"three"}"#, "\n\n\n  x", "[1,2,3,4,5,6]"]
    {
        let json = serde_json::to_string(arguments).expect("a string is JSON");
        let call = format!(r#"{{"name":"weather","arguments":{json},"index":0}}"#);
        assert_eq!(error("call", &call).path(), Some("arguments"), "{arguments}");
        let pretty = call.replace(",\"", ",\n  \"");
        assert_eq!(error("call", &pretty).path(), Some("arguments"), "{arguments}");
        assert_eq!(error("call", &pretty).json_error().map(serde_json::Error::line), Some(2), "{arguments}");

        let fine = r#"{"name":"time","arguments":"{\"city\":\"Rome\",\"days\":1}"}"#;
        let calls = format!(r#"{{"calls":[{fine},{fine},{call},{fine}],"last":true}}"#);
        assert_eq!(error("calls", &calls).path(), Some("calls[2].arguments"), "{arguments}");

        let tagged = call.replacen('{', r#"{"type":"call","#, 1);
        let error = Tagged::try_from(RawEvent::new("", &tagged)).expect_err("it fails to decode");
        assert_eq!(error.path(), Some("arguments"), "{arguments}");
    }
}

/// The parser has left the object when the error is returned.
#[test]
fn fault_in_last_string_of_json_is_at_object() {
    let call = r#"{"name":"weather","arguments":"{\"city\":7}"}"#;
    assert_eq!(error("call", call).path(), Some(""));
    assert_eq!(
        error("calls", &format!(r#"{{"calls":[{call}, {call}],"last":true}}"#)).path(),
        Some("calls[0]")
    );
}

#[test]
fn line_has_message_of_string_and_position_of_data() {
    let call = r#"{"name":"weather","arguments":"{\"city\":7}","index":0}"#;
    assert_eq!(
        error("call", call).to_string(),
        "call: invalid type: integer `7`, expected a string at line 1 column 9 at arguments (line 1 column 44): \
         …me\":\"weather\",\"arguments\":\"{\\\"city\\\":7}\",\"index\":0}"
    );
}

/// Whether the value at one of the paths contains the value at the other.
fn is_related(one: &str, other: &str) -> bool {
    let contains = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| outer.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
    };
    contains(one, other) || contains(other, one)
}

#[test]
fn words_of_server_do_not_steer_path() {
    let places =
        (1..=4).flat_map(|line| (0..=160).map(move |column| format!("at line {line} column {column}")));
    for words in places.chain(["at line 1 column 18446744073709551615".into(), "at line 0 column 7".into()]) {
        let fine = r#"{"name":"time","arguments":"{\"city\":\"Rome\",\"days\":1}"}"#;
        for call in [
            format!(r#"{{"name":"a","note":"no {words}","index":0}}"#),
            format!("{{\n\"name\":\"a\",\n\"note\":\"no {words}\"\n,\"index\":0}}"),
        ] {
            let error = error("calls", &format!(r#"{{"last":true,"calls":[{fine} , {call},{fine}]}}"#));
            // If the parser may have been there, it is the element or a value that contains it.
            assert!(error.path().is_some_and(|path| is_related(path, "calls[1].note")), "{error}");
        }
        let notes = format!(r#"["", "", "no {words}", ""]"#);
        let error = error("notes", &notes);
        assert!(error.path().is_some_and(|path| is_related(path, "[2]")), "{error}");
    }
}

/// There is no path if `serde_json` reports no position.
#[test]
fn words_of_server_do_not_steer_path_of_whole_payload() {
    #[derive(Debug, SseEvent)]
    enum Event {
        #[event("note")]
        Note(Note),
    }
    for words in ["no", "no at line 1 column 3", "no at line 9 column 3"] {
        let data = serde_json::to_string(words).expect("a string is JSON");
        let error = Event::try_from(RawEvent::new("note", &data)).expect_err("it fails to decode");
        assert!(error.path().is_none_or(str::is_empty), "{error}");
    }
}
