//! Graceful shutdowns, and clients that resume after them. The example `restart` does the same with 1,000 clients.

use std::time::Duration;

use sse_event_tests::restart::{EVENTS, Framework, run};

use crate::client::soon;

const CLIENTS: u64 = 30;

async fn assert_resumed(framework: Framework) {
    let clients = usize::try_from(CLIENTS).expect("it is small");
    let report = soon(run(framework, clients)).await.expect("every client reads to the last event");
    assert_eq!((report.events, report.lost, report.duplicated), (CLIENTS * EVENTS, 0, 0), "{report:?}");
    assert!(report.cut >= CLIENTS && report.ended >= CLIENTS, "{report:?}");
    // A shutdown that waits for an open stream never ends. The example measures the speed on an idle machine.
    assert!(report.shutdowns.iter().all(|time| *time < Duration::from_secs(5)), "{report:?}");
}

#[tokio::test]
async fn axum_restarts_without_lost_events() {
    assert_resumed(Framework::Axum).await;
}

#[tokio::test]
async fn actix_web_restarts_without_lost_events() {
    assert_resumed(Framework::Actix).await;
}
