//! A server that loses connections in many ways, byte by byte, and records the requests.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sse_event::SseEvent as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time::sleep;

use crate::event::PageEvent;
use crate::server::Log;

/// A request for events.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    pub(super) path: String,
    pub(super) last_event_id: Option<String>,
    pub(super) accept: Option<String>,
    pub(super) cache_control: Option<String>,
}

/// The end of a connection.
#[derive(Clone, Copy)]
enum End {
    /// As if the response were complete.
    Whole,
    /// Without the last chunk.
    Early,
    /// Within a chunk.
    InChunk,
    /// By a reset, once the client has read.
    Reset,
}

/// The responses to the requests for events, in order; the event `done` is the last.
const ANSWERS: [(&[u8], End); 10] = [
    (b"retry: 50\nid: 1\nevent: log\ndata: one\n\nid: cut\nevent: log\ndata: cut", End::Early),
    ("id: 2\nevent: log\ndata: two\n\nevent: log\ndata: ü".as_bytes().split_last().unwrap().1, End::Reset),
    (b"id: 3\nevent: log\ndata: three\n\nid\nevent: log\ndata: no ID\n\n", End::Whole),
    ("id: 4\nevent: log\ndata: four\n\nid: a\0b\nevent: ping\ndata: {}\n\nid: ü🦀\nevent: progress\ndata: 5\n\n".as_bytes(), End::InChunk),
    (b": nothing\n\nid: alone\n\n", End::Whole),
    (b"\xef\xbb\xbfid: 6\ndata: \"six\"\n\nretry: 99999999999999999999\nretry: 5x\n\n", End::Early),
    (b"retry: 0\r\n\r\nid: 7\revent: note\rdata: {\"text\":\"seven\"}\r\r", End::Whole),
    // A redirect.
    (b"", End::Whole),
    (b"id: 8\r\nevent: error\r\ndata: {\"message\":\"eight\"}\r\n\r\nevent: log\r\ndata: cut\r\n", End::Whole),
    (b"event: done\ndata: {}\n\n", End::Whole),
];

/// The index of the response that is a redirect.
const REDIRECTED: usize = 7;

pub(super) struct Faulty {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    pub(super) logs: UnboundedReceiver<Log>,
}

impl Faulty {
    /// Listens on a free port of the loopback for the duration of the test.
    pub(super) async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let (sender, logs) = mpsc::unbounded_channel();
        let server = Self { address: listener.local_addr()?, requests: Arc::default(), logs };
        let requests = Arc::clone(&server.requests);
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                // A connection without a request is not an error: browsers keep spare connections.
                tokio::spawn(answer(connection, Arc::clone(&requests), sender.clone()));
            }
        });
        Ok(server)
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The requests for events, in order.
    pub(super) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

async fn answer(
    mut connection: TcpStream,
    requests: Arc<Mutex<Vec<Request>>>,
    logs: UnboundedSender<Log>,
) -> io::Result<()> {
    let Some((head, body)) = read(&mut connection).await? else { return Ok(()) };
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    match &*path {
        "/" => whole(&mut connection, "text/html", include_bytes!("../page.html")).await,
        "/names" => {
            let names = serde_json::to_vec(PageEvent::EVENT_TYPES)?;
            whole(&mut connection, "application/json", &names).await
        }
        "/log" => {
            // The receiver is gone if the test is over.
            let _ = logs.send(serde_json::from_slice(&body)?);
            whole(&mut connection, "text/plain", b"").await
        }
        _ => {
            let at = {
                let mut requests = requests.lock().unwrap();
                requests.push(Request {
                    path,
                    last_event_id: header(&head, "last-event-id"),
                    accept: header(&head, "accept"),
                    cache_control: header(&head, "cache-control"),
                });
                requests.len() - 1
            };
            events(connection, at).await
        }
    }
}

/// The head of a request and its body.
async fn read(connection: &mut TcpStream) -> io::Result<Option<(String, Vec<u8>)>> {
    let mut bytes = Vec::new();
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            let length = header(&head, "content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
            let mut body = bytes.split_off(end + 4);
            let read = body.len();
            body.resize(length.max(read), 0);
            connection.read_exact(&mut body[read..]).await?;
            return Ok(Some((head, body)));
        }
        if connection.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
    }
}

fn header(head: &str, name: &str) -> Option<String> {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    let mut values =
        fields.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned());
    values.next()
}

async fn whole(connection: &mut TcpStream, content_type: &str, body: &[u8]) -> io::Result<()> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    );
    connection.write_all(&[head.as_bytes(), body].concat()).await?;
    connection.shutdown().await
}

/// Sends the response with this index.
async fn events(mut connection: TcpStream, at: usize) -> io::Result<()> {
    if at == REDIRECTED {
        let head = "HTTP/1.1 307 Moved\r\nlocation: /moved\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        connection.write_all(head.as_bytes()).await?;
        return connection.shutdown().await;
    }
    let Some((body, end)) = ANSWERS.get(at) else {
        connection.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").await?;
        return connection.shutdown().await;
    };
    let promised = body.len() + if matches!(end, End::InChunk) { 10 } else { 0 };
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\
         connection: close\r\n\r\n{promised:x}\r\n"
    );
    let rest: &[u8] = match end {
        End::Whole => b"\r\n0\r\n\r\n",
        End::Early | End::Reset => b"\r\n",
        End::InChunk => b"",
    };
    connection.write_all(&[head.as_bytes(), body, rest].concat()).await?;
    if matches!(end, End::Reset) {
        // A reset discards everything that the client has not read.
        sleep(Duration::from_millis(300)).await;
        connection.set_zero_linger()?;
        return Ok(());
    }
    connection.shutdown().await
}
