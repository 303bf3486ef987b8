//! Middleware that compresses responses.

use std::io::Write as _;

use axum::Router;
use axum::routing::get;
use flate2::write::GzDecoder;
use futures_util::stream;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HeaderValue};
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;

use crate::client::soon;
use crate::frameworks::Framework;
use crate::{Broken, Event, body};

/// All tests send through the middleware; this one shows that it compresses responses that are not event streams.
#[tokio::test]
async fn middleware_compresses_pages_but_not_event_streams() {
    for framework in [Framework::Axum, Framework::Actix] {
        let server = framework.serve_all([]);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        for (path, expected) in [("page", "gzip"), ("", "identity")] {
            let request = client.get(server.url() + path).header(ACCEPT_ENCODING, "gzip");
            let response = soon(request.send()).await.expect("a response");
            let encoding =
                response.headers().get(CONTENT_ENCODING).map_or("identity".as_bytes(), |e| e.as_bytes());
            assert_eq!(encoding, expected.as_bytes(), "{framework:?}: {path:?}");
        }
    }
}

/// An encoder that is forced onto event streams holds events back until the body is pending, and the server holds the
/// encoder's output.
#[tokio::test]
async fn error_behind_encoder_follows_head_and_events() {
    for events in [0, 1, 3] {
        let answer = move || {
            let events = (0..events).map(|_| Ok(Event::Ping.bare())).chain([Err(Broken)]);
            std::future::ready(body(stream::iter(events)))
        };
        let forced = CompressionLayer::new().compress_when(SizeAbove::new(0));
        let app = Router::new().route("/", get(answer)).layer(forced);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let server = tokio::spawn(async { axum::serve(listener, app).await });

        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let request = client.get(url).header(ACCEPT_ENCODING, "gzip");
        let mut response = soon(request.send()).await.expect("the head of the response");
        assert_eq!(response.headers().get(CONTENT_ENCODING).map(HeaderValue::as_bytes), Some(&b"gzip"[..]));
        let mut text = GzDecoder::new(Vec::new());
        let failed = loop {
            match soon(response.chunk()).await {
                Ok(Some(chunk)) => text.write_all(&chunk).expect("what gzip wrote"),
                Ok(None) => break false,
                Err(_) => break true,
            }
        };
        text.flush().expect("what gzip wrote");
        assert!(failed, "the body ends well");
        assert_eq!(String::from_utf8_lossy(text.get_ref()).matches("event: ping\n").count(), events);
        server.abort();
    }
}
