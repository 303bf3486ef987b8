//! The last event ID, from a server through a gateway to a client.

use actix_web::{App, test as actix, web};
use axum::Router;
use axum::http::{HeaderMap, HeaderValue};
use axum::routing::get;
use futures_util::StreamExt as _;
use sse_event::server::LastEventId;
use sse_event::{ByteStreamExt as _, EventBody, RawEventBuf};

use crate::client::{open, soon};
use crate::frameworks::Framework;
use crate::{Event, Item, body};

/// The IDs of these events, after every event has passed through a gateway.
async fn through_a_gateway(framework: Framework, sent: &[Option<&str>]) -> Vec<Option<String>> {
    let items: Vec<Item> = sent
        .iter()
        .map(|id| {
            let (event, mut meta) = Event::Ping.bare();
            meta.id = id.map(str::to_owned);
            Ok((event, meta))
        })
        .collect();
    let upstream = framework.serve_all(items);
    let received = open(&upstream).await.bytes_stream().raw_events();
    let received: Vec<RawEventBuf> =
        soon(received.map(|item| item.expect("an event")).collect::<Vec<_>>()).await;
    // As a gateway would, without the server between: the body is sent to the client.
    let sent_on =
        EventBody::new(futures_util::stream::iter(received.into_iter().map(Ok::<_, std::io::Error>)));
    let read = sent_on.raw_events().map(|item| item.expect("an event").id);
    let mut ids: Vec<_> = soon(read.collect()).await;
    ids.truncate(sent.len());
    ids
}

/// Without the empty `id:` line, the client would keep the ID and resume from it.
#[tokio::test]
async fn gateway_passes_on_reset_id() {
    for framework in Framework::ALL {
        let sent = [None, Some("5"), None, Some(""), None, Some("6")];
        let expected = [None, Some("5"), Some("5"), Some(""), Some(""), Some("6")];
        let received = through_a_gateway(framework, &sent).await;
        assert_eq!(received, expected.map(|id| id.map(str::to_owned)), "{framework:?}");
    }
}

/// The items of a typed stream, and the ID from which a client resumes.
#[tokio::test]
async fn reader_gets_reset_id() {
    for framework in Framework::ALL {
        let (event, meta) = Event::Ping.bare();
        let items: Vec<Item> = vec![
            Ok((event.clone(), meta.clone().with_id("5"))),
            Ok((event.clone(), meta.reset_id())),
            Ok(event.bare()),
        ];
        let server = framework.serve(move || body(futures_util::stream::iter(items.clone())));
        let mut events = open(&server).await.bytes_stream().sse_events::<Event>().with_meta();
        let mut seen = Vec::new();
        while let Some(item) = soon(events.next()).await {
            let id = item.expect("an event").1.id;
            seen.push((id, events.last_event_id().map(str::to_owned)));
        }
        let owned = |id: &str| Some(id.to_owned());
        let expected = [(owned("5"), owned("5")), (owned(""), None), (owned(""), None)];
        assert_eq!(seen, expected, "{framework:?}");
    }
}

type Read = Result<Option<&'static str>, ()>;

/// Values of the header, and the ID that a handler gets.
const VALUES: [(Option<&[u8]>, Read); 7] = [
    (None, Ok(None)),
    (Some(b""), Ok(None)),
    (Some(b"7"), Ok(Some("7"))),
    (Some("9 <ü🦀>".as_bytes()), Ok(Some("9 <ü🦀>"))),
    (Some(b"18446744073709551616"), Ok(Some("18446744073709551616"))),
    (Some(b"\xff"), Err(())),
    (Some(b"7\xed\xa0\x80"), Err(())),
];

#[test]
fn header_is_read_as_utf8() {
    for (value, expected) in VALUES {
        let mut headers = HeaderMap::new();
        if let Some(value) = value {
            headers.insert(LastEventId::HEADER, HeaderValue::from_bytes(value).expect("a value"));
        }
        let read = LastEventId::from_headers(&headers);
        assert_eq!(read, LastEventId::from_value(value));
        let read = read.map(|id| id.0).map_err(drop);
        assert_eq!(read, expected.map(|id| id.map(str::to_owned)), "{value:?}");
    }
}

/// The status, and the ID or the error as text.
fn answer(id: Result<Option<&str>, ()>) -> (u16, String) {
    match id {
        Ok(id) => (200, format!("{id:?}")),
        Err(()) => (400, "the header `Last-Event-ID` is not UTF-8".into()),
    }
}

#[tokio::test]
async fn axum_extracts_the_id_or_answers_400() {
    let app = Router::new().route("/", get(async |LastEventId(id): LastEventId| format!("{id:?}")));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("the loopback");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    tokio::spawn(axum::serve(listener, app).into_future());
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    for (value, id) in VALUES {
        let mut request = client.get(&url);
        if let Some(value) = value {
            request = request.header(LastEventId::HEADER, value);
        }
        let response = soon(request.send()).await.expect("a response");
        let status = response.status().as_u16();
        assert_eq!((status, response.text().await.expect("a body")), answer(id), "{value:?}");
    }
}

#[actix_web::test]
async fn actix_web_extracts_the_id_or_answers_400() {
    let handler = async |LastEventId(id): LastEventId| format!("{id:?}");
    let app = actix::init_service(App::new().route("/", web::get().to(handler))).await;
    for (value, id) in VALUES {
        let mut request = actix::TestRequest::get();
        if let Some(value) = value {
            let value = actix_web::http::header::HeaderValue::from_bytes(value).expect("a value");
            request = request.insert_header((LastEventId::HEADER, value));
        }
        let response = actix::call_service(&app, request.to_request()).await;
        let status = response.status().as_u16();
        let body = String::from_utf8(actix::read_body(response).await.to_vec()).expect("UTF-8");
        assert_eq!((status, body), answer(id), "{value:?}");
    }
}
