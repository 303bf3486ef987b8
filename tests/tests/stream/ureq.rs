//! The blocking reader with a blocking HTTP client.

use std::error::Error;
use std::io::{self, BufReader};

use sse_event::StreamError;
use sse_event::reader::EventReader;
use sse_event_tests::server::{Chunk, Server};

use super::{Event, Item};

fn server(chunks: impl Fn() -> Vec<Chunk> + Send + Sync + 'static) -> Server {
    Server::start(move |_| chunks())
}

fn get(server: &Server) -> Result<EventReader<BufReader<ureq::BodyReader<'static>>, Event>, ureq::Error> {
    let response = ureq::get(server.url("/")).call()?;
    Ok(EventReader::new(BufReader::new(response.into_body().into_reader())))
}

#[test]
fn reads_response_event_by_event() -> Result<(), Box<dyn Error>> {
    let server = server(|| {
        let text = "id: 7\nevent: delta\r\ndata: 1\r\n\r\n: keep-alive\n\nevent: text\ndata: é【🌤\n\nevent: done\ndata:\n\n";
        text.as_bytes().chunks(1).map(|byte| Ok(byte.into())).collect()
    });
    let mut events = get(&server)?;
    assert_eq!(events.next().transpose()?, Some(Event::Delta(1)));
    assert_eq!(events.last_event_id(), Some("7"));
    let rest = events.collect::<Result<Vec<_>, _>>()?;
    assert_eq!(rest, [Event::Text("é【🌤".into()), Event::Done]);
    Ok(())
}

#[test]
fn response_that_stops_early_is_truncated() -> Result<(), Box<dyn Error>> {
    let server = server(|| vec![Ok("event: delta\ndata: 1\n\nevent: del".into())]);
    let items: Vec<Item<Event>> = get(&server)?.map(Into::into).collect();
    assert_eq!(items, [Item::Event(Event::Delta(1)), Item::Truncated]);
    Ok(())
}

#[test]
fn aborted_connection_is_transport_error() -> Result<(), Box<dyn Error>> {
    let server = server(|| vec![Ok("event: delta\ndata: 1\n\n".into()), Err(io::Error::other("broken"))]);
    let mut events = get(&server)?;
    let (first, last) = (events.next(), events.next());
    assert!(matches!(first, Some(Ok(Event::Delta(1)))), "{first:?}");
    assert!(matches!(last, Some(Err(StreamError::Transport(_)))), "{last:?}");
    assert!(events.next().is_none());
    Ok(())
}
