//! The view of connections, for logs and user interfaces.

use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::error::LostConnection;

/// What has become of a connection: given to the function that was set by `on_connection`.
#[derive(Debug)]
#[non_exhaustive]
pub enum Connection<'a> {
    /// The server has answered with an event stream.
    #[non_exhaustive]
    Opened {
        /// The status of the answer: 200.
        status: StatusCode,
        /// The headers of the answer.
        headers: &'a HeaderMap,
    },
    /// The connection is lost, or none was made. There will be another one.
    #[non_exhaustive]
    Lost {
        /// Why.
        cause: &'a LostConnection,
        /// When the next one is tried, from now on.
        retry_in: Duration,
        /// The retries since the last event, with that one.
        retries: u32,
    },
}

/// The state of an `EventSource`, as the HTML standard names it (9.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadyState {
    /// No connection is open: it has not been polled yet, waits for an answer, or waits to try again.
    Connecting,
    /// A connection is open.
    Open,
    /// It is over and connects no more.
    Closed,
}
