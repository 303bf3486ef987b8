//! The gateway: it reads an upstream response and writes a downstream response with the same enum.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::{Stream, StreamExt as _};
use sse_event::server::LastEventId;
use sse_event::{ByteStreamExt as _, EventBody, EventMeta, StreamError};

use crate::event::Event;
use crate::tally::Tally;

/// The model name that clients see.
pub(crate) const MODEL: &str = "house";

type Item = Result<(Event, EventMeta), StreamError<reqwest::Error>>;

pub(crate) struct Gateway {
    upstream: String,
    client: reqwest::Client,
    tally: Mutex<Tally>,
}

impl Gateway {
    pub(crate) fn new(upstream: String, client: reqwest::Client) -> Arc<Self> {
        Arc::new(Self { upstream, client, tally: Mutex::default() })
    }

    pub(crate) fn app(self: &Arc<Self>) -> Router {
        Router::new().route("/answer", get(answer)).with_state(Arc::clone(self))
    }

    /// The counts so far.
    pub(crate) fn tally(&self) -> Tally {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn pass(&self, item: Item) -> Item {
        let mut tally = self.tally.lock().unwrap_or_else(PoisonError::into_inner);
        match item {
            Ok((mut event, meta)) => {
                tally.count(&event);
                if let Event::Started(started) = &mut event {
                    MODEL.clone_into(&mut started.model);
                }
                Ok((event, meta))
            }
            // The client may be able to read what the gateway cannot: the event is forwarded with its own ID.
            Err(StreamError::Decode(error)) => {
                tally.malformed += 1;
                Ok((Event::Other(error.into_raw_event()), EventMeta::default()))
            }
            // If the upstream is cut off, so is the response.
            Err(error) => Err(error),
        }
    }
}

async fn answer(
    State(gateway): State<Arc<Gateway>>,
    LastEventId(last): LastEventId,
) -> Result<EventBody<impl Stream<Item = Item>>, BadGateway> {
    let mut request = gateway.client.get(&gateway.upstream);
    // A client that reconnects resumes.
    if let Some(id) = &last {
        request = request.header(LastEventId::HEADER, id);
    }
    let response = request.send().await.and_then(reqwest::Response::error_for_status).map_err(BadGateway)?;
    let events = response.bytes_stream().sse_events::<Event>();
    // So that the gateway notices when the upstream resets this ID.
    let events = events.with_last_event_id(last.as_deref().unwrap_or_default()).with_meta();
    Ok(EventBody::new(events.map(move |item| gateway.pass(item))))
}

/// The upstream does not return a stream.
struct BadGateway(reqwest::Error);

impl IntoResponse for BadGateway {
    fn into_response(self) -> Response {
        (StatusCode::BAD_GATEWAY, self.0.without_url().to_string()).into_response()
    }
}
