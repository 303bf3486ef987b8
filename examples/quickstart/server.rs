//! A server that replays an event stream in the chunks of a bad network.

use std::convert::Infallible;
use std::io;
use std::iter;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::post;
use axum::serve::ListenerExt as _;
use futures_util::{StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// The pause between two chunks: long enough for each to be sent separately.
const PAUSE: Duration = Duration::from_millis(2);

/// The sizes of the chunks, repeated: they end inside lines and inside CR LF.
const SIZES: [usize; 9] = [1, 1, 61, 7, 190, 3, 29, 400, 811];

pub(crate) struct Server {
    address: SocketAddr,
    path: &'static str,
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Listens on a free port of the loopback and replays `script` under `path` for every client.
    pub(crate) async fn start(path: &'static str, script: &'static str) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        // Without this the kernel would merge small chunks. An error is ignored, because that is its only effect.
        let listener = listener.tap_io(|socket| {
            let _ = socket.set_nodelay(true);
        });
        let app = Router::new().route(path, post(move || async move { replay(script) }));
        let (stop, stopped) = oneshot::channel();
        let serve = axum::serve(listener, app).with_graceful_shutdown(async {
            let _ = stopped.await;
        });
        Ok(Self { address, path, stop, task: tokio::spawn(serve.into_future()) })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.path)
    }

    /// Finishes the open responses and stops.
    pub(crate) async fn stop(self) -> io::Result<()> {
        // The receiver is gone only if the server has stopped by itself; then the task returns the error.
        let _ = self.stop.send(());
        self.task.await?
    }
}

fn replay(script: &str) -> impl IntoResponse + use<> {
    let chunks = stream::iter(ragged(on_the_wire(script))).then(|chunk| async {
        tokio::time::sleep(PAUSE).await;
        Ok::<_, Infallible>(chunk)
    });
    ([(CONTENT_TYPE, "text/event-stream; charset=utf-8")], Body::from_stream(chunks))
}

/// The script with CR LF line ends, as some servers write them, independent of the line ends in the source tree.
fn on_the_wire(script: &str) -> Bytes {
    script.lines().flat_map(|line| [line, "\r\n"]).collect::<String>().into()
}

/// Cuts the bytes into chunks of the sizes above, and inside every character of several bytes.
fn ragged(mut rest: Bytes) -> impl Iterator<Item = Bytes> {
    let mut sizes = SIZES.into_iter().cycle();
    iter::from_fn(move || {
        let size = sizes.next()?.min(rest.len());
        let size = rest[..size].iter().position(|byte| !byte.is_ascii()).map_or(size, |at| at + 1);
        (size > 0).then(|| rest.split_to(size))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Answer;
    use crate::conversation::Conversation;
    use crate::report::View as _;

    #[test]
    fn chunks_end_inside_crlf_characters_and_field_names() {
        for script in [Answer::SCRIPT, Conversation::SCRIPT] {
            let bytes = on_the_wire(script);
            let chunks: Vec<Bytes> = ragged(bytes.clone()).collect();
            assert_eq!(chunks.concat(), bytes);

            let within = |is: fn(&[u8], &[u8]) -> bool| chunks.windows(2).any(|pair| is(&pair[0], &pair[1]));
            assert!(within(|head, tail| head.ends_with(b"\r") && tail.starts_with(b"\n")), "inside CR LF");
            assert!(within(|_, tail| (0x80..0xc0).contains(&tail[0])), "inside a character");
            assert!(
                within(|head, tail| head.ends_with(b"dat") && tail.starts_with(b"a")),
                "inside a field's name"
            );
        }
    }
}
