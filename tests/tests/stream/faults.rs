//! The errors of a stream, and the views that skip or convert them.

use std::error::Error;
use std::fmt;

use futures_util::TryStreamExt as _;
use sse_event::error::EventError;
use sse_event::{ByteStreamExt as _, ErrorKind, StreamError};

use super::transport::{Broken, Transport, drain};
use super::{Endless, Event, Item};

const MIXED: &str = "event: delta\ndata: 1\n\n\
                     event: delta\ndata: x\n\n\
                     event: later\ndata: {\n\n\
                     data: nameless\n\n\
                     event: ping\ndata: x\n\n\
                     event: delta\ndata: 256\n\n\
                     event: delta\ndata: 2\n\n\
                     data: [DONE]\n\n";

#[test]
fn stream_continues_after_decode_error() {
    let items: Vec<Item<Event>> = drain(Transport::of(MIXED).sse_events::<Event>());
    let expected = [
        Item::Event(Event::Delta(1)),
        Item::Decode(ErrorKind::Payload),
        Item::Decode(ErrorKind::UnknownEvent),
        Item::Decode(ErrorKind::UnknownEvent),
        Item::Decode(ErrorKind::Payload),
        Item::Event(Event::Delta(2)),
    ];
    assert_eq!(items, expected);
}

#[test]
fn skip_unknown_skips_only_unknown_events() {
    let items: Vec<Item<Event>> = drain(Transport::of(MIXED).sse_events::<Event>().skip_unknown());
    let malformed = Item::Decode(ErrorKind::Payload);
    let expected = [Item::Event(Event::Delta(1)), malformed.clone(), malformed, Item::Event(Event::Delta(2))];
    assert_eq!(items, expected);
    // Neither a truncation nor a failure of the transport is skipped.
    let cut: Vec<Item<Event>> = drain(Transport::of("event: x\n\n").sse_events::<Event>().skip_unknown());
    assert_eq!(cut, [Item::Truncated]);
    let broken: Vec<Item<Event>> = drain(Transport::default().broken().sse_events::<Event>().skip_unknown());
    assert_eq!(broken, [Item::Transport]);
}

#[test]
fn decode_error_has_raw_event_with_id() {
    let items: Vec<_> = drain(
        Transport::of("id: 4\nretry: 9\nevent: delta\ndata: [1,\ndata: 2]\n\n").sse_events::<Endless>(),
    );
    let [Err(StreamError::<Broken>::Decode(error))] = &items[..] else { panic!("{items:?}") };
    let raw = error.raw_event();
    assert_eq!((raw.event, raw.data, raw.id), ("delta", "[1,\n2]", Some("4")));
    assert_eq!(raw.retry, Some(std::time::Duration::from_millis(9)));
}

#[test]
fn errors_as_err_turns_error_event_into_err() {
    let text = "event: delta\ndata: 1\n\nevent: error\ndata: {\"code\":5}\n\nevent: delta\ndata: x\n\nevent: delta\ndata: 2\n\n";
    let items: Vec<Result<Event, EventError<Event, Broken>>> =
        drain(Transport::of(text).broken().sse_events::<Event>().errors_as_err());
    assert!(matches!(
        &items[..],
        [
            Ok(Event::Delta(1)),
            Err(EventError::Event(Event::Error { code: 5 })),
            Err(EventError::Stream(StreamError::Decode(_))),
            Ok(Event::Delta(2)),
            Err(EventError::Stream(StreamError::Transport(Broken))),
        ]
    ));
    // The server has explained why it stops, so there is no additional truncation.
    let items: Vec<Result<Event, EventError<Event, Broken>>> =
        drain(Transport::of("event: error\ndata: {\"code\":5}\n\n").sse_events::<Event>().errors_as_err());
    assert_eq!(items.len(), 1);
}

#[test]
fn display_names_cause() {
    let texts = |items: Vec<Result<Event, StreamError<Broken>>>| -> Vec<String> {
        items.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect()
    };
    let broken = Transport::of("event: delta\ndata: x\n\n").broken().sse_events();
    assert_eq!(texts(drain(broken)), ["delta: expected value (line 1 column 1): x", "the transport failed"]);
    let cut = Transport::of("data: 12345\n\n").sse_events().max_event_size(4);
    assert_eq!(
        texts(drain(cut)),
        ["an event is larger than the limit of 4 bytes", "the stream ended before it was complete"]
    );
    let reported: EventError<Event, Broken> = EventError::Event(Event::Text("\n".repeat(1_000_000)));
    assert_eq!(reported.to_string(), "the server reported an error: `text`");
    assert!(reported.source().is_none());
}

/// A transport error with a cause.
#[derive(Debug)]
struct Lost(Broken);

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the response is lost")
    }
}

impl Error for Lost {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn error_chain_has_transport_error_once() {
    let lost = StreamError::Transport(Lost(Broken));
    assert_eq!(lost.to_string(), "the transport failed");
    assert!(lost.source().is_some_and(<dyn Error>::is::<Lost>));
    let lost: EventError<Event, Lost> = EventError::Stream(lost);
    assert_eq!(lost.to_string(), "the transport failed");
    assert!(lost.source().is_some_and(<dyn Error>::is::<Lost>));
}

/// The error that contains it already shows its text.
#[test]
fn decode_error_is_not_source() {
    assert!(StreamError::<Broken>::Truncated.source().is_none());
    let items: Vec<_> = drain(Transport::of("event: delta\ndata: x\n\n").sse_events::<Endless>());
    let Some(Err(error)) = items.into_iter().next() else { panic!("an error") };
    assert!(Error::source(&error).is_none());
    assert!(matches!(&error, StreamError::Decode(error) if error.json_error().is_some()));
    let error: EventError<Endless, Broken> = EventError::Stream(error);
    assert!(error.source().is_none());
}

#[test]
fn error_says_whether_it_ended_stream() {
    let input =
        "event: delta\ndata: x\n\nevent: error\ndata: {\"code\":5}\n\nevent: text\ndata: far too large\n\n";
    let ends = |transport: Transport| -> Vec<bool> {
        let events = transport.sse_events::<Event>().max_event_size(10).errors_as_err();
        let items: Vec<Result<Event, EventError<Event, Broken>>> = drain(events);
        items.into_iter().filter_map(Result::err).map(|error| error.ends_stream()).collect()
    };
    assert_eq!(ends(Transport::of(input).broken()), [false, false, false, true]);
    let done = "event: delta\ndata: x\n\nevent: delta";
    assert_eq!(ends(Transport::of(done)), [false, true]);
}

#[test]
fn errors_convert_with_question_mark() {
    async fn typed(transport: Transport) -> Result<Vec<Event>, Box<dyn Error + Send + Sync>> {
        Ok(transport.sse_events().try_collect().await?)
    }
    async fn tried(transport: Transport) -> Result<Option<Event>, Box<dyn Error>> {
        Ok(transport.sse_events().errors_as_err().try_next().await?)
    }
    /// A boxed error does not implement `Error`: it is mapped first, as the documentation recommends.
    async fn boxed(transport: Transport) -> Result<Option<Event>, Box<dyn Error>> {
        let boxed = transport.map_err(|error| -> Box<dyn Error + Send + Sync> { Box::new(error) });
        Ok(boxed.map_err(std::io::Error::other).sse_events().try_next().await?)
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let broken = || Transport::default().broken();
    let error = runtime.block_on(typed(broken())).expect_err("broken");
    assert!(matches!(error.downcast_ref(), Some(StreamError::Transport(Broken))));
    let error = runtime.block_on(tried(broken())).expect_err("broken");
    assert!(matches!(
        error.downcast_ref(),
        Some(EventError::<Event, _>::Stream(StreamError::Transport(Broken)))
    ));
    let error = runtime.block_on(boxed(broken())).expect_err("broken");
    assert_eq!(error.to_string(), "the transport failed");
    let events = runtime.block_on(typed(Transport::of("event: delta\ndata: 1\n\ndata: [DONE]\n\n")));
    assert_eq!(events.expect("events"), [Event::Delta(1)]);
}
