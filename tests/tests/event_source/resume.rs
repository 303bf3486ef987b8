//! No event is lost or duplicated, over a thousand connections.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use tokio::time::timeout;

use super::Endless;
use super::server::{Answer, End, Server};

const CONNECTIONS: usize = 1_000;

/// The events from a number on; the last one is cut off.
fn from(first: u32, connection: usize) -> Vec<u8> {
    let mut body = b"retry: 0\n".to_vec();
    let whole = u32::try_from(connection % 4).expect("small");
    for number in first..first + whole {
        body.extend(format!("id: {number}\nevent: delta\ndata: {number}\n\n").bytes());
    }
    let next = first + whole;
    let event = format!("id: {next}\nevent: delta\ndata: {next}\n\n");
    body.extend(&event.as_bytes()[..connection % event.len()]);
    body
}

#[tokio::test]
async fn nothing_is_lost_or_duplicated_over_a_thousand_reconnections() {
    let server = Server::start(|connection, request| {
        let first = request.last_event_id().map_or(1, |id| id.parse::<u32>().expect("an ID of ours") + 1);
        let body = from(first, connection);
        match connection % 3 {
            0 => Answer::stream(body),
            1 => Answer::chunks(&[&body], End::Close),
            // A reset while the client reads would discard sent events that are not read, which are then sent again.
            _ => Answer::chunks(&[&body[..body.len() / 2], &body[body.len() / 2..]], End::Reset),
        }
    });
    let mut events = server.events::<Endless>();
    let start = Instant::now();
    let mut expected = 1;
    while server.requests().len() <= CONNECTIONS {
        let item = timeout(Duration::from_secs(30), events.next()).await.expect("an event in time");
        let Some(Ok(Endless::Delta(number))) = item else { panic!("{item:?} after {expected}") };
        assert_eq!(number, expected, "after {:?}", start.elapsed());
        expected += 1;
    }
    assert!(expected > 1_000, "{expected}");
    assert_eq!(events.counters().events, u64::from(expected) - 1);
}
