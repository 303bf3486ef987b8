//! `other`: every shape of the variant for unknown events, and its event type.

use std::time::Duration;

use sse_event::bounds::OtherPayload;
use sse_event::wire::AsRawEvent;
use sse_event::{DecodeEvent, Decoded, RawEvent, RawEventBuf, SseEvent};
use sse_event_tests::outcome::event;

/// Decodes an unknown event with all fields, and one without a name; returns both values.
#[track_caller]
fn unknown<T: for<'de> DecodeEvent<'de>>() -> [T; 2] {
    [FULL, RawEvent::new("", "")].map(|raw| match T::decode(raw) {
        Ok(Decoded::Event(event)) => {
            assert_eq!(event.static_event_type(), None, "no name of an `other` value is static");
            assert!(!event.is_terminal() && !event.is_error());
            event
        }
        _ => panic!("{raw:?} is unknown"),
    })
}

const FULL: RawEvent<'static> =
    RawEvent::new("later", "[1,").with_id("7").with_retry(Duration::from_millis(5));

macro_rules! other {
    ($($variant:tt)*) => {
        #[derive(Debug, SseEvent)]
        enum Event {
            #[event("known")]
            Known,
            #[event(other)]
            $($variant)*
        }
    };
}

#[test]
fn unit_keeps_nothing() {
    other!(Unknown);
    for event in unknown::<Event>() {
        assert!(matches!(event, Event::Unknown));
        assert_eq!(event.event_type(), "");
    }
}

#[test]
fn raw_event_buf_keeps_everything() {
    other!(Unknown(RawEventBuf));
    let [full, unnamed] = unknown::<Event>();
    assert_eq!((full.event_type(), unnamed.event_type()), ("later", "message"));
    assert!(matches!(full, Event::Unknown(raw) if raw == FULL.to_buf()));
    assert!(matches!(unnamed, Event::Unknown(raw) if raw == RawEventBuf::new("", "")));
}

#[test]
fn boxed_raw_event_buf_keeps_everything() {
    other!(Unknown(Box<RawEventBuf>));
    let [full, unnamed] = unknown::<Event>();
    assert_eq!((full.event_type(), unnamed.event_type()), ("later", "message"));
    assert!(matches!(full, Event::Unknown(raw) if *raw == FULL.to_buf()));
}

/// A name under the tag that is written with escapes is not text of the event.
#[test]
fn escaped_name_is_kept() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(tag = "type")]
    enum Whole {
        #[event(other)]
        Unknown(RawEventBuf),
    }
    #[derive(Debug, SseEvent)]
    #[sse(tag = "type", line = false)]
    enum Boxed {
        #[event(other)]
        Unknown(Box<RawEventBuf>),
    }
    #[derive(Debug, SseEvent)]
    #[sse(line = false)]
    enum Unnamed {
        #[event(other)]
        Unknown(RawEventBuf),
    }
    let data = r#"{"type":"messages\/partial"}"#;
    assert_eq!(event::<Unnamed>("later", data).event_type(), "message");
    for line in ["", "message"] {
        assert_eq!(event::<Whole>(line, data).event_type(), "messages/partial");
    }
    assert_eq!(event::<Whole>("later", data).event_type(), "later");
    assert_eq!(event::<Boxed>("later", data).event_type(), "messages/partial");

    let Whole::Unknown(mut raw) = event::<Whole>("", data);
    assert_eq!(raw, RawEventBuf::new("", data), "the name does not count");
    assert_eq!(format!("{raw:?}"), format!("{:?}", RawEventBuf::new("", data)));
    assert_eq!(Whole::Unknown(raw.clone()).event_type(), "messages/partial");
    raw.data = r#"{"type":"messages\/complete"}"#.into();
    assert_eq!(Whole::Unknown(raw).event_type(), "", "the name of other data");
}

#[test]
fn raw_event_borrows_everything() {
    #[derive(Debug, SseEvent)]
    enum Event<'a> {
        #[event("known")]
        Known,
        #[event(other)]
        Unknown(RawEvent<'a>),
    }
    let data = "data".to_owned();
    let event = event::<Event<'_>>("later", &data);
    assert_eq!(event.event_type(), "later");
    assert!(matches!(event, Event::Unknown(raw) if std::ptr::eq(raw.data, &raw const *data)));
}

/// The name cannot be borrowed from the event. A field `event: Cow<'_, str>` keeps it.
#[test]
fn borrowed_raw_event_has_no_escaped_name() {
    #[derive(Debug, SseEvent)]
    #[sse(tag = "type")]
    enum Whole<'a> {
        #[event(other)]
        Unknown(RawEvent<'a>),
    }
    #[derive(Debug, SseEvent)]
    #[sse(tag = "type")]
    enum Parts<'a> {
        #[event(other)]
        Unknown { event: std::borrow::Cow<'a, str>, data: &'a str },
    }
    let data = r#"{"type":"messages\/partial"}"#;
    let Whole::Unknown(raw) = event::<Whole<'_>>("", data);
    assert_eq!((Whole::Unknown(raw).event_type(), raw.data), ("", data));
    assert_eq!(event::<Whole<'_>>("messages/partial", data).event_type(), "messages/partial");
    let parts = event::<Parts<'_>>("", data);
    assert_eq!(parts.event_type(), "messages/partial");
    assert!(matches!(parts, Parts::Unknown { data: kept, .. } if std::ptr::eq(kept, data)));
}

#[test]
fn named_fields_keep_their_parts() {
    other!(Unknown { event: String, data: Box<str>, id: Option<String>, retry: Option<Duration> });
    let [full, unnamed] = unknown::<Event>();
    assert_eq!((full.event_type(), unnamed.event_type()), ("later", "message"));
    let Event::Unknown { event, data, id, retry } = full else { panic!("another variant") };
    assert_eq!((&*event, &*data, id.as_deref(), retry), ("later", "[1,", Some("7"), FULL.retry));
    let Event::Unknown { event, data, id, retry } = unnamed else { panic!("another variant") };
    assert_eq!((&*event, &*data, id, retry), ("message", "", None, None));
}

#[test]
fn name_is_lost_without_field_event() {
    other!(Unknown { data: std::sync::Arc<str> });
    let [full, _] = unknown::<Event>();
    assert_eq!(full.event_type(), "");
    assert!(matches!(full, Event::Unknown { data } if &*data == "[1,"));
}

#[test]
fn named_fields_can_borrow() {
    #[derive(Debug, SseEvent)]
    enum Event<'a> {
        #[event(other)]
        Unknown { id: Option<&'a str>, event: &'a str, data: std::borrow::Cow<'a, str> },
    }
    let Ok(Decoded::Event(event)) = Event::decode(FULL) else { panic!("unknown") };
    assert_eq!((event.event_type(), Event::EVENT_TYPES), ("later", &[][..]));
    let Event::Unknown { id, event, data } = event;
    assert_eq!((id, event, &*data), (Some("7"), "later", "[1,"));
}

#[test]
fn custom_payload_keeps_any_part() {
    #[derive(Debug)]
    struct Name(RawEventBuf);

    impl AsRawEvent for Name {
        fn as_raw_event(&self) -> Option<RawEvent<'_>> {
            Some(self.0.as_raw_event())
        }
    }

    impl<'de> OtherPayload<'de> for Name {
        fn from_raw_event(raw: RawEvent<'de>) -> Self {
            Self(RawEventBuf::new(raw.event, ""))
        }
    }

    other!(Unknown(Name));
    let [full, _] = unknown::<Event>();
    assert_eq!(full.event_type(), "later");
    assert!(matches!(full, Event::Unknown(Name(raw)) if raw.data.is_empty()));
}

#[test]
fn other_variant_can_be_declared_anywhere() {
    #[derive(Debug, SseEvent)]
    enum First {
        #[event(other, error)]
        Unknown(RawEventBuf),
        #[event("known")]
        Known,
    }
    assert!(matches!(event("known", ""), First::Known));
    let unknown = event::<First>("x", "");
    assert!(unknown.is_error(), "a flag counts on it too");
    assert_eq!(First::EVENT_TYPES, ["known"]);
}
