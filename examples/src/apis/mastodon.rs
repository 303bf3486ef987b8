//! Mastodon's streaming API: some payloads are JSON, others a bare ID or nothing.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

/// The events of `/api/v1/streaming/…`. Comments (`:)`, `:thump`) keep the connection open; comments are not events.
#[derive(Debug, SseEvent)]
#[sse(rename_all = "snake_case")]
pub enum MastodonEvent {
    Update(Status),
    #[event("status.update")]
    StatusUpdate(Status),
    /// The status's ID, not quoted. All its digits parse as a JSON number, by accident; as text it stays an ID.
    #[event("delete", raw)]
    Delete(String),
    Notification(Notification),
    Conversation(Conversation),
    /// The data is `undefined`, which is not even JSON: a unit does not look at it.
    FiltersChanged,
    NotificationsMerged,
    Announcement(Announcement),
    #[event("announcement.reaction")]
    AnnouncementReaction {
        name: String,
        count: u32,
        announcement_id: String,
    },
    #[event("announcement.delete", raw)]
    AnnouncementDelete(String),
    /// Servers and their forks have more events than these.
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
    /// `mention`, `favourite`, `follow` …: the enum declares no tag, so that no event is named by it.
    #[serde(rename = "type")]
    pub kind: String,
    pub account: Account,
    /// Of a `follow` there is none.
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

#[cfg(test)]
mod tests {
    use sse_event::EventReader;

    use super::MastodonEvent as Event;

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
            Event::AnnouncementReaction { name, count: 3, announcement_id },
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
}
