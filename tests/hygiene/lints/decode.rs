//! Decoding: an enum with every kind of variant.

use std::borrow::Cow;

use renamed::{DecodeEvent as _, Decoded, RawEvent, RawEventBuf, SseEvent};

/// Events with every kind of variant.
// Not `Eq`, because its derive would use the deprecated payload again.
#[allow(clippy::derive_partial_eq_without_eq)]
#[derive(Debug, PartialEq, SseEvent)]
#[sse(crate = renamed, end = "[DONE]", ignore("ping"))]
#[non_exhaustive]
pub enum Event {
    /// Text.
    #[event("delta", alias = "text")]
    Delta(String),
    /// An old event.
    #[deprecated = "servers send `delta`"]
    #[event("chunk", terminal)]
    Chunk(u32),
    /// An old payload.
    #[event("old")]
    #[expect(deprecated, reason = "the user's own use of it; the derive's is not warned of")]
    Old(OldPayload),
    /// An object.
    #[event("object", error)]
    Object {
        /// A number.
        count: u32,
        /// An old number.
        #[deprecated = "see `count`"]
        total: Option<u32>,
    },
    /// Nothing can be this.
    #[event("never", parse)]
    Never(Never),
    /// Any other.
    #[event(other)]
    Unknown(Box<RawEventBuf>),
}

/// A payload of old.
#[deprecated = "old"]
pub type OldPayload = Vec<u32>;

/// No value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}

impl std::str::FromStr for Never {
    type Err = std::fmt::Error;

    fn from_str(_: &str) -> Result<Self, Self::Err> {
        Err(std::fmt::Error)
    }
}

/// Events that borrow, with bounds.
#[derive(Debug, PartialEq, Eq, SseEvent)]
#[sse(crate = renamed)]
pub enum Borrowed<'a, T, const N: usize = 2>
where
    T: Copy,
{
    /// Text.
    #[event("text", raw)]
    Text(Cow<'a, str>),
    /// A value.
    #[event("value")]
    Value(T),
    /// More of them.
    #[event("values")]
    Values {
        /// The values.
        values: Vec<T>,
    },
    /// Bytes.
    #[event("bytes", raw)]
    Bytes(Bytes<N>),
}

/// The first bytes of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Bytes<const N: usize>([u8; N]);

impl<const N: usize> From<&str> for Bytes<N> {
    fn from(text: &str) -> Self {
        Self(std::array::from_fn(|index| text.as_bytes()[index]))
    }
}

#[derive(Debug, PartialEq, Eq, SseEvent)]
#[sse(crate = renamed, try_from = false)]
enum Private {
    #[event("hidden")]
    Hidden(Secret),
    #[event("hidden", alias = "code", has_key = "code")]
    Code { code: u8 },
}

#[derive(Debug, PartialEq, Eq, renamed_serde::Deserialize)]
#[serde(crate = "renamed_serde")]
struct Secret(u8);

#[test]
fn all_variants_decode() {
    let decode = |event, data| Event::decode(RawEvent::new(event, data)).unwrap();
    assert_eq!(decode("text", "\"Hi\""), Decoded::Event(Event::Delta("Hi".to_owned())));
    #[expect(deprecated, reason = "what is tested")]
    {
        assert_eq!(decode("chunk", "7"), Decoded::Event(Event::Chunk(7)));
        assert_eq!(
            decode("object", r#"{"count":1}"#),
            Decoded::Event(Event::Object { count: 1, total: None })
        );
    }
    assert_eq!(decode("old", "[1]"), Decoded::Event(Event::Old(vec![1])));
    assert!(Event::decode(RawEvent::new("never", "")).is_err());
    let unknown = RawEventBuf::new("new", "1");
    assert_eq!(decode("new", "1"), Decoded::Event(Event::Unknown(Box::new(unknown))));
    let hidden = Private::decode(RawEvent::new("hidden", "7")).unwrap();
    assert_eq!(hidden, Decoded::Event(Private::Hidden(Secret(7))));
    let code = Private::decode(RawEvent::new("code", r#"{"code":7}"#)).unwrap();
    assert_eq!(code, Decoded::Event(Private::Code { code: 7 }));
}

#[test]
fn borrowing_enum_decodes() {
    let decode = |event, data| Borrowed::<'_, u8>::decode(RawEvent::new(event, data)).unwrap().into_event();
    assert_eq!(decode("text", "Hi"), Some(Borrowed::Text(Cow::Borrowed("Hi"))));
    assert_eq!(decode("value", "7"), Some(Borrowed::Value(7)));
    assert_eq!(decode("values", r#"{"values":[7]}"#), Some(Borrowed::Values { values: vec![7] }));
    assert_eq!(decode("bytes", "ab"), Some(Borrowed::Bytes(Bytes([b'a', b'b']))));
}
