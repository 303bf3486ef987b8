//! Handlers as users write them: their error types, streams and headers.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::io;
use std::rc::Rc;

use actix_web::{HttpRequest, HttpResponse, Responder, test as actix};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};
use http_body_util::BodyExt as _;
use sse_event::server::{EVENT_STREAM_HEADERS, LastEventId};
use sse_event::{EventBody, EventMeta};

use crate::Event;

type BoxError = Box<dyn StdError + Send + Sync>;

fn failing<E>(error: E) -> EventBody<impl Stream<Item = Result<Event, E>>> {
    EventBody::new(stream::iter([Ok(Event::Ping), Err(error)]))
}

/// The error of a response's body in axum.
async fn axum_error(response: impl IntoResponse) -> String {
    response.into_response().into_body().collect().await.expect_err("it fails").to_string()
}

/// The same for actix-web.
async fn actix_error(responder: impl Responder) -> String {
    let response = responder.respond_to(&actix::TestRequest::default().to_http_request());
    let error: Box<dyn StdError> =
        actix_web::body::to_bytes(response.into_body()).await.map_err(Into::into).expect_err("it fails");
    error.to_string()
}

#[tokio::test]
async fn accepts_usual_error_types() {
    let broken = || io::Error::other("gone");
    assert_eq!(axum_error(failing(broken())).await, "gone");
    assert_eq!(axum_error(failing(axum::Error::new(broken()))).await, "gone");
    assert_eq!(axum_error(failing(BoxError::from("gone"))).await, "gone");
    assert_eq!(axum_error(failing(anyhow::anyhow!("gone"))).await, "gone");
    assert_eq!(axum_error(failing("gone".to_owned())).await, "gone");

    assert_eq!(actix_error(failing(broken())).await, "gone");
    assert_eq!(actix_error(failing(actix_web::error::ErrorBadGateway("gone"))).await, "gone");
    assert_eq!(actix_error(failing(Box::<dyn StdError>::from("gone"))).await, "gone");
    assert_eq!(actix_error(failing(anyhow::anyhow!("gone"))).await, "gone");
    assert_eq!(actix_error(failing("gone".to_owned())).await, "gone");
    // actix-web itself does not accept an error that is boxed with `Send`.
    let boxed = stream::iter([Ok(Event::Ping), Err(BoxError::from("gone"))]).map_err(io::Error::other);
    assert_eq!(actix_error(EventBody::new(boxed)).await, "gone");
    // A stream of bytes as a body has the same requirement.
    let boxed = stream::iter([Ok(Event::Ping), Err(BoxError::from("gone"))]).map_err(io::Error::other);
    let body = axum::body::Body::from_stream(EventBody::new(boxed));
    assert_eq!(axum_error(body).await, "the stream of events failed");
}

#[derive(Debug)]
enum AppError {
    NoSuchRun,
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        match self {
            Self::NoSuchRun => (StatusCode::NOT_FOUND, "no such run").into_response(),
        }
    }
}

/// A typical axum handler: state, headers, an error before the first event, a boxed stream.
async fn resume(
    State(runs): State<Vec<&'static str>>,
    LastEventId(last): LastEventId,
) -> Result<EventBody<BoxStream<'static, Result<(Event, EventMeta), Infallible>>>, AppError> {
    let last = last.and_then(|id| id.parse().ok()).unwrap_or(0);
    if last > runs.len() {
        return Err(AppError::NoSuchRun);
    }
    let events = runs
        .into_iter()
        .enumerate()
        .skip(last)
        .map(|(index, text)| (Event::delta(text), EventMeta::default().with_id((index + 1).to_string())));
    Ok(EventBody::new(stream::iter(events).map(Ok).boxed()))
}

/// Another one: a stream without a nameable type, with the handler's own status and header.
async fn decorated() -> impl IntoResponse {
    let body = EventBody::new(stream::iter([Event::Ping]).map(Ok::<_, Infallible>));
    (StatusCode::CREATED, [("cache-control", "no-store"), ("x-run", "7")], body)
}

#[tokio::test]
async fn axum_handlers_return_bodies() {
    let app = Router::new()
        .route("/resume", get(resume))
        .route("/decorated", get(decorated))
        .with_state(vec!["one", "two"]);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("the loopback");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(axum::serve(listener, app).into_future());
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let resumed = async |last: &'static str| {
        let request = client.get(format!("{url}/resume")).header("last-event-id", last);
        let response = request.send().await.expect("a response");
        (response.status().as_u16(), response.text().await.expect("a body"))
    };
    let second = "event: delta\nid: 2\ndata: {\"text\":\"two\"}\n\ndata: [DONE]\n\n";
    assert_eq!(resumed("1").await, (200, second.to_owned()));
    assert_eq!(resumed("3").await, (404, "no such run".to_owned()));

    let response = client.get(format!("{url}/decorated")).send().await.expect("a response");
    assert_eq!(response.status(), 201);
    let values = ["content-type", "cache-control", "x-run"].map(|name| &response.headers()[name]);
    assert_eq!(values, ["text/event-stream", "no-store", "7"]);
}

/// An actix-web handler. A worker is one thread, so a stream need not be `Send`.
async fn local(
    request: HttpRequest,
) -> Result<EventBody<impl Stream<Item = Result<Event, Infallible>>>, actix_web::Error> {
    if request.query_string() != "run=7" {
        return Err(actix_web::error::ErrorNotFound("no such run"));
    }
    let text = Rc::new("one");
    Ok(EventBody::new(stream::iter([1, 2]).map(move |_| Ok(Event::delta(*text)))))
}

#[actix_web::test]
async fn actix_web_handlers_return_bodies() {
    let decorated = async || {
        EventBody::new(stream::iter([Event::Ping]).map(Ok::<_, Infallible>))
            .customize()
            .with_status(actix_web::http::StatusCode::CREATED)
            .insert_header(("cache-control", "no-store"))
    };
    let responded = async |request: HttpRequest| -> HttpResponse {
        let body = EventBody::new(stream::iter([Event::Ping]).map(Ok::<_, Infallible>));
        body.respond_to(&request)
    };
    // As a stream of bytes: the handler must set the headers.
    let streamed = async || {
        let body = EventBody::new(stream::iter([Event::Ping]).map(Ok::<_, Infallible>));
        let mut response = HttpResponse::Accepted();
        for &header in EVENT_STREAM_HEADERS {
            response.insert_header(header);
        }
        response.streaming(body)
    };
    let app = actix_web::App::new()
        .route("/local", actix_web::web::get().to(local))
        .route("/decorated", actix_web::web::get().to(decorated))
        .route("/responded", actix_web::web::get().to(responded))
        .route("/streamed", actix_web::web::get().to(streamed));
    let app = actix::init_service(app).await;
    let call = async |uri: &str| {
        let response = actix::call_service(&app, actix::TestRequest::with_uri(uri).to_request()).await;
        let header = |name| response.headers().get(name).map(|value| value.as_bytes().to_owned());
        let cache = header("cache-control");
        if response.status().is_success() {
            assert_eq!(header("content-type").as_deref(), Some(&b"text/event-stream"[..]), "{uri}");
        }
        (response.status().as_u16(), cache, actix::read_body(response).await)
    };
    let delta = "event: delta\ndata: {\"text\":\"one\"}\n\n";
    let (ping, end) = ("event: ping\ndata: {}\n\n", "data: [DONE]\n\n");
    let with_cache = |cache: &str| Some(cache.as_bytes().to_owned());
    assert_eq!(
        call("/local?run=7").await,
        (200, with_cache("no-cache"), [delta, delta, end].concat().into())
    );
    assert_eq!(call("/local").await, (404, None, "no such run".into()));
    assert_eq!(call("/decorated").await, (201, with_cache("no-store"), [ping, end].concat().into()));
    assert_eq!(call("/responded").await, (200, with_cache("no-cache"), [ping, end].concat().into()));
    assert_eq!(call("/streamed").await, (202, with_cache("no-cache"), [ping, end].concat().into()));
}
