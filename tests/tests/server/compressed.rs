//! The middlewares that compress.

use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING};

use crate::client::soon;
use crate::frameworks::Framework;

/// All that is sent in these tests goes through them; here is that they do compress what is no event stream.
#[tokio::test]
async fn a_page_is_compressed_where_an_event_stream_is_not() {
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
