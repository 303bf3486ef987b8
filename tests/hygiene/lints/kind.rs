//! `kind`: with explicit names, with a case rule and with a prefix.

use renamed::{RawEventBuf, SseEvent};

/// Events with a companion.
#[derive(Debug, PartialEq, Eq, SseEvent)]
#[sse(crate = renamed, kind, rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// Text.
    Delta(String),
    /// An old event.
    #[deprecated = "servers send `delta`"]
    Chunk(u32),
    /// An object.
    Object {
        /// A number.
        count: u32,
    },
    /// Parts of messages.
    #[event("messages/", prefix)]
    Messages(Vec<u32>),
    /// Any other.
    #[event(other)]
    Unknown(RawEventBuf),
}

/// The companion has docs even if the enum has none.
#[allow(missing_docs)]
pub mod undocumented {
    use renamed::SseEvent;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, SseEvent)]
    #[sse(crate = renamed, kind(name = Topic))]
    pub enum Undocumented {
        #[event("head")]
        Head(u64),
        #[event("block")]
        Block,
    }
}

/// Events of some payload.
#[derive(Debug, PartialEq, Eq, SseEvent)]
#[sse(crate = renamed, kind, bound(decode = "T: renamed_serde::Deserialize<'de>"))]
pub enum Generic<'a, T, const N: usize>
where
    T: Copy,
{
    /// A value.
    #[event("value")]
    Value(T),
    /// Text.
    #[event("text", raw)]
    Text(&'a str),
    /// Bytes.
    #[event("bytes", raw)]
    Bytes(super::decode::Bytes<N>),
}

#[derive(SseEvent)]
#[sse(crate = renamed, kind)]
enum Private {
    #[event("hidden")]
    Hidden,
}

#[test]
fn unused_kind_does_not_warn() {
    #[derive(SseEvent)]
    #[sse(crate = renamed, kind, encode_only)]
    enum Unused {
        #[event("used")]
        Used,
        #[event(other)]
        Unknown(RawEventBuf),
    }

    assert_eq!(Unused::Used.event_type(), "used");
    assert_eq!(Unused::Unknown(RawEventBuf::new("new", "")).event_type(), "new");
}

#[test]
fn kinds_have_names() {
    use undocumented::{Topic, Undocumented};

    let kind = EventKind::from(&Event::Object { count: 7 });
    assert_eq!((kind, kind.as_str(), EventKind::ALL.len()), (EventKind::Object, "object", 4));
    assert_eq!("messages/partial".parse(), Ok(EventKind::Messages));
    assert_eq!(EventKind::from(&Event::Unknown(RawEventBuf::new("new", ""))), EventKind::Other);
    assert_eq!("block".parse(), Ok(Topic::from(&Undocumented::Block)));
    assert_eq!(GenericKind::from(&Generic::<'_, u8, 2>::Text("Hi")).to_string(), "text");
    assert_eq!(PrivateKind::from(&Private::Hidden).as_ref(), "hidden");
}

#[test]
#[expect(deprecated, reason = "what is tested")]
fn deprecated_variant_has_deprecated_kind() {
    assert_eq!(EventKind::from(&Event::Chunk(7)), EventKind::Chunk);
}
