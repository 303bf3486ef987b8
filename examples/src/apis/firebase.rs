//! Firebase Realtime Database: named keep-alives that are ignored, and two events that end the access.

use serde::Deserialize;
use serde_json::{Map, Value};
use sse_event::SseEvent;

/// The events of `GET /….json` with `Accept: text/event-stream`.
#[derive(Debug, SseEvent)]
#[sse(ignore("keep-alive"))]
pub enum FirebaseEvent {
    #[event("put")]
    Put(Change),
    #[event("patch")]
    Patch(Change),
    /// The rules no longer allow reading (then the data is `null`), or the tree is too large.
    #[event("cancel", raw, error, terminal)]
    Cancel(String),
    #[event("auth_revoked", raw, error, terminal)]
    AuthRevoked(String),
}

#[derive(Debug, Deserialize)]
pub struct Change {
    /// The path relative to the requested location; `/` is that location itself.
    pub path: String,
    /// Any part of a JSON tree. `null` if it was deleted.
    pub data: Value,
}

impl Change {
    /// Replaces the value at the path.
    pub fn put(self, tree: &mut Value) {
        *place(tree, &self.path) = self.data;
    }

    /// Replaces each child at the path that the data contains, and keeps the others.
    pub fn patch(self, tree: &mut Value) {
        let parent = place(tree, &self.path);
        if let Value::Object(children) = self.data {
            for (path, child) in children {
                *place(parent, &path) = child;
            }
        }
    }
}

fn place<'a>(tree: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('/').filter(|key| !key.is_empty()).fold(tree, |parent, key| {
        if !parent.is_object() {
            *parent = Value::Object(Map::new());
        }
        &mut parent[key]
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::error::EventError;
    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, StreamError};

    use super::*;

    const FIXTURE: &str = include_str!("firebase.sse");

    fn read(stream: &str) -> Vec<Result<FirebaseEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn changes_update_a_copy_of_the_tree() {
        let mut tree = Value::Null;
        let mut changes = 0;
        let and_on = FIXTURE.repeat(2);
        for event in and_on.as_bytes().sse_events::<FirebaseEvent>().errors_as_err() {
            match event {
                Ok(FirebaseEvent::Put(change)) => change.put(&mut tree),
                Ok(FirebaseEvent::Patch(change)) => change.patch(&mut tree),
                Err(EventError::Event(FirebaseEvent::AuthRevoked(why))) => {
                    assert_eq!(why, "credential is no longer valid");
                    continue;
                }
                other => panic!("{other:?}"),
            }
            changes += 1;
        }
        assert_eq!(changes, 4, "keep-alives are none, and what follows the end is not read");
        assert_eq!(
            tree,
            json!({ "lamps": { "hall": { "on": false, "level": 40 }, "stairs": null }, "mode": "night" }),
        );
    }

    #[test]
    fn last_event_gives_the_reason() {
        let cancelled = format!("event: cancel\ndata: null\n\n{FIXTURE}");
        let events = read(&cancelled);
        let [Ok(cancel @ FirebaseEvent::Cancel(why))] = &events[..] else { panic!("{events:?}") };
        assert!(cancel.is_error() && why == "null");

        let (lost, _) = FIXTURE.split_once("event: auth_revoked").expect("the last event");
        assert!(matches!(read(lost).last(), Some(Err(StreamError::Truncated))));
    }
}
