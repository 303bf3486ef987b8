//! Faults of a server on the loopback, and the requests that our client makes for each.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use sse_event::StreamError;
use sse_event::event_source::{EventSourceError, LostConnection, RequestBuilderExt as _};
use tokio::time::timeout;

use super::Endless;
use super::server::{Answer, End, Server, client, hasty};

const ONE: &[u8] = b"id: 1\nevent: delta\ndata: 1\n\n";
const TWO: &[u8] = b"id: 2\nevent: delta\ndata: 2\n\n";

/// The deltas that arrive until the stream stays open, and the IDs of the requests.
async fn deltas(count: usize, answers: Vec<Answer>) -> (Vec<u32>, Vec<Option<String>>) {
    let server = Server::start(move |number, _| answers[number.min(answers.len() - 1)].clone());
    let mut events = server.events::<Endless>();
    let mut deltas = Vec::new();
    while deltas.len() < count {
        let item = timeout(Duration::from_secs(20), events.next()).await.expect("an event in time");
        match item.expect("a stream").expect("an event") {
            Endless::Delta(number) => deltas.push(number),
            Endless::Error => panic!("an error event"),
        }
    }
    (deltas, server.ids())
}

fn ids<const N: usize>(ids: [Option<&str>; N]) -> Vec<Option<String>> {
    ids.into_iter().map(|id| id.map(str::to_owned)).collect()
}

fn open() -> Answer {
    Answer::chunks(&[TWO], End::Stay)
}

#[tokio::test]
async fn resumes_after_reset_wherever_it_falls() {
    let more = "id: é\nevent: delta\ndata: 9\n\n".as_bytes();
    // In an event's fields, between the two bytes of the é, before the blank line that would complete the event.
    for cut in [1, 5, 12, more.len() - 1] {
        let broken = [ONE, &more[..cut]].concat();
        for end in [End::Reset, End::Close] {
            let (numbers, sent) = deltas(2, vec![Answer::chunks(&[&broken], end), open()]).await;
            assert_eq!((numbers, sent), (vec![1, 2], ids([None, Some("1")])), "cut at {cut}");
            let (numbers, sent) = deltas(2, vec![Answer::stream(&broken).ending(end), open()]).await;
            assert_eq!((numbers, sent), (vec![1, 2], ids([None, Some("1")])), "cut at {cut}");
        }
    }
    // In the middle of a chunk, and in the size of a chunk.
    for rest in ["8\r\nid: ", "8", "ffffffffffffffffffff\r\n", "no chunk\r\n"] {
        let mut answer = Answer::chunks(&[ONE], End::Reset);
        answer.bytes.extend(rest.bytes());
        let (numbers, sent) = deltas(2, vec![answer, open()]).await;
        assert_eq!((numbers, sent), (vec![1, 2], ids([None, Some("1")])), "{rest:?}");
    }
}

#[tokio::test]
async fn resumes_after_reset_in_head() {
    let heads = ["", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\ncontent-type: text/ev", "nothing of the kind\r\n\r\n"];
    for head in heads {
        for end in [End::Reset, End::Close] {
            let (numbers, sent) = deltas(1, vec![Answer::new(head, end), open()]).await;
            assert_eq!((numbers, sent), (vec![2], ids([None, None])), "{head:?}");
        }
    }
}

#[tokio::test]
async fn requests_carry_the_headers_of_an_event_source() {
    let server = Server::start(|number, _| if number == 0 { Answer::stream(ONE) } else { open() });
    let request = client().get(server.url()).header("accept", "text/event-stream, */*").header("x-own", "7");
    let mut events = hasty(request.header("last-event-id", "own").event_source::<Endless>());
    for _ in 0..2 {
        assert!(matches!(events.next().await, Some(Ok(_))));
    }
    assert_eq!(server.ids(), ids([Some("own"), Some("1")]));
    for request in server.requests() {
        assert_eq!(request.line(), "GET /stream HTTP/1.1");
        assert_eq!(request.header("accept").as_deref(), Some("text/event-stream, */*"));
        assert_eq!(request.header("cache-control").as_deref(), Some("no-cache"));
        assert_eq!(request.header("x-own").as_deref(), Some("7"));
    }
}

/// Each ID is sent back as received; an ID that was reset is not sent any more.
#[tokio::test]
async fn ids_are_sent_back_in_utf8() {
    let event = |id: &str| Answer::stream(format!("id: {id}\nevent: delta\ndata: 1\n\n"));
    let answers = vec![event("é"), event("🌤 x"), event(""), event("a\0b"), event("7"), open()];
    let (_, sent) = deltas(6, answers).await;
    assert_eq!(sent, ids([None, Some("é"), Some("🌤 x"), None, None, Some("7")]));
}

/// Fatal, with the response of the server.
#[tokio::test]
async fn refusals_are_fatal() {
    for (status, headers, body) in [
        (204, "", ""),
        (401, "www-authenticate: Bearer\r\n", "who are you"),
        (429, "", "slow down"),
        (500, "content-type: application/json\r\n", "{\"error\":\"down\"}"),
        (200, "content-type: text/html\r\n", "<h1>Sign in</h1>"),
        (200, "", "data: x\n\n"),
    ] {
        let server = Server::start(move |_, _| Answer::status(status, headers, body));
        let mut events = server.events::<Endless>();
        let Some(Err(StreamError::Transport(EventSourceError::Response(response)))) = events.next().await
        else {
            panic!("{status} is not refused");
        };
        assert_eq!((response.status().as_u16(), response.body()), (status, body.as_bytes()));
        assert!(events.next().await.is_none());
        assert_eq!(server.requests().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    let later = Answer::status(429, "retry-after: 1\r\n", "");
    let server = Server::start(move |number, _| if number == 0 { later.clone() } else { open() });
    assert!(matches!(server.events::<Endless>().next().await, Some(Ok(Endless::Delta(2)))));
    let requests = server.requests();
    assert!(requests[1].time - requests[0].time >= Duration::from_secs(1));
}

/// Ten attempts find no server, and the eleventh does.
#[tokio::test]
async fn server_that_comes_back_is_found() {
    let server = Server::start_after(Duration::from_millis(400), |_, _| open());
    let (tries, count) =
        (std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0)), std::sync::atomic::Ordering::Relaxed);
    let counted = std::sync::Arc::clone(&tries);
    let mut events = server.events::<Endless>().backoff(Duration::from_millis(4), Duration::from_millis(30));
    events = events.on_connection(move |connection| {
        if let sse_event::event_source::Connection::Lost { retries, .. } = connection {
            counted.store(*retries, count);
        }
    });
    assert_eq!(events.try_next().await.expect("an event"), Some(Endless::Delta(2)));
    assert!(tries.load(count) >= 10, "{tries:?}");
}

#[tokio::test]
async fn post_is_repeated_only_where_the_caller_allows_it() {
    let post = |server: &Server| client().post(server.url()).body("{}").event_source::<Endless>();
    let serve =
        || Server::start(|number, _| if number == 0 { Answer::chunks(&[ONE], End::Reset) } else { open() });

    let server = serve();
    let items: Vec<_> = hasty(post(&server)).collect().await;
    assert!(
        matches!(
            &items[..],
            [
                Ok(Endless::Delta(1)),
                Err(StreamError::Transport(EventSourceError::Lost(LostConnection::Body(_))))
            ]
        ),
        "{items:?}"
    );
    assert_eq!(server.requests().len(), 1);

    let server = serve();
    let items: Vec<_> = hasty(post(&server)).allow_repeat().take(2).collect().await;
    assert!(matches!(&items[..], [Ok(Endless::Delta(1)), Ok(Endless::Delta(2))]), "{items:?}");
    assert_eq!(server.ids(), ids([None, Some("1")]));
    assert!(server.requests().iter().all(|request| request.line().starts_with("POST ")));

    // A body that is a stream is not repeated either, even if the caller allows it.
    let server = serve();
    let body = reqwest::Body::wrap_stream(futures_util::stream::iter([Ok::<_, std::io::Error>("{}")]));
    let events = client().post(server.url()).body(body).event_source::<Endless>();
    let items: Vec<_> = hasty(events.allow_repeat()).collect().await;
    assert!(
        matches!(&items[..], [Ok(_), Err(StreamError::Transport(EventSourceError::Lost(_)))]),
        "{items:?}"
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn request_that_cannot_be_built_is_one_error() {
    let items: Vec<_> = client().get("not a URL").event_source::<Endless>().collect().await;
    let [Err(StreamError::Transport(EventSourceError::Lost(LostConnection::Request(error))))] = &items[..]
    else {
        panic!("{items:?}");
    };
    assert!(error.is::<reqwest::Error>(), "{error}");
}

/// The connection is closed with the stream, and no request follows.
#[tokio::test]
async fn dropping_the_stream_closes_the_connection() {
    let server = Server::start(|_, _| open());
    let mut events = server.events::<Endless>();
    assert!(matches!(events.next().await, Some(Ok(_))));
    let tasks = tokio::runtime::Handle::current().metrics().num_alive_tasks();
    drop(events);
    let closed = async {
        while tokio::runtime::Handle::current().metrics().num_alive_tasks() >= tasks {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    // The server's task ends when its connection does.
    timeout(Duration::from_secs(10), closed).await.expect("a closed connection");
    assert_eq!(server.requests().len(), 1);
}
