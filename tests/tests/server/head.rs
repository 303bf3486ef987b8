//! `HEAD` requests: a stream of events as their body would never end.

use futures_util::stream;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::abandoned::serve;
use crate::client::soon;
use crate::frameworks::Framework;
use crate::{Event, Item};

/// Reads up to this text, and returns everything read.
async fn read_to(connection: &mut TcpStream, end: &str) -> String {
    let mut read = Vec::new();
    while !read.ends_with(end.as_bytes()) {
        read.push(soon(connection.read_u8()).await.expect("more is to come"));
    }
    String::from_utf8(read).expect("UTF-8")
}

/// The lines of the head for this method, without those about the connection and the time.
async fn head(connection: &mut TcpStream, method: &str) -> Vec<String> {
    let request = format!("{method} / HTTP/1.1\r\nhost: localhost\r\n\r\n");
    soon(connection.write_all(request.as_bytes())).await.expect("it is sent");
    let head = read_to(connection, "\r\n\r\n").await.to_ascii_lowercase();
    let of_the_body = |line: &&str| !line.starts_with("date:") && !line.starts_with("transfer-encoding:");
    let mut lines: Vec<_> = head.lines().filter(of_the_body).map(str::to_owned).collect();
    lines.sort();
    lines
}

async fn assert_answered<S>(framework: Framework, rest: fn() -> S)
where
    S: futures_util::Stream<Item = Item> + Send + Sync + 'static,
{
    let (server, dropped) = serve(framework, rest, |body| body);
    let mut connection = soon(TcpStream::connect(server.address())).await.expect("the server listens");
    let alone = head(&mut connection, "HEAD").await;
    soon(dropped.notified()).await;
    let before_a_body = head(&mut connection, "GET").await;
    assert_eq!(alone, before_a_body, "{framework:?}");
    assert!(alone.contains(&"content-type: text/event-stream".to_owned()), "{framework:?}: {alone:?}");
    read_to(&mut connection, "event: ping\ndata: {}\n\n").await;
}

#[tokio::test]
async fn head_request_drops_stream() {
    for framework in Framework::ALL {
        assert_answered(framework, stream::pending).await;
        assert_answered(framework, || stream::repeat_with(|| Ok(Event::Ping.bare()))).await;
    }
}
