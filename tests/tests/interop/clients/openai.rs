//! OpenAI's clients read the mock's streams and variations of them.

use axum::Router;
use serde_json::Value;
use sse_event_examples::mock_openai;

use super::client::{Case, Language, Report, run};
use super::quirks::{self, Quirk};
use super::server::{Sent, Server};
use super::{ANSWER, PAUSE, PROMPT};

/// The ways to call a client: plain streams, and the helpers for them.
const CALLS: [&str; 4] =
    ["responses.create", "responses.stream", "chat.completions.create", "chat.completions.stream"];

/// The cases, each with its path and model, and the expected results of the calls.
const CASES: [(&str, &str, &str, Check); 9] = [
    ("mock", "/mock", "any", whole),
    ("fails", "/mock", "error", fails),
    ("aborted", "/mock", "cut", aborted),
    ("IDs", "/ids", "any", whole_with_ids),
    ("blank lines", "/blank", "any", blank_lines),
    ("blocks", "/blocks", "any", whole_with_ids),
    ("lone IDs", "/lone-ids", "any", blank_lines),
    ("unit", "/unit", "any", unit),
    ("empty data", "/empty", "any", empty_data),
];

type Check = fn(Language, &Report, &Sent);

#[tokio::test]
async fn node_client_receives_every_event() {
    everything(Language::Node).await;
}

#[tokio::test]
async fn python_client_receives_every_event() {
    everything(Language::Python).await;
}

async fn everything(language: Language) {
    let quirk = |quirk| quirks::router(quirk, PAUSE);
    let app = Router::new()
        .nest("/mock", mock_openai::router(PAUSE))
        .nest("/ids", quirk(Quirk::Ids))
        .nest("/blank", quirk(Quirk::BlankLines))
        .nest("/blocks", quirk(Quirk::Blocks))
        .nest("/lone-ids", quirk(Quirk::LoneIds))
        .nest("/unit", quirk(Quirk::Unit))
        .nest("/empty", quirk(Quirk::EmptyData));
    let server = Server::start(app).await;
    let cases =
        CASES.map(|(name, path, model, _)| Case { name, url: server.url(&format!("{path}/v1")), model });
    let Some(reports) = run(language, "openai", PROMPT, &cases).await else { return };

    let sent = server.sent();
    assert_eq!((reports.len(), sent.len()), (CASES.len() * CALLS.len(), CASES.len() * CALLS.len()));
    let expected = CASES.iter().flat_map(|case| CALLS.map(|call| (case, call)));
    for ((report, sent), (&(case, .., check), call)) in reports.iter().zip(&sent).zip(expected) {
        assert_eq!((&*report.case, &*report.call), (case, call));
        check(language, report, sent);
    }
}

/// Every event as it was sent, with or without comments, and the text.
fn whole(_: Language, report: &Report, sent: &Sent) {
    assert!(sent.comments() > 0, "{}", sent.text);
    report.assert_text(ANSWER);
    report.assert_events(&sent.json());
}

/// All clients accept a comment after an ID.
fn whole_with_ids(language: Language, report: &Report, sent: &Sent) {
    assert!(sent.events.iter().all(|event| event.id.is_some()), "{}", sent.text);
    whole(language, report, sent);
}

/// Python's client takes a blank line after a comment or an ID for the end of an event: so our comments have none.
fn blank_lines(language: Language, report: &Report, sent: &Sent) {
    match language {
        Language::Node => whole(language, report, sent),
        Language::Python => {
            let error = report.error.as_deref().expect("the client took no comment for an event");
            assert!(error.starts_with("JSONDecodeError"), "{}: {error}", report.call);
        }
    }
}

/// The data is JSON, so the event is yielded; Node's helpers stop at every event that they do not know.
fn unit(language: Language, report: &Report, sent: &Sent) {
    let is_helper = report.call.ends_with(".stream");
    match language {
        _ if !is_helper => whole(language, report, sent),
        Language::Python => report.assert_text(ANSWER),
        Language::Node => assert!(report.error.is_some(), "{} knows the event", report.call),
    }
}

/// The reason why a unit event has data.
fn empty_data(_: Language, report: &Report, _: &Sent) {
    let error = report.error.as_deref().expect("the client did without JSON");
    assert!(error.contains("JSON") && report.events.len() == 2, "{}: {error}", report.call);
}

/// The caller gets the failure, after everything that came before it. Plain streams of responses yield it as an
/// event.
fn fails(_: Language, report: &Report, sent: &Sent) {
    let mut events = sent.json();
    if report.call.starts_with("chat") {
        assert!(report.error.as_deref().is_some_and(|error| error.contains("fails halfway")), "{report:?}");
        events.retain(|event| event["error"].is_null());
        assert_eq!(events.len(), sent.events.len() - 2, "without the error and the sentinel");
    } else {
        let is_helper = report.call.ends_with(".stream");
        assert_eq!(report.error.is_some(), is_helper, "{report:?}");
        assert_eq!(events.last().map(|event| &event["type"]), Some(&Value::from("error")));
    }
    report.assert_events(&events);
}

/// An aborted connection is an error, after everything that came before.
fn aborted(_: Language, report: &Report, sent: &Sent) {
    assert!(report.error.is_some(), "{}: {:?}", report.call, report.text);
    report.assert_events(&sent.json());
}
