//! `TryFrom`: the same decoding, with a value or an error as the result.

use eventsource_stream::Event as ParserEvent;
use sse_event::{DecodeEvent, Decoded, ErrorKind, RawEvent, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("delta")]
    Delta(u8),
}

fn parser_event(name: &str, data: &str) -> ParserEvent {
    ParserEvent { event: name.to_owned(), data: data.to_owned(), id: String::new(), retry: None }
}

#[test]
fn ignored_and_end_are_errors_of_matching_kind() {
    for (name, data, kind) in [
        ("ping", "", ErrorKind::Ignored),
        ("", "[DONE]", ErrorKind::End),
        ("message", "[DONE]", ErrorKind::End),
        ("x", "", ErrorKind::UnknownEvent),
        ("delta", "x", ErrorKind::Payload),
    ] {
        let event = parser_event(name, data);
        let errors = [
            Event::try_from(RawEvent::new(name, data)).expect_err(name),
            Event::try_from(&event).expect_err(name),
            Event::try_from(event).expect_err(name),
        ];
        for error in errors {
            assert_eq!((error.kind(), error.raw_event()), (kind, RawEvent::new(name, data)));
        }
    }
}

#[test]
fn event_converts_to_value() {
    assert_eq!(Event::try_from(RawEvent::new("delta", "1")).expect("an event"), Event::Delta(1));
    assert_eq!(Event::try_from(&parser_event("delta", "1")).expect("an event"), Event::Delta(1));
    assert_eq!(Event::try_from(parser_event("delta", "1")).expect("an event"), Event::Delta(1));
}

#[test]
fn borrowing_enum_converts_from_borrowed_sources() {
    #[derive(Debug, SseEvent)]
    enum Borrowed<'a> {
        #[event("text", raw)]
        Text(&'a str),
    }
    let event = parser_event("text", "hi");
    let Borrowed::Text(text) = Borrowed::try_from(&event).expect("an event");
    assert!(std::ptr::eq(text, &raw const *event.data));
}

/// With `try_from = false`, the user can write the impls for any type.
mod by_hand {
    use super::{DecodeEvent, Decoded, ParserEvent, RawEvent, SseEvent, parser_event};

    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(try_from = false, end = "[DONE]")]
    enum Event {
        #[event("delta")]
        Delta(u8),
    }

    impl TryFrom<RawEvent<'_>> for Event {
        type Error = &'static str;

        fn try_from(raw: RawEvent<'_>) -> Result<Self, Self::Error> {
            match Self::decode(raw) {
                Ok(Decoded::Event(event)) => Ok(event),
                Ok(_) => Err("nothing"),
                Err(_) => Err("malformed"),
            }
        }
    }

    impl TryFrom<ParserEvent> for Event {
        type Error = &'static str;

        fn try_from(event: ParserEvent) -> Result<Self, Self::Error> {
            RawEvent::from(&event).try_into()
        }
    }

    impl TryFrom<&ParserEvent> for Event {
        type Error = &'static str;

        fn try_from(event: &ParserEvent) -> Result<Self, Self::Error> {
            RawEvent::from(event).try_into()
        }
    }

    #[test]
    fn handwritten_try_from_can_coexist() {
        assert_eq!(Event::try_from(parser_event("delta", "1")), Ok(Event::Delta(1)));
        assert_eq!(Event::try_from(&parser_event("delta", "x")), Err("malformed"));
        assert_eq!(Event::try_from(RawEvent::new("", "[DONE]")), Err("nothing"));
    }
}

/// The user's own error type, with a path and a lifetime that must resolve.
mod own_error {
    use super::{ErrorKind, RawEvent, SseEvent, parser_event};

    mod errors {
        #[derive(Debug, PartialEq)]
        pub(super) struct Failed<T>(pub(super) T);

        impl From<sse_event::Error> for Failed<sse_event::ErrorKind> {
            fn from(error: sse_event::Error) -> Self {
                Self(error.kind())
            }
        }
    }

    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(error_type = errors::Failed::<ErrorKind>)]
    enum Event<T> {
        #[event("delta")]
        Delta(T),
    }

    #[test]
    fn error_type_applies_to_every_source() {
        let failed = Err(errors::Failed(ErrorKind::Payload));
        assert_eq!(Event::<u8>::try_from(RawEvent::new("delta", "")), failed);
        assert_eq!(Event::<u8>::try_from(&parser_event("delta", "x")), failed);
        assert_eq!(Event::<u8>::try_from(parser_event("delta", "x")), failed);
        assert_eq!(Event::<u8>::try_from(parser_event("delta", "1")), Ok(Event::Delta(1)));
    }
}
