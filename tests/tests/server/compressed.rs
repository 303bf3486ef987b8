//! Middleware that compresses responses.

use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING};

use crate::client::soon;
use crate::frameworks::Framework;

/// All that is sent in these tests goes through them; here is that they do compress what is no event stream.
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
