//! `rename_all`: names from identifiers, compared with serde's own `rename_all`.

use serde::Serialize;
use sse_event::{RawEvent, SseEvent};
use sse_event_tests::outcome::{assert_encodes, error, event};

/// The same variants twice: named by the derive, and by serde.
macro_rules! same_names {
    ($test:ident, $case:literal) => {
        #[test]
        fn $test() {
            #[derive(SseEvent)]
            #[sse(rename_all = $case)]
            #[allow(
                non_camel_case_types,
                clippy::upper_case_acronyms,
                reason = "what a case rule makes of it is the question"
            )]
            enum Ours {
                Created,
                MessageDelta,
                HTTPError,
                A,
                ABTest,
                V2Ready,
                Part10Of12,
                Already_Snake,
                lower,
                lowerThenUpper,
                SHOUTED,
                Trailing_,
                Ünder,
                GrößeÄndern,
                r#type,
                r#Match,
            }

            #[derive(Serialize)]
            #[serde(rename_all = $case)]
            #[allow(
                non_camel_case_types,
                clippy::upper_case_acronyms,
                reason = "what a case rule makes of it is the question"
            )]
            enum Theirs {
                Created,
                MessageDelta,
                HTTPError,
                A,
                ABTest,
                V2Ready,
                Part10Of12,
                Already_Snake,
                lower,
                lowerThenUpper,
                SHOUTED,
                Trailing_,
                Ünder,
                GrößeÄndern,
                r#type,
                r#Match,
            }

            let theirs = [
                Theirs::Created,
                Theirs::MessageDelta,
                Theirs::HTTPError,
                Theirs::A,
                Theirs::ABTest,
                Theirs::V2Ready,
                Theirs::Part10Of12,
                Theirs::Already_Snake,
                Theirs::lower,
                Theirs::lowerThenUpper,
                Theirs::SHOUTED,
                Theirs::Trailing_,
                Theirs::Ünder,
                Theirs::GrößeÄndern,
                Theirs::r#type,
                Theirs::r#Match,
            ];
            let names = theirs.map(|variant| serde_json::to_value(variant).expect("a name"));
            assert_eq!(names.map(|name| name.as_str().expect("a string").to_owned()), Ours::EVENT_TYPES);
        }
    };
}

same_names!(lower_case, "lowercase");
same_names!(upper_case, "UPPERCASE");
same_names!(pascal_case, "PascalCase");
same_names!(snake_case, "snake_case");
same_names!(screaming_snake_case, "SCREAMING_SNAKE_CASE");
same_names!(kebab_case, "kebab-case");
same_names!(screaming_kebab_case, "SCREAMING-KEBAB-CASE");

/// A separate enum, because serde's derive panics on a first letter that is not ASCII.
#[test]
fn camel_case() {
    #[derive(SseEvent)]
    #[sse(rename_all = "camelCase")]
    enum Foreign {
        Ünder,
    }

    #[derive(SseEvent)]
    #[sse(rename_all = "camelCase")]
    #[allow(
        non_camel_case_types,
        clippy::upper_case_acronyms,
        reason = "what a case rule makes of it is the question"
    )]
    enum Ours {
        MessageDelta,
        HTTPError,
        A,
        V2Ready,
        Already_Snake,
        lower,
        r#type,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    #[allow(
        non_camel_case_types,
        clippy::upper_case_acronyms,
        reason = "what a case rule makes of it is the question"
    )]
    enum Theirs {
        MessageDelta,
        HTTPError,
        A,
        V2Ready,
        Already_Snake,
        lower,
        r#type,
    }

    let theirs = [
        Theirs::MessageDelta,
        Theirs::HTTPError,
        Theirs::A,
        Theirs::V2Ready,
        Theirs::Already_Snake,
        Theirs::lower,
        Theirs::r#type,
    ];
    let names = theirs.map(|variant| serde_json::to_value(variant).expect("a name"));
    assert_eq!(names.map(|name| name.as_str().expect("a string").to_owned()), Ours::EVENT_TYPES);

    assert_eq!(Foreign::Ünder.event_type(), "Ünder", "left as it is");
}

/// Compares with the documented rule, independent of serde.
#[test]
fn word_begins_at_each_capital() {
    #[derive(SseEvent)]
    #[sse(rename_all = "snake_case")]
    enum Event {
        HTTPError,
        Part10Of12,
    }
    assert_eq!(Event::EVENT_TYPES, ["h_t_t_p_error", "part10_of12"]);
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(rename_all = "kebab-case")]
#[allow(clippy::enum_variant_names, reason = "as in a protocol")]
enum Mixed {
    RunStarted,
    #[event("explicit/Name")]
    RunRenamed,
    #[event(alias = "old-run")]
    RunAliased(u8),
    #[event(raw, error)]
    RunFailed(String),
    #[event(terminal)]
    RunDone,
    #[event(other)]
    RunUnknown {
        event: String,
    },
}

#[test]
fn explicit_name_wins() {
    assert_eq!(event::<Mixed>("explicit/Name", ""), Mixed::RunRenamed);
    assert_eq!(Mixed::RunRenamed.event_type(), "explicit/Name");
    let unknown = event::<Mixed>("run-renamed", "");
    assert_eq!(unknown, Mixed::RunUnknown { event: "run-renamed".into() });
}

#[test]
fn keys_need_no_name() {
    assert_eq!(
        Mixed::EVENT_TYPES,
        ["run-started", "explicit/Name", "run-aliased", "old-run", "run-failed", "run-done"]
    );
    assert_eq!(event::<Mixed>("run-started", ""), Mixed::RunStarted);
    assert_eq!(event::<Mixed>("old-run", "1"), Mixed::RunAliased(1));
    let failed = event::<Mixed>("run-failed", "why");
    assert_eq!(failed, Mixed::RunFailed("why".into()));
    assert!(failed.is_error() && !failed.is_terminal());
    assert!(event::<Mixed>("run-done", "").is_terminal());
}

#[test]
fn other_variant_has_no_name() {
    assert_eq!(event::<Mixed>("run-unknown", "").event_type(), "run-unknown");
    assert_eq!(event::<Mixed>("run-unknown", "").static_event_type(), None);
}

/// Names are compared exactly: the rule applies to the enum, not to received names.
#[test]
fn received_names_are_not_renamed() {
    #[derive(Debug, SseEvent)]
    #[sse(rename_all = "snake_case")]
    enum Event {
        RunStarted,
    }
    assert!(matches!(event("run_started", ""), Event::RunStarted));
    for name in ["RunStarted", "run-started", "RUN_STARTED", "run_started "] {
        assert_eq!(error::<Event>(name, "").event_type(), name);
    }
}

#[test]
fn struct_variant_fields_keep_names() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(rename_all = "SCREAMING-KEBAB-CASE")]
    enum Event {
        RunStarted {
            run_id: u8,
        },
        #[serde(rename_all = "camelCase")]
        RunEnded {
            run_id: u8,
        },
    }
    assert_eq!(event::<Event>("RUN-STARTED", r#"{"run_id":1}"#), Event::RunStarted { run_id: 1 });
    assert_eq!(event::<Event>("RUN-ENDED", r#"{"runId":1}"#), Event::RunEnded { run_id: 1 });
}

/// `rename_all_fields` for the fields of every variant, with serde's own derive as the oracle.
#[test]
fn rename_all_fields_of_serde_applies() {
    #[derive(Debug, PartialEq, serde::Deserialize, serde::Serialize, SseEvent)]
    #[sse(tag = "type", encode)]
    #[serde(tag = "type", rename_all_fields = "camelCase", deny_unknown_fields)]
    enum Event {
        #[event("finish")]
        #[serde(rename = "finish")]
        Finish { finish_reason: Option<String> },
        #[event("start")]
        #[serde(rename = "start", rename_all = "kebab-case")]
        Start { message_id: Option<u8> },
    }

    for data in [
        r#"{"type":"finish","finishReason":"stop"}"#,
        r#"{"type":"finish","finish_reason":"stop"}"#,
        r#"{"type":"start","message-id":7}"#,
        r#"{"type":"start","messageId":7}"#,
    ] {
        let ours = Event::try_from(RawEvent::new("", data));
        let theirs = serde_json::from_str::<Event>(data);
        match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => {
                assert_eq!(ours, theirs);
                assert_encodes(&ours, ours.event_type(), data);
            }
            (Err(ours), Err(theirs)) => {
                assert!(
                    theirs.to_string().starts_with(&ours.json_error().expect("JSON's").to_string()[..13])
                );
            }
            (ours, theirs) => panic!("{data}: {ours:?}, {theirs:?}"),
        }
    }
}
