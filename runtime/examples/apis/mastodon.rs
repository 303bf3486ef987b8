//! Mastodon's streaming API: payloads that are no JSON, a bare ID or nothing at all, beside others that are.

use serde::Deserialize;
use sse_event::{RawEventBuf, SseEvent};

/// The events of `/api/v1/streaming/…`. Comments (`:)`, `:thump`) keep the connection open and are no events.
#[derive(Debug, SseEvent)]
#[sse(rename_all = "snake_case")]
pub(crate) enum MastodonEvent {
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
pub(crate) struct Status {
    pub(crate) id: String,
    pub(crate) account: Account,
    pub(crate) content: String,
    pub(crate) visibility: String,
    pub(crate) edited_at: Option<String>,
    pub(crate) reblog: Option<Box<Status>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Account {
    pub(crate) acct: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Notification {
    /// `mention`, `favourite`, `follow` …: the enum declares no tag, so that no event is named by it.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) account: Account,
    /// Of a `follow` there is none.
    pub(crate) status: Option<Status>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Conversation {
    pub(crate) id: String,
    pub(crate) unread: bool,
    pub(crate) accounts: Vec<Account>,
    pub(crate) last_status: Option<Status>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Announcement {
    pub(crate) id: String,
    pub(crate) content: String,
}

#[cfg(test)]
mod tests {
    use super::MastodonEvent as Event;
    use crate::apis::decode;

    #[test]
    fn every_event_has_its_payload() {
        let events: Vec<Event> =
            decode(include_str!("mastodon.sse")).into_iter().collect::<Result<_, _>>().unwrap();
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
