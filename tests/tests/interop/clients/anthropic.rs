//! Anthropic's clients read a stream of messages. They do not forward a `ping`.

use serde_json::Value;

use super::client::{Case, Language, run};
use super::server::Server;
use super::{ANSWER, PROMPT, messages};

#[tokio::test]
async fn node_client_receives_every_event_with_line() {
    every_event_that_has_a_line(Language::Node).await;
}

#[tokio::test]
async fn python_client_receives_every_event_with_line() {
    every_event_that_has_a_line(Language::Python).await;
}

async fn every_event_that_has_a_line(language: Language) {
    let server = Server::start(messages::router(ANSWER)).await;
    let case = |name, path| Case { name, url: server.url(path), model: "any" };
    let cases = [case("lines", "/lines"), case("bare", "/bare"), case("blocks", "/blocks")];
    let Some(reports) = run(language, "anthropic", PROMPT, &cases).await else { return };

    let sent = server.sent();
    assert_eq!((reports.len(), sent.len()), (6, 6));
    for (report, sent) in reports.iter().zip(&sent) {
        if report.case == "bare" {
            assert!(sent.events.len() > 15, "{}", sent.text);
            assert_eq!(report.events, [] as [Value; 0], "{}: the lines are not needed any more", report.call);
        } else {
            let mut events = sent.json();
            events.retain(|event| event["type"] != "ping");
            assert_eq!(events.len(), sent.events.len() - 1);
            report.assert_text(ANSWER);
            report.assert_events(&events);
        }
    }
}
