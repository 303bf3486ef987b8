//! Events from another task, which may fail.

use std::error::Error as _;
use std::io;
use std::net::TcpListener;

use actix_web::{App, HttpServer, web};
use axum::Router;
use axum::routing::get;
use futures_util::{StreamExt as _, TryStreamExt as _};
use sse_event::server::{BodyError, EventReceiver, EventSender};
use sse_event::server::{ChannelError, SendError};
use sse_event::wire::Comment;
use sse_event::{ByteStreamExt as _, EventBody, EventMeta, StreamError};

use crate::Event;
use crate::body::{END, PING};
use crate::client::soon;

type Body = EventBody<EventReceiver<Event>>;

/// The actions of a producer after its first event.
#[derive(Clone, Copy, Debug)]
enum Then {
    Finish,
    Terminal,
    Panic,
    Return,
    Abort,
}

const ALL: [Then; 5] = [Then::Finish, Then::Terminal, Then::Panic, Then::Return, Then::Abort];

fn produce(then: Then) -> Body {
    let (sender, body) = EventBody::channel(1);
    tokio::spawn(async move {
        sender.send(Event::Ping).await?;
        match then {
            Then::Finish => sender.finish(),
            Then::Terminal => sender.send(Event::Finished).await?,
            Then::Panic => panic!("the producer dies, as this test wants it"),
            Then::Return => {}
            Then::Abort => sender.abort(io::Error::other("the model is gone")),
        }
        Ok::<_, SendError>(())
    });
    body
}

/// The bytes, and the error at the end.
async fn read(body: Body) -> (String, Option<BodyError<ChannelError>>) {
    let mut body = std::pin::pin!(body);
    let mut text = String::new();
    while let Some(chunk) = soon(body.next()).await {
        match chunk {
            Ok(chunk) => text.push_str(std::str::from_utf8(&chunk).expect("UTF-8")),
            Err(error) => {
                assert!(soon(body.next()).await.is_none(), "a chunk after the error");
                return (text, Some(error));
            }
        }
    }
    (text, None)
}

#[tokio::test]
async fn only_a_finished_body_is_complete() {
    const DROPPED: &[&str] = &["the sender was dropped before it finished the body"];
    let finished = "event: finished\ndata: {}\n\n";
    for (then, expected, error) in [
        (Then::Finish, [PING, END].concat(), &[][..]),
        (Then::Terminal, [PING, finished, END].concat(), &[]),
        (Then::Panic, PING.to_owned(), DROPPED),
        (Then::Return, PING.to_owned(), DROPPED),
        (Then::Abort, PING.to_owned(), &["the sender aborted the body", "the model is gone"]),
    ] {
        let (text, failure) = read(produce(then)).await;
        assert_eq!(text, expected, "{then:?}");
        let source = failure.as_ref().and_then(|failure| failure.source());
        let chain: Vec<_> =
            std::iter::successors(source, |&error| error.source()).map(ToString::to_string).collect();
        assert_eq!(chain, error, "{then:?}");
    }
}

#[tokio::test]
async fn sender_sends_every_block() {
    let (sender, body): (EventSender<(Event, EventMeta)>, _) = EventBody::channel(0);
    tokio::spawn(async move {
        sender.send(Comment::new("working")).await?;
        sender.send((Event::Ping, EventMeta::default().with_id("7"))).await?;
        sender.send(EventMeta::default().with_id("8")).await?;
        sender.finish();
        Ok::<_, SendError>(())
    });
    let bytes: Vec<u8> = soon(body.map_ok(Vec::from).try_concat()).await.expect("a whole body");
    assert_eq!(bytes, b": working\nevent: ping\nid: 7\ndata: {}\n\nid: 8\n\ndata: [DONE]\n\n");
}

#[tokio::test]
async fn sender_learns_that_the_client_is_gone() {
    let (sender, body): (EventSender<Event>, _) = EventBody::channel(usize::MAX);
    sender.send(Event::Ping).await.expect("the body is there");
    drop(body);
    soon(sender.closed()).await;
    let error = sender.send(Event::Ping).await.expect_err("nobody reads it");
    assert_eq!(error.to_string(), "the body has been dropped or has ended");
}

/// Reads the events of each producer: only a finished body appears complete.
async fn assert_honest(url: &str) {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    for (number, then) in ALL.into_iter().enumerate() {
        let response = soon(client.get(format!("{url}/{number}")).send()).await.expect("a response");
        let items: Vec<_> = soon(response.bytes_stream().sse_events::<Event>().collect()).await;
        let is_honest = match then {
            Then::Finish => matches!(&items[..], [Ok(Event::Ping)]),
            Then::Terminal => matches!(&items[..], [Ok(Event::Ping), Ok(Event::Finished)]),
            Then::Panic | Then::Return | Then::Abort => {
                matches!(&items[..], [Ok(Event::Ping), Err(StreamError::Transport(_))])
            }
        };
        assert!(is_honest, "{then:?}: {items:?}");
    }
}

#[tokio::test]
async fn dead_producer_breaks_the_connection_of_axum() {
    let answer = async |number: axum::extract::Path<usize>| produce(ALL[*number]);
    let app = Router::new().route("/{number}", get(answer));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("the loopback");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(axum::serve(listener, app).into_future());
    assert_honest(&url).await;
}

#[actix_web::test]
async fn dead_producer_breaks_the_connection_of_actix_web() {
    let answer = async |number: web::Path<usize>| produce(ALL[*number]);
    let app = move || App::new().route("/{number}", web::get().to(answer));
    let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let server = HttpServer::new(app).workers(1).disable_signals();
    let server = server.listen(listener).expect("a listener").run();
    let handle = server.handle();
    tokio::spawn(server);
    assert_honest(&url).await;
    handle.stop(false).await;
}
