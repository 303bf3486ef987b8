//! Auto traits and names of the stream types, checked by the compiler.

use std::pin::Pin;
use std::rc::Rc;

use futures_util::stream::{self, FusedStream};
use futures_util::{FutureExt as _, Stream, StreamExt as _};
use sse_event::stream::{BoxEventStream, EventStream, RawEventStreamExt};
use sse_event::stream::{ByteSource, ErrorsAsErr, ParsedSource, WithMeta};
use sse_event::{ByteStreamExt, DecodeEventOwned, RawEventBuf, SseEvent, StreamError};

use super::transport::{self, Broken, Transport, drain};
use super::{Endless, Event, Item};

fn is_send<T: Send>(_: &T) {}
fn is_sync<T: Sync>(_: &T) {}
fn is_unpin<T: Unpin>(_: &T) {}
fn is_static<T: 'static>(_: &T) {}
fn is_fused<S: FusedStream>(_: &S) {}
fn is_debug<T: std::fmt::Debug>(_: &T) {}

/// An event that cannot cross threads.
#[derive(Debug, SseEvent)]
enum Local {
    #[event("text", raw)]
    Text(Rc<str>),
}

#[test]
fn views_inherit_auto_traits_of_transport() {
    fn everything<S: FusedStream + Send + Sync + Unpin + 'static>(stream: &S) {
        is_send(stream);
        is_sync(stream);
        is_unpin(stream);
        is_static(stream);
        is_fused(stream);
    }
    let events = || Transport::default().sse_events::<Event>();
    everything(&events());
    everything(&events().skip_unknown().max_event_size(1));
    everything(&events().with_meta());
    everything(&events().errors_as_err());
    everything(&Transport::default().raw_events());
    let raw = stream::iter([Ok::<_, Broken>(RawEventBuf::new("delta", "1"))]);
    everything(&raw.decode_events::<Event>());
}

/// The stream does not hold an event: it is `Send` even if the event is not.
#[test]
fn stream_is_send_when_event_is_not() {
    let events = Transport::of("event: text\ndata: hi\n\n").sse_events::<Local>();
    is_send(&events);
    let items: Vec<Result<Local, StreamError<Broken>>> = drain(events);
    assert!(matches!(&items[..], [Ok(Local::Text(text))] if &**text == "hi"));
}

/// A transport may be `!Unpin` and `!Send`.
#[test]
fn accepts_transport_without_unpin_and_send() {
    let local = Rc::new("event: text\ndata: hi\n\n");
    let transport = stream::once(async move { Ok::<_, Broken>(local.as_bytes().to_vec()) });
    let items: Vec<Result<Local, StreamError<Broken>>> = drain(transport.sse_events::<Local>());
    assert_eq!(items.len(), 1);
}

/// `next()` can be called without `pin!`.
#[test]
fn streams_are_unpin_when_transport_is_not() {
    let bytes = stream::once(async { Ok::<_, Broken>("event: delta\ndata: 1\n\n") });
    let mut events = bytes.sse_events::<Event>();
    let first = events.next().now_or_never().flatten();
    assert!(matches!(first, Some(Ok(Event::Delta(1)))), "{first:?}");

    let raw = stream::once(async { Ok::<_, Broken>(RawEventBuf::new("delta", "1")) });
    let mut events = raw.decode_events::<Event>().with_meta().errors_as_err();
    let first = events.next().now_or_never().flatten();
    assert!(matches!(first, Some(Ok((Event::Delta(1), _)))), "{first:?}");
}

#[test]
fn accepts_any_chunk_type_of_bytes() {
    fn items<C: AsRef<[u8]>>(chunk: C) -> usize {
        let items: Vec<Result<RawEventBuf, StreamError<Broken>>> =
            drain(stream::iter([Ok::<_, Broken>(chunk)]).raw_events());
        items.len()
    }
    assert_eq!(items("data: 1\n\n"), 1);
    assert_eq!(items(String::from("data: 1\n\n")), 1);
    assert_eq!(items(b"data: 1\n\n"), 1);
    assert_eq!(items(vec![b'\n'; 3].into_boxed_slice()), 0);
    assert_eq!(items(std::borrow::Cow::Borrowed(&b"data\n\n"[..])), 1);
}

/// The types can be named in a struct's field and in a signature.
#[test]
fn stream_types_can_be_named() {
    struct Client {
        events: EventStream<ByteSource<Transport>, Event>,
    }
    type Parsed<S> = EventStream<ParsedSource<S>, Event>;
    fn errors_as_err(client: Client) -> ErrorsAsErr<EventStream<ByteSource<Transport>, Event>> {
        client.events.errors_as_err()
    }
    fn with_meta<S>(events: Parsed<S>) -> WithMeta<Parsed<S>>
    where
        S: Stream<Item = Result<RawEventBuf, Broken>>,
    {
        events.with_meta()
    }
    let client = Client { events: Transport::default().sse_events() };
    is_fused(&errors_as_err(client));
    is_fused(&with_meta(stream::empty().decode_events()));
}

/// Streams over different transports and chunks have one type, which names neither.
#[test]
fn boxed_streams_have_one_type_whatever_their_transport() {
    fn everything<S: FusedStream + Send + Unpin + std::fmt::Debug + 'static>(_: &S) {}

    struct Client {
        events: BoxEventStream<Event, Broken>,
    }
    let text = "id: 7\nevent: text\ndata: hi\n\nevent: text\ndata: there\n\nevent: do";
    let (start, rest) = text.split_at(30);
    let mut streams = [
        Client { events: Transport::chunked(text.as_bytes(), 3).sse_events().into_boxed() },
        Client { events: stream::iter([Ok(start), Ok(rest)]).sse_events().into_boxed() },
    ];
    for Client { events } in &mut streams {
        assert!(
            matches!(transport::next(Pin::new(&mut *events)), Some(Ok(Event::Text(text))) if text == "hi")
        );
        assert_eq!(events.last_event_id(), Some("7"));
    }
    for Client { events } in streams {
        everything(&events);
        let items: Vec<Item<Event>> = drain(events);
        assert_eq!(items, [Item::Event(Event::Text("there".into())), Item::Truncated]);
    }
}

#[test]
fn options_set_before_boxing_hold_after_it() {
    let text = "data: 123456\n\nevent: what\ndata: 1\n\nevent: delta\ndata: 1\n\n";
    let events = Transport::of(text).sse_events::<Endless>().skip_unknown().max_event_size(5);
    let items: Vec<Item<Endless>> = drain(events.with_last_event_id("7").into_boxed());
    assert_eq!(items, [Item::TooLarge(5), Item::Event(Endless::Delta(1))]);
}

#[test]
fn views_implement_debug() {
    let events = || Transport::default().sse_events::<Event>();
    is_debug(&events());
    assert!(format!("{:?}", events().skip_unknown()).contains("skip_unknown: true"));
    is_debug(&events().with_meta());
    is_debug(&events().errors_as_err());
}

/// The bound of the extension trait implies the bounds on the transport: generic code need not repeat them.
#[test]
fn byte_stream_ext_is_sufficient_bound_for_generic_code() {
    fn events<S: ByteStreamExt, T: DecodeEventOwned>(bytes: S) -> EventStream<ByteSource<S>, T> {
        bytes.sse_events()
    }
    fn decoded<S: RawEventStreamExt, T: DecodeEventOwned>(raw: S) -> EventStream<ParsedSource<S>, T> {
        raw.decode_events()
    }
    let read: Vec<Result<Event, StreamError<Broken>>> =
        drain(events::<_, Event>(Transport::of("event: delta\ndata: 1\n\n")));
    assert!(matches!(read[0], Ok(Event::Delta(1))), "{read:?}");
    let raw = stream::iter([Ok::<_, Broken>(RawEventBuf::new("delta", "1"))]);
    let read: Vec<Result<Event, StreamError<Broken>>> = drain(decoded::<_, Event>(raw));
    assert!(matches!(read[0], Ok(Event::Delta(1))), "{read:?}");
}
