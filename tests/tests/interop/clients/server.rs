//! A server on the loopback that records its responses.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::Response;
use futures_util::TryStreamExt as _;
use serde_json::Value;
use sse_event::RawEventBuf;
use sse_event::reader::EventReader;
use tokio::net::TcpListener;

type Bodies = Arc<Mutex<Vec<Vec<u8>>>>;

pub(crate) struct Server {
    address: SocketAddr,
    bodies: Bodies,
}

/// The body of one response.
pub(crate) struct Sent {
    pub(crate) text: String,
    pub(crate) events: Vec<RawEventBuf>,
}

impl Server {
    /// Serves on a free port until the test's runtime ends.
    pub(crate) async fn start(app: Router) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("the loopback");
        let address = listener.local_addr().expect("an address");
        let bodies = Bodies::default();
        let record = Arc::clone(&bodies);
        let app =
            app.layer(middleware::from_fn(move |request, next| recorded(Arc::clone(&record), request, next)));
        tokio::spawn(axum::serve(listener, app).into_future());
        Self { address, bodies }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The bodies that were sent, one per request, in the order of the requests.
    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.bodies.lock().expect("no panic").iter().map(|body| Sent::new(body)).collect()
    }
}

async fn recorded(bodies: Bodies, request: Request, next: Next) -> Response {
    let at = {
        let mut bodies = bodies.lock().expect("no panic");
        bodies.push(Vec::new());
        bodies.len() - 1
    };
    let (parts, body) = next.run(request).await.into_parts();
    let body = body.into_data_stream().inspect_ok(move |chunk| {
        bodies.lock().expect("no panic")[at].extend_from_slice(chunk);
    });
    Response::from_parts(parts, Body::from_stream(body))
}

impl Sent {
    fn new(body: &[u8]) -> Self {
        let events = EventReader::new(body).map(|event| event.expect("an event")).collect();
        Self { text: String::from_utf8(body.to_vec()).expect("text"), events }
    }

    /// The data of the events, without the sentinel.
    pub(crate) fn json(&self) -> Vec<Value> {
        let data = self.events.iter().map(|event| &*event.data).filter(|data| *data != "[DONE]");
        data.map(|data| serde_json::from_str(data).expect("JSON")).collect()
    }

    /// The comments that follow an event.
    pub(crate) fn comments(&self) -> usize {
        self.text
            .lines()
            .skip_while(|line| line.starts_with(':'))
            .filter(|line| line.starts_with(':'))
            .count()
    }
}
