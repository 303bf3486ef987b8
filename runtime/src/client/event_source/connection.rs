//! Reports about connections, for logs and user interfaces.

use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::error::LostConnection;

/// A change of the connection: the argument of the function that `on_connection` sets.
#[derive(Debug)]
#[non_exhaustive]
pub enum Connection<'a> {
    /// The server responded with an event stream.
    #[non_exhaustive]
    Opened {
        /// The status of the response: 200.
        status: StatusCode,
        /// The headers of the response.
        headers: &'a HeaderMap,
    },
    /// The connection was lost, or could not be made. There will be another attempt.
    #[non_exhaustive]
    Lost {
        /// The cause.
        cause: &'a LostConnection,
        /// The time until the next attempt.
        retry_in: Duration,
        /// The retries since the last event, including the next attempt.
        retries: u32,
    },
}

/// The state of an `EventSource`, named as in the HTML standard (9.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadyState {
    /// No connection is open: the source has not been polled, waits for a response, or waits before a retry.
    Connecting,
    /// A connection is open.
    Open,
    /// The source has ended and does not connect again.
    Closed,
}
