//! A server on the loopback that writes scripted bytes and records the requests.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sse_event::event_source::RequestBuilderExt as _;
use sse_event::{DecodeEventOwned, EventSource};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// A request as received.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) time: Instant,
    head: Vec<u8>,
}

impl Request {
    pub(crate) fn line(&self) -> String {
        String::from_utf8_lossy(self.head.split(|byte| *byte == b'\r').next().unwrap_or_default())
            .into_owned()
    }

    /// The value of a header, which need not be ASCII.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.head.split(|byte| *byte == b'\n').find_map(|line| {
            let (key, value) = line.split_at(line.iter().position(|byte| *byte == b':')?);
            let is_it = key.eq_ignore_ascii_case(name.as_bytes());
            is_it.then(|| String::from_utf8_lossy(&value[1..]).trim().to_owned())
        })
    }

    pub(crate) fn last_event_id(&self) -> Option<String> {
        self.header("last-event-id")
    }
}

/// A response: the bytes to write, and how the connection ends.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) bytes: Vec<u8>,
    pub(crate) end: End,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    Close,
    Reset,
    /// It does not end: the client must disconnect.
    Stay,
}

impl Answer {
    pub(crate) fn new(bytes: impl Into<Vec<u8>>, end: End) -> Self {
        Self { bytes: bytes.into(), end }
    }

    /// An event stream that ends with its connection.
    pub(crate) fn stream(body: impl AsRef<[u8]>) -> Self {
        let head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
        Self::new([head, body.as_ref()].concat(), End::Close)
    }

    /// Chunks of an event stream, after which the connection ends without the final chunk.
    pub(crate) fn chunks(chunks: &[&[u8]], end: End) -> Self {
        let mut bytes =
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
                .to_vec();
        for chunk in chunks {
            bytes.extend(format!("{:x}\r\n", chunk.len()).bytes());
            bytes.extend(*chunk);
            bytes.extend(b"\r\n");
        }
        Self::new(bytes, end)
    }

    pub(crate) fn status(status: u16, headers: &str, body: &str) -> Self {
        let length = body.len();
        Self::new(
            format!(
                "HTTP/1.1 {status} Of the test\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
            ),
            End::Close,
        )
    }

    pub(crate) fn ending(mut self, end: End) -> Self {
        self.end = end;
        self
    }
}

pub(crate) struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    /// Answers each request with the result of `answer` for the number of the request, from 0 on, and the request.
    pub(crate) fn start(answer: impl Fn(usize, &Request) -> Answer + Send + Sync + 'static) -> Self {
        Self::start_after(Duration::ZERO, answer)
    }

    /// The same after this time, during which connections are refused.
    pub(crate) fn start_after(
        refused: Duration,
        answer: impl Fn(usize, &Request) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind((Ipv4Addr::LOCALHOST, 0).into()).expect("the loopback");
        let address = socket.local_addr().expect("an address");
        let requests = Arc::<Mutex<Vec<Request>>>::default();
        let seen = Arc::clone(&requests);
        let listen = move || socket.listen(1024).expect("a listener");
        let listener = if refused.is_zero() { Ok(listen()) } else { Err(listen) };
        let task = tokio::spawn(async move {
            let listener = match listener {
                Ok(listener) => listener,
                Err(listen) => {
                    sleep(refused).await;
                    listen()
                }
            };
            let answer = Arc::new(answer);
            loop {
                let Ok((connection, _)) = listener.accept().await else { continue };
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                tokio::spawn(async move {
                    // Some of the tests disconnect the client.
                    let _ = serve(connection, |request| {
                        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
                        seen.push(request.clone());
                        answer(seen.len() - 1, &request)
                    })
                    .await;
                });
            }
        });
        Self { address, requests, task }
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn ids(&self) -> Vec<Option<String>> {
        self.requests().iter().map(Request::last_event_id).collect()
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/stream", self.address)
    }

    /// Our client, with short waits.
    pub(crate) fn events<T: DecodeEventOwned>(&self) -> EventSource<T> {
        hasty(client().get(self.url()).event_source())
    }
}

pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().expect("a client")
}

pub(crate) fn hasty<T>(events: EventSource<T>) -> EventSource<T> {
    let millis = Duration::from_millis;
    events.reconnection_time(millis(1)).backoff(millis(2), millis(30))
}

async fn serve(mut connection: TcpStream, answer: impl FnOnce(Request) -> Answer) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        if connection.read_buf(&mut head).await? == 0 {
            return Ok(());
        }
    }
    let Answer { bytes, end } = answer(Request { time: Instant::now(), head });
    connection.write_all(&bytes).await?;
    match end {
        End::Close => {
            connection.shutdown().await?;
        }
        End::Reset => {
            // Everything written must be read first, because a reset discards the rest.
            sleep(Duration::from_millis(20)).await;
            connection.set_zero_linger()?;
        }
        End::Stay => {
            let mut rest = Vec::new();
            connection.read_to_end(&mut rest).await?;
        }
    }
    Ok(())
}
