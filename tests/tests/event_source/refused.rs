//! Responses that are not an event stream: they are fatal, and the error describes them.

use std::time::Duration;

use futures_util::StreamExt as _;
use sse_event::StreamError;
use sse_event::event_source::{EventSourceError, ReadyState, UnexpectedResponse};
use tokio::time::Instant;

use super::Endless;
use super::script::{Answer, source, status, stays};

/// The only item, after which no further request is made.
async fn refused(answer: Answer) -> Box<UnexpectedResponse> {
    let (mut events, log) = source::<Endless>([answer, stays("event: delta\ndata: 1\n\n")]);
    let Some(Err(StreamError::Transport(EventSourceError::Response(response)))) = events.next().await else {
        panic!("it is not refused");
    };
    assert_eq!(events.ready_state(), ReadyState::Closed);
    assert!(events.next().await.is_none() && !events.is_complete());
    assert_eq!((log.ids().len(), log.left(), log.opened()), (1, 1, 0));
    response
}

#[tokio::test(start_paused = true)]
async fn every_other_status_is_fatal() {
    for code in [201, 204, 205, 210, 299, 301, 307, 400, 401, 404, 410, 429, 500, 502, 503, 599] {
        let response = refused(status(code, Some("text/event-stream"), "why")).await;
        assert_eq!((response.status().as_u16(), response.body()), (code, &b"why"[..]));
    }
}

#[tokio::test(start_paused = true)]
async fn every_other_content_type_is_fatal() {
    for content_type in ["text/html", "text/event-streams", "text/plain; text/event-stream", "", ";"] {
        let response = refused(status(200, Some(content_type), "data: x\n\n")).await;
        assert_eq!(response.content_type(), Some(content_type));
    }
    assert_eq!(refused(status(200, None, "data: x\n\n")).await.content_type(), None);
}

#[tokio::test(start_paused = true)]
async fn json_error_with_status_200_says_what_it_is() {
    let body = "{\"error\":{\"message\":\"overloaded\"}}\n";
    let response = refused(status(200, Some("application/json"), body)).await;
    assert_eq!(
        response.to_string(),
        "the response is not an event stream: status 200 OK, content type application/json: \
         {\"error\":{\"message\":\"overloaded\"}}"
    );
    let json: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
    assert_eq!(json["error"]["message"], "overloaded");
}

#[tokio::test(start_paused = true)]
async fn display_is_one_line_and_bounded() {
    let body = "<h1>Sign in\u{1b}[31m</h1>\n".repeat(10_000);
    let response = refused(status(401, None, &body)).await;
    assert_eq!(response.body().len(), 4096);
    let text = response.to_string();
    assert!(
        text.starts_with(
            "the response is not an event stream: status 401 Unauthorized, no content type: <h1>"
        )
    );
    assert!(text.len() < 800 && !text.contains(['\n', '\u{1b}']), "{text}");
}

/// If a server does not end the body, the caller must still get the error.
#[tokio::test(start_paused = true)]
async fn body_that_does_not_end_is_given_up() {
    let start = Instant::now();
    let Answer::Respond(mut response) = stays("{\"error\":") else { panic!("no answer") };
    response.headers_mut().insert("content-type", "application/json".parse().expect("a header"));
    assert_eq!(refused(Answer::Respond(response)).await.body(), b"{\"error\":");
    assert_eq!(start.elapsed(), Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn content_type_may_have_parameters_and_capitals() {
    for content_type in
        ["text/event-stream;", "Text/Event-Stream; charset=utf-8", " text/event-stream ;x=bogus"]
    {
        let answer = status(200, Some(content_type), "event: delta\ndata: 1\n\n");
        let (mut events, _) = source::<Endless>([answer]);
        assert!(matches!(events.next().await, Some(Ok(Endless::Delta(1)))), "{content_type:?}");
    }
}
