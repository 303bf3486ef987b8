//! Tests the example `server` with a client that is cut off and resumes.
#![allow(clippy::expect_used, clippy::panic, reason = "a failed expectation fails the test")]

#[path = "../server.rs"]
#[expect(dead_code, reason = "the test is its `main`")]
mod server;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use sse_event::server::LastEventId;
use sse_event::{ByteStreamExt as _, SseEvent, StreamError};
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
enum Event {
    #[event("response.output_text.delta")]
    TextDelta { delta: String },
    #[event("response.completed", terminal)]
    Completed,
}

const ANSWER: &str = "You sent 18 bytes: one two three four";

/// A client that has received a part of the answer.
#[derive(Default)]
struct Client {
    last_event_id: String,
    text: String,
    is_complete: bool,
}

impl Client {
    /// Continues reading, at most this many events.
    async fn read(&mut self, address: SocketAddr, most: usize) -> Result<(), StreamError<reqwest::Error>> {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let mut request = client.post(format!("http://{address}/")).body("one two three four");
        if !self.last_event_id.is_empty() {
            request = request.header(LastEventId::HEADER, &self.last_event_id);
        }
        let response = request.send().await.expect("a response").error_for_status().expect("the status 200");
        let bytes = response.bytes_stream();
        let mut events = bytes.sse_events::<Event>().with_last_event_id(&self.last_event_id);
        for _ in 0..most {
            let event = events.next().await.transpose()?;
            events.last_event_id().unwrap_or_default().clone_into(&mut self.last_event_id);
            match event {
                Some(Event::TextDelta { delta }) => self.text += &delta,
                Some(Event::Completed) => self.is_complete = true,
                None => break,
            }
        }
        Ok(())
    }
}

fn start(address: SocketAddr) -> (SocketAddr, CancellationToken, JoinHandle<std::io::Result<()>>) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_reuseaddr(true).expect("the system still knows the connections of the server before");
    socket.bind(address).expect("the loopback");
    let listener: TcpListener = socket.listen(16).expect("the loopback");
    let address = listener.local_addr().expect("an address");
    let shutdown = CancellationToken::new();
    (address, shutdown.clone(), tokio::spawn(server::serve(listener, shutdown)))
}

#[tokio::test]
async fn client_that_is_cut_off_resumes() {
    let (address, shutdown, served) = start(([127, 0, 0, 1], 0).into());
    let mut client = Client::default();
    // The client loses its connection.
    client.read(address, 2).await.expect("two events");
    assert_eq!((&*client.text, &*client.last_event_id), ("You sent ", "2"));

    // The server shuts down while it sends, and another one goes on.
    let (read, took) = tokio::join!(client.read(address, usize::MAX), async {
        tokio::time::sleep(Duration::from_millis(250)).await;
        let signalled = Instant::now();
        shutdown.cancel();
        served.await.expect("no panic").expect("the server ends well");
        signalled.elapsed()
    });
    assert!(matches!(read, Err(StreamError::Truncated)), "{read:?}");
    assert!(took < Duration::from_secs(1), "{took:?}");
    assert!(!client.is_complete && ANSWER.starts_with(&client.text), "{}", client.text);

    let (address, shutdown, served) = start(address);
    client.read(address, usize::MAX).await.expect("the rest");
    assert_eq!((&*client.text, client.is_complete), (ANSWER, true));
    shutdown.cancel();
    served.await.expect("no panic").expect("the server ends well");
}
