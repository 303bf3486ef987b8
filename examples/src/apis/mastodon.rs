//! Mastodon's streaming API: some payloads are JSON, others are a bare ID or empty.
//!
//! In server-sent events, the line names the payload. Over a WebSocket, each message is an object with the name and a
//! string that contains the JSON of the payload. One enum reads both.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use sse_event::{RawEventBuf, SseEvent};

/// The events of `/api/v1/streaming/…`. Comments (`:)`, `:thump`) keep the connection open; comments are not events.
#[derive(Debug, SseEvent)]
#[sse(tag = "event", content = "payload", rename_all = "snake_case")]
pub enum MastodonEvent {
    Update(#[serde(deserialize_with = "object_or_text")] Status),
    #[event("status.update")]
    StatusUpdate(#[serde(deserialize_with = "object_or_text")] Status),
    /// The status's ID, not quoted. It would also parse as a JSON number; as text it stays an ID.
    #[event("delete", raw)]
    Delete(String),
    Notification(#[serde(deserialize_with = "object_or_text")] Notification),
    Conversation(#[serde(deserialize_with = "object_or_text")] Conversation),
    /// The data is `undefined`, which is not JSON: a unit variant does not read it.
    FiltersChanged,
    NotificationsMerged,
    Announcement(#[serde(deserialize_with = "object_or_text")] Announcement),
    #[event("announcement.reaction")]
    AnnouncementReaction(#[serde(deserialize_with = "object_or_text")] AnnouncementReaction),
    #[event("announcement.delete", raw)]
    AnnouncementDelete(String),
    /// Servers and their forks have other events too.
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize)]
pub struct Status {
    pub id: String,
    pub account: Account,
    pub content: String,
    pub visibility: String,
    pub edited_at: Option<String>,
    pub reblog: Option<Box<Status>>,
}

#[derive(Debug, Deserialize)]
pub struct Account {
    pub acct: String,
}

#[derive(Debug, Deserialize)]
pub struct Notification {
    /// `mention`, `favourite`, `follow` and so on. It does not name the event, because it is not at the level of a
    /// tag.
    #[serde(rename = "type")]
    pub kind: String,
    pub account: Account,
    /// Missing for a `follow`.
    pub status: Option<Status>,
}

#[derive(Debug, Deserialize)]
pub struct Conversation {
    pub id: String,
    pub unread: bool,
    pub accounts: Vec<Account>,
    pub last_status: Option<Status>,
}

#[derive(Debug, Deserialize)]
pub struct Announcement {
    pub id: String,
    pub content: String,
}

#[derive(Debug, Deserialize)]
pub struct AnnouncementReaction {
    pub name: String,
    pub count: u32,
    pub announcement_id: String,
}

/// Reads a payload, or a string that contains its JSON.
fn object_or_text<'de, T: DeserializeOwned, D: Deserializer<'de>>(json: D) -> Result<T, D::Error> {
    struct ObjectOrText<T>(PhantomData<T>);

    impl<'de, T: DeserializeOwned> Visitor<'de> for ObjectOrText<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object, or a string that holds one")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            serde_json::from_str(text).map_err(E::custom)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }

    json.deserialize_any(ObjectOrText(PhantomData))
}

#[cfg(test)]
mod tests {
    use sse_event::RawEvent;
    use sse_event::reader::EventReader;

    use super::{AnnouncementReaction, MastodonEvent as Event};

    #[test]
    fn every_event_has_its_payload() {
        let events: Vec<Event> =
            EventReader::new(include_str!("mastodon.sse").as_bytes()).collect::<Result<_, _>>().unwrap();
        let [
            Event::Update(boost),
            Event::StatusUpdate(edited),
            Event::Delete(deleted),
            Event::Notification(mention),
            Event::Notification(follow),
            Event::Conversation(conversation),
            Event::FiltersChanged,
            Event::NotificationsMerged,
            Event::Announcement(announcement),
            Event::AnnouncementReaction(AnnouncementReaction { name, count: 3, announcement_id }),
            Event::AnnouncementDelete(withdrawn),
            Event::Unknown(unknown),
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        let boosted = boost.reblog.as_deref().expect("a boost is of a status");
        assert_eq!((&*boost.account.acct, &*boosted.account.acct), ("ada", "grace@example.org"));
        assert_eq!((&*boosted.content, &*boosted.visibility), ("<p>First light</p>", "public"));
        assert_eq!((&*edited.id, edited.edited_at.as_deref()), ("9002", Some("2024-05-06T08:00:00.000Z")));
        assert_eq!(deleted, "0110000000000009002", "an ID is text: as a number it would lose its zero");
        assert_eq!((&*mention.kind, mention.status.is_some()), ("mention", true));
        assert_eq!((&*follow.kind, &*follow.account.acct, follow.status.is_some()), ("follow", "ida", false));
        assert_eq!((&*conversation.id, conversation.unread, conversation.accounts.len()), ("7", true, 1));
        assert_eq!(conversation.last_status.as_ref().map(|status| &*status.id), Some("9003"));
        assert_eq!((&*announcement.id, &*announcement.content), ("5", "<p>New rules</p>"));
        assert_eq!((&**name, &**announcement_id), ("🎉", "5"));
        assert_eq!(withdrawn, "5");
        assert_eq!(unknown.event, "emoji_reaction");
    }

    /// Reads the same events as messages of a WebSocket.
    #[test]
    fn messages_of_a_web_socket_are_the_same_events() {
        let events = EventReader::<_, Event>::new(include_str!("mastodon.sse").as_bytes());
        let frames = EventReader::<_, sse_event::RawEventBuf>::new(include_str!("mastodon.sse").as_bytes());
        for (event, frame) in events.zip(frames) {
            let (event, frame) = (event.unwrap(), frame.unwrap());
            let message = serde_json::json!({
                "stream": ["user"], "event": frame.event, "payload": frame.data,
            });
            let message = message.to_string();
            let from_message = Event::try_from(RawEvent::new("", &message)).unwrap();
            match event {
                Event::Unknown(_) => assert!(matches!(from_message, Event::Unknown(_))),
                event => assert_eq!(format!("{from_message:?}"), format!("{event:?}")),
            }
        }
    }
}
