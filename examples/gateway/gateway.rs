//! The gateway: one enum between a response that is read and a response that is written.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::{Stream, StreamExt as _};
use sse_event::{ByteStreamExt as _, EventBody, EventMeta, LastEventId, StreamError};

use crate::event::Event;
use crate::tally::Tally;

/// The name that clients know the model by.
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

    /// What has gone through so far.
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
            // What the gateway cannot read its client may: the event goes on, with its own ID.
            Err(StreamError::Decode(error)) => {
                tally.malformed += 1;
                Ok((Event::Other(error.into_raw_event()), EventMeta::default()))
            }
            // The upstream is cut, and so is the response.
            Err(error) => Err(error),
        }
    }
}

async fn answer(
    State(gateway): State<Arc<Gateway>>,
    LastEventId(last): LastEventId,
) -> Result<EventBody<impl Stream<Item = Item>>, BadGateway> {
    let mut request = gateway.client.get(&gateway.upstream);
    // A client that comes back goes on where it was.
    if let Some(id) = &last {
        request = request.header(LastEventId::HEADER, id);
    }
    let response = request.send().await.and_then(reqwest::Response::error_for_status).map_err(BadGateway)?;
    let events = response.bytes_stream().sse_events::<Event>();
    // So that the gateway sees when the upstream takes this ID back.
    let events = events.with_last_event_id(last.as_deref().unwrap_or_default()).with_meta();
    Ok(EventBody::new(events.map(move |item| gateway.pass(item))))
}

/// The upstream gives no stream.
struct BadGateway(reqwest::Error);

impl IntoResponse for BadGateway {
    fn into_response(self) -> Response {
        (StatusCode::BAD_GATEWAY, self.0.without_url().to_string()).into_response()
    }
}
