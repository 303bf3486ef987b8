//! The declarations that the derive accepts, and traits that are implemented by hand.

use sse_event::{DecodeEvent, DecodeEventOwned, Decoded, Error, ErrorKind, RawEvent, RawEventBuf, SseEvent};
use sse_event_tests::outcome::{error, event};

#[test]
fn accepts_raw_identifiers() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[expect(non_camel_case_types, reason = "a keyword is lower case")]
    enum r#type {
        #[event("match")]
        r#match(u8),
        #[event("fn")]
        r#fn,
        #[event("struct")]
        r#struct { r#loop: u8 },
        #[event(other)]
        r#other,
    }
    assert_eq!(event::<r#type>("match", "1"), r#type::r#match(1));
    assert_eq!(event::<r#type>("fn", ""), r#type::r#fn);
    assert_eq!(event::<r#type>("struct", r#"{"loop":1}"#), r#type::r#struct { r#loop: 1 });
    assert_eq!(event::<r#type>("r#fn", ""), r#type::r#other);
}

#[test]
fn cfg_removes_variants() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[cfg_attr(test, sse(ignore("ping")))]
    enum Event {
        #[cfg(test)]
        #[event("in")]
        In,
        #[cfg(not(test))]
        #[event("in")]
        Out(Missing),
        #[cfg_attr(test, event("conditional", alias = "c"))]
        #[cfg_attr(not(test), event("never"))]
        Conditional {
            #[cfg(not(test))]
            out: Missing,
            #[cfg_attr(test, serde(rename = "x"))]
            within: u8,
        },
    }
    assert_eq!(Event::EVENT_TYPES, ["in", "conditional", "c"]);
    assert_eq!(event::<Event>("in", ""), Event::In);
    assert_eq!(event::<Event>("c", r#"{"x":1}"#), Event::Conditional { within: 1 });
    assert_eq!(Event::decode(RawEvent::new("ping", "")).expect("ignored"), Decoded::Ignored);
}

#[test]
fn accepts_split_attributes() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(end = "[DONE]")]
    #[sse(ignore("ping"))]
    enum Event {
        #[event("a")]
        #[event(alias = "b")]
        #[event(terminal)]
        A,
    }
    assert_eq!(Event::EVENT_TYPES, ["a", "b"]);
    assert_eq!(Event::END, Some("[DONE]"));
    assert!(event::<Event>("b", "").is_terminal());
    assert_eq!(Event::decode(RawEvent::new("ping", "")).expect("ignored"), Decoded::Ignored);
}

/// Any text of one line is a valid name.
#[test]
fn accepts_any_characters_in_names() {
    #[derive(Debug, PartialEq, SseEvent)]
    enum Event {
        #[event("with \"quotes\" and \\ and {braces}")]
        Quotes,
        #[event("  ")]
        Blank,
        #[event("📦|é")]
        Signs,
        #[event(r"raw\n")]
        Raw,
    }
    assert_eq!(event::<Event>("with \"quotes\" and \\ and {braces}", ""), Event::Quotes);
    assert_eq!(event::<Event>("  ", ""), Event::Blank);
    assert_eq!(event::<Event>("📦|é", ""), Event::Signs);
    assert_eq!(event::<Event>("raw\\n", ""), Event::Raw);
}

#[test]
fn accepts_enum_from_macro_rules() {
    macro_rules! events {
        ($(#[$meta:meta])* $enum:ident { $($variant:ident($payload:ty) = $name:literal),* $(,)? }) => {
            #[derive(Debug, PartialEq, SseEvent)]
            $(#[$meta])*
            enum $enum { $(#[event($name)] $variant($payload),)* #[event(other)] Unknown { event: String } }
        };
    }
    events! {
        #[sse(end = "[DONE]")]
        Event { A(u8) = "a", B(Vec<Option<u8>>) = "b" }
    }
    assert_eq!(event::<Event>("a", "1"), Event::A(1));
    assert_eq!(event::<Event>("b", "[null]"), Event::B(vec![None]));
    assert_eq!(event::<Event>("c", "").event_type(), "c");
    assert_eq!(Event::decode(RawEvent::new("", "[DONE]")).expect("the end"), Decoded::End);
}

/// An uninhabited payload proves that an event never arrives.
#[test]
fn accepts_uninhabited_payload() {
    #[derive(Debug, serde::Deserialize)]
    enum Never {}
    #[derive(Debug, SseEvent)]
    enum Event {
        #[event("never")]
        Never(Never),
    }
    assert_eq!(error::<Event>("never", "{}").kind(), ErrorKind::Payload);
}

#[test]
fn deprecated_variants_and_payloads_do_not_warn() {
    #![deny(deprecated)]
    #[derive(Debug, SseEvent)]
    enum Event {
        #[deprecated]
        #[event("old")]
        Old,
        #[event("new")]
        New,
    }
    assert!(matches!(event("new", ""), Event::New));
    assert_eq!(event::<Event>("old", "").event_type(), "old");
}

/// A hand-written event type works like a derived one.
#[test]
fn traits_can_be_implemented_by_hand() {
    #[derive(Debug, PartialEq)]
    struct Numbered(u32);

    impl SseEvent for Numbered {
        const EVENT_TYPES: &'static [&'static str] = &[];

        fn event_type(&self) -> &'static str {
            "numbered"
        }
    }

    impl DecodeEvent<'_> for Numbered {
        fn decode(raw: RawEvent<'_>) -> Result<Decoded<Self>, Error> {
            match raw.event.strip_prefix("number-").and_then(|number| number.parse().ok()) {
                Some(number) => Ok(Decoded::Event(Self(number))),
                None => Ok(Decoded::Ignored),
            }
        }
    }

    impl DecodeEventOwned for Numbered {}

    fn is_owned<T: DecodeEventOwned>(event: &T) -> (Option<&'static str>, bool, bool, bool) {
        (event.static_event_type(), event.is_terminal(), event.is_error(), T::HAS_END)
    }
    let event = event::<Numbered>("number-7", "");
    assert_eq!(event, Numbered(7));
    assert_eq!(is_owned(&event), (None, false, false, false));
}

#[test]
fn raw_event_buf_is_event_without_names() {
    let raw = RawEvent::new("anything", "[DONE]").with_id("1");
    assert_eq!(RawEventBuf::decode(raw).expect("itself"), Decoded::Event(raw.to_buf()));
    assert_eq!(RawEventBuf::EVENT_TYPES, &[""; 0]);
    assert_eq!(SseEvent::event_type(&raw.to_buf()), "anything");
}
