//! The names of the kinds, their conversions and their derives.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;

use sse_event::{RawEventBuf, SseEvent};

#[derive(Debug, PartialEq, SseEvent)]
#[sse(kind, end = "[DONE]", ignore("ping"))]
enum Event {
    #[event("run.created", alias = "run.started")]
    Created(u8),
    #[event("run.step.", prefix, alias = "step.")]
    Step { id: u8 },
    #[event("run.done", terminal)]
    Done,
}

/// `as_str` works at compile time.
const CREATED: &str = EventKind::Created.as_str();
const COUNT: usize = EventKind::ALL.len();

#[test]
fn as_str_is_canonical_name() {
    assert_eq!(CREATED, "run.created");
    assert_eq!(EventKind::Step.as_str(), "run.step.", "a prefix is a name too, here");
    assert_eq!(EventKind::Done.as_ref(), "run.done");
}

#[test]
fn all_lists_kinds_in_declaration_order() {
    assert_eq!(COUNT, 3);
    assert_eq!(EventKind::ALL, [EventKind::Created, EventKind::Step, EventKind::Done]);
}

#[test]
fn from_str_accepts_every_decodable_name() {
    for (name, kind) in [
        ("run.created", EventKind::Created),
        ("run.started", EventKind::Created),
        ("run.done", EventKind::Done),
        ("run.step.", EventKind::Step),
        ("run.step.delta", EventKind::Step),
        ("step.1", EventKind::Step),
    ] {
        assert_eq!(name.parse(), Ok(kind), "{name}");
    }
}

#[test]
fn unknown_name_error_lists_names() {
    // Neither the name of an ignored event nor the name of a variant is a kind.
    for name in ["ping", "Created", "run.", "", "message", " run.done"] {
        let error = name.parse::<EventKind>().expect_err(name);
        assert_eq!(error.name(), name);
        assert_eq!(
            error.to_string(),
            format!("unknown event name `{name}`, expected one of `run.created`, `run.step.`, `run.done`")
        );
    }
    let hostile = "x\n\u{1b}".repeat(10_000).parse::<EventKind>().expect_err("no name").to_string();
    assert!(hostile.len() < 400 && !hostile.contains(['\n', '\u{1b}']), "{hostile}");
    assert!(std::error::Error::source(&"".parse::<EventKind>().expect_err("no name")).is_none());
}

#[test]
fn display_pads_name() {
    assert_eq!(EventKind::Done.to_string(), "run.done");
    assert_eq!(
        format!("[{:>10}|{:<10}|{:.3}]", EventKind::Done, EventKind::Done, EventKind::Done),
        "[  run.done|run.done  |run]"
    );
    assert_eq!(format!("{:?}", EventKind::Done), "Done");
}

#[test]
fn kind_is_map_key_in_declaration_order() {
    let kinds = [EventKind::Done, EventKind::Created, EventKind::Step, EventKind::Created];
    assert_eq!(kinds.iter().collect::<HashSet<_>>().len(), 3);
    assert!(kinds.iter().copied().collect::<BTreeSet<_>>().into_iter().eq(EventKind::ALL.iter().copied()));
    let copied = kinds[0];
    assert_eq!(copied, kinds[0]);
}

#[test]
fn converts_from_event() {
    assert_eq!(EventKind::from(&Event::Created(1)), EventKind::Created);
    assert_eq!(EventKind::from(&Event::Step { id: 1 }), EventKind::Step);
    assert_eq!(EventKind::from(&Event::Done), EventKind::Done);
}

#[test]
fn converts_from_generic_and_borrowing_events() {
    #[derive(SseEvent)]
    #[sse(kind)]
    #[expect(dead_code, reason = "only the variants count")]
    enum Generic<'a, T, const N: usize>
    where
        T: Debug,
    {
        #[event("text", raw)]
        Text(&'a str),
        #[event("list")]
        List([T; N]),
    }

    /// Without `Deserialize` or any other trait.
    #[derive(Debug)]
    struct NoPayload;

    assert_eq!(GenericKind::from(&Generic::<NoPayload, 0>::Text("x")), GenericKind::Text);
    assert_eq!(GenericKind::from(&Generic::List([NoPayload])), GenericKind::List);
}

#[test]
fn other_variant_has_kind_other() {
    #[derive(Debug, SseEvent)]
    #[sse(kind)]
    enum Event {
        #[event("known")]
        Known,
        #[event(other)]
        Whatever(RawEventBuf),
    }
    assert_eq!(EventKind::ALL, [EventKind::Known], "it has no name");
    assert_eq!(EventKind::from(&Event::Whatever(RawEventBuf::new("x", ""))), EventKind::Other);
    assert_eq!((EventKind::Other.as_str(), EventKind::Other.to_string()), ("", String::new()));
    let error = "".parse::<EventKind>().expect_err("no name");
    assert_eq!(error.to_string(), "unknown event name ``, expected one of `known`");
    "x".parse::<EventKind>().expect_err("an unknown name is an error, not `Other`");
}

#[test]
fn enum_without_names_has_empty_kind() {
    #[derive(Debug, SseEvent)]
    #[sse(kind)]
    enum Event {
        #[event(other)]
        Unknown,
    }
    assert_eq!(EventKind::ALL, []);
    assert_eq!(EventKind::from(&Event::Unknown), EventKind::Other);
}

#[test]
fn name_and_derives_can_be_set() {
    use strum::{EnumCount as _, VariantNames as _};

    #[derive(Debug, SseEvent)]
    #[sse(kind(name = Topic, derive(strum::EnumCount, strum::VariantNames)))]
    enum Named {
        #[event("head")]
        Head,
        #[event("block")]
        Block,
        #[event(other)]
        Unknown,
    }
    assert_eq!(Topic::from(&Named::Block).to_string(), "block");
    assert_eq!((Topic::from(&Named::Unknown), Topic::COUNT), (Topic::Other, 3));
    assert_eq!((Topic::from(&Named::Head), Topic::VARIANTS), (Topic::Head, &["Head", "Block", "Other"][..]));
}

/// The kind has the visibility of its enum.
#[allow(unreachable_pub, reason = "that it is public is the question")]
mod visible {
    use sse_event::SseEvent;

    #[derive(Debug, SseEvent)]
    #[sse(kind)]
    pub enum Public {
        #[event("a")]
        A,
    }

    #[derive(Debug, SseEvent)]
    #[sse(kind)]
    pub(super) enum InSuper {
        #[event("a")]
        A,
    }

    #[derive(Debug, SseEvent)]
    #[sse(kind)]
    pub(in super::visible) enum Private {
        #[event("a")]
        A,
    }

    #[test]
    fn kind_is_declared_next_to_enum() {
        assert_eq!(PrivateKind::from(&Private::A), PrivateKind::A);
    }
}

#[test]
fn kind_has_visibility_of_enum() {
    assert_eq!(visible::PublicKind::from(&visible::Public::A), visible::PublicKind::A);
    assert_eq!(visible::InSuperKind::from(&visible::InSuper::A), visible::InSuperKind::A);
}

#[test]
fn applies_rename_all_and_raw_identifiers() {
    #[derive(Debug, SseEvent)]
    #[sse(kind, rename_all = "SCREAMING_SNAKE_CASE")]
    #[expect(non_camel_case_types, reason = "a keyword is lower case")]
    enum r#match {
        RunStarted,
        r#type,
    }
    assert_eq!(matchKind::RunStarted.as_str(), "RUN_STARTED");
    assert_eq!("TYPE".parse(), Ok(matchKind::r#type));
    assert_eq!(matchKind::from(&r#match::r#type), matchKind::r#type);
    assert_eq!(r#match::RunStarted.event_type(), matchKind::RunStarted.as_str());
}

#[test]
fn encode_only_enum_has_kind() {
    #[derive(Debug, SseEvent)]
    #[sse(kind, encode_only)]
    enum Event {
        #[event("a", alias = "b")]
        A,
    }
    assert_eq!("b".parse(), Ok(EventKind::A));
    assert_eq!(EventKind::from(&Event::A), EventKind::A);
}
