//! The blocking reader yields the same as the streams.

use std::collections::VecDeque;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Read};
use std::iter::FusedIterator;
use std::time::Duration;

use proptest::prelude::{prop_assert_eq, proptest};
use sse_event::error::EventError;
use sse_event::reader::EventReader;
use sse_event::reader::{ErrorsAsErr, WithMeta};
use sse_event::{BufReadExt as _, ByteStreamExt as _, DecodeEventOwned, RawEvent, RawEventBuf, StreamError};

use super::chunks::bytes;
use super::transport::{Transport, drain};
use super::{Endless, Event, Item};

const DELTA: &str = "event: delta\ndata: 1\n\n";
const DONE: &str = "event: done\ndata:\n\n";

/// Every item. After the end there must be no other item.
#[track_caller]
fn all<T, I: FusedIterator<Item: Into<T>>>(mut events: I) -> Vec<T> {
    let items = events.by_ref().map(Into::into).collect();
    for _ in 0..3 {
        assert!(events.next().is_none(), "an item after the end");
    }
    items
}

fn read<T: DecodeEventOwned>(input: impl AsRef<[u8]>) -> Vec<Item<T>> {
    all(input.as_ref().sse_events::<T>())
}

/// Follows a script, one step per read, and counts the reads.
struct Script {
    steps: VecDeque<io::Result<&'static str>>,
    reads: usize,
}

impl Script {
    fn of(steps: impl IntoIterator<Item = Result<&'static str, ErrorKind>>) -> BufReader<Self> {
        let steps = steps.into_iter().map(|step| step.map_err(io::Error::from)).collect();
        BufReader::new(Self { steps, reads: 0 })
    }
}

impl Read for Script {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        let text = self.steps.pop_front().transpose()?.unwrap_or_default();
        buffer[..text.len()].copy_from_slice(text.as_bytes());
        Ok(text.len())
    }
}

proptest! {
    #[test]
    fn reader_yields_items_of_stream(bytes in bytes(), capacity in 1..64_usize) {
        let buffered = || BufReader::with_capacity(capacity, &bytes[..]);
        let events: Vec<Item<Event>> = all(buffered().sse_events::<Event>());
        prop_assert_eq!(events, drain(Transport::of(&bytes).sse_events::<Event>()));
        let events: Vec<Item<Endless>> =
            all(buffered().sse_events::<Endless>().skip_unknown().max_event_size(16));
        let expected = Transport::of(&bytes).sse_events::<Endless>().skip_unknown().max_event_size(16);
        prop_assert_eq!(events, drain(expected));
        let events: Vec<Item<RawEventBuf>> = all(buffered().sse_events::<RawEventBuf>());
        prop_assert_eq!(events, drain(Transport::of(&bytes).raw_events()));
    }
}

/// Ensures that the test above compares every kind of item.
#[test]
fn reader_yields_every_kind_of_item() {
    let input =
        format!("{DELTA}event: what\ndata: -\n\nevent: ping\n\nevent: delta\ndata: x\n\n{DELTA}data: cut");
    let delta = Item::Event(Event::Delta(1));
    assert_eq!(
        read::<Event>(&input),
        [
            delta.clone(),
            Item::Decode(sse_event::ErrorKind::UnknownEvent),
            Item::Decode(sse_event::ErrorKind::Payload),
            delta.clone(),
            Item::Truncated,
        ]
    );
    assert_eq!(read::<Event>(DELTA), [delta, Item::Truncated]);
    assert_eq!(read::<Endless>(DELTA), [Item::Event(Endless::Delta(1))]);
    assert_eq!(
        read::<Event>("event: error\ndata: {\"code\":5}\n\nda"),
        [Item::Event(Event::Error { code: 5 })]
    );
    let large = "data: 123456\n\nevent: delta\ndata: 1\n\n".as_bytes().sse_events::<Endless>();
    let items: Vec<Item<Endless>> = all(large.max_event_size(5));
    assert_eq!(items, [Item::TooLarge(5), Item::Event(Endless::Delta(1))]);
}

/// The input continues after the end, like a connection that is kept alive or a file with several streams.
#[test]
fn reader_leaves_input_after_end() {
    for end in [DONE, "data: [DONE]\n\n", "event: text\ndata: [DONE]\n\n"] {
        let text = format!("{DELTA}{end}{DELTA}");
        let mut input = text.as_bytes();
        assert!((&mut input).sse_events::<Event>().all(|item| item.is_ok()), "{end:?}");
        assert_eq!(input, DELTA.as_bytes(), "{end:?}");
    }
}

#[test]
fn input_is_not_read_after_end() {
    let mut input = Script::of([Ok(DELTA), Ok(DONE), Ok(DELTA)]);
    let items: Vec<Item<Event>> = all((&mut input).sse_events::<Event>());
    assert_eq!(items, [Item::Event(Event::Delta(1)), Item::Event(Event::Done)]);
    assert_eq!(input.get_ref().reads, 2);
}

#[test]
fn interrupted_read_is_retried() {
    let interrupted = || Err(ErrorKind::Interrupted);
    let input =
        Script::of([interrupted(), Ok("event: del"), interrupted(), interrupted(), Ok("ta\ndata: 1\n\n")]);
    let items: Vec<Item<Endless>> = all(input.sse_events::<Endless>());
    assert_eq!(items, [Item::Event(Endless::Delta(1))]);
}

#[test]
fn failed_read_is_last_item() {
    for before in ["", DELTA, "event: delta\nda", "event: error\ndata: {\"code\":5}\n\n"] {
        let mut input = Script::of([Ok(before), Err(ErrorKind::ConnectionReset), Ok(DELTA), Ok(DONE)]);
        // An empty read is the end of the input.
        if before.is_empty() {
            input.get_mut().steps.pop_front();
        }
        let reads = 1 + usize::from(!before.is_empty());
        let mut items: Vec<_> = all((&mut input).sse_events::<Event>());
        let last: Option<Result<Event, StreamError<io::Error>>> = items.pop();
        let Some(Err(StreamError::Transport(error))) = last else { panic!("{before:?}: {last:?}") };
        assert_eq!(error.kind(), ErrorKind::ConnectionReset);
        assert!(items.iter().all(Result::is_ok), "{before:?}: {items:?}");
        assert_eq!(input.get_ref().reads, reads, "{before:?}");
    }
}

#[test]
fn tracks_ids_and_retry() {
    let input =
        "id: 1\nretry: 5\nevent: delta\ndata: 1\n\nevent: delta\ndata: 2\n\nid\nevent: delta\ndata: 3\n\n";
    let millis = Some(Duration::from_millis(5));
    let mut events = input.as_bytes().sse_events::<Endless>();
    assert_eq!((events.last_event_id(), events.retry()), (None, None));
    let mut with_meta = input.as_bytes().sse_events::<Endless>().with_meta();
    let mut tried = input.as_bytes().sse_events::<Endless>().errors_as_err();
    for (n, meta_id, retry) in [(1, Some("1"), millis), (2, Some("1"), None), (3, Some(""), None)] {
        let id = meta_id.filter(|id| !id.is_empty());
        assert!(matches!(events.next(), Some(Ok(Endless::Delta(m))) if m == n));
        assert_eq!((events.last_event_id(), events.retry()), (id, millis));
        let Some(Ok((event, meta))) = with_meta.next() else { panic!("event {n}") };
        assert_eq!((event, meta.id.as_deref(), meta.retry), (Endless::Delta(n), meta_id, retry));
        assert_eq!((with_meta.last_event_id(), with_meta.retry()), (id, millis));
        assert!(matches!(tried.next(), Some(Ok(Endless::Delta(m))) if m == n));
        assert_eq!((tried.last_event_id(), tried.retry()), (id, millis));
    }
    assert!(events.next().is_none() && with_meta.next().is_none() && tried.next().is_none());
}

#[test]
fn errors_as_err_turns_error_event_into_err() {
    let input = format!("{DELTA}event: error\ndata: {{\"code\":5}}\n\nevent: what\n\ndata: -\n\n");
    let events = input.as_bytes().sse_events::<Event>().errors_as_err();
    let items: Vec<Result<Event, EventError<Event, io::Error>>> = all(events);
    assert!(matches!(
        &items[..],
        [
            Ok(Event::Delta(1)),
            Err(EventError::Event(Event::Error { code: 5 })),
            Err(EventError::Stream(StreamError::Decode(_))),
        ]
    ));
}

#[test]
fn raw_events_have_id_and_retry() {
    let input: &[u8] = b"id: 1\nretry: 10\ndata: a\n\nevent: b\ndata: c\ndata: d\n\n";
    let events: Result<Vec<RawEventBuf>, _> = EventReader::new(input).collect();
    let first = RawEvent::new("", "a").with_id("1").with_retry(Duration::from_millis(10));
    assert_eq!(events.expect("events"), [first.to_buf(), RawEventBuf::new("b", "c\nd").with_id("1")]);
}

#[test]
fn errors_convert_with_question_mark() {
    fn typed(input: &str) -> Result<Vec<Event>, Box<dyn Error + Send + Sync>> {
        Ok(EventReader::new(input.as_bytes()).collect::<Result<_, _>>()?)
    }
    fn tried(input: &str) -> Result<Option<Event>, Box<dyn Error + Send + Sync>> {
        Ok(EventReader::new(input.as_bytes()).errors_as_err().next().transpose()?)
    }
    assert_eq!(typed(DONE).expect("an event"), [Event::Done]);
    assert!(typed("event: delta\ndata: x\n\n").is_err());
    assert!(tried("event: error\ndata: {\"code\":5}\n\n").is_err());
}

#[test]
fn reads_file() -> Result<(), Box<dyn Error>> {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("events.sse");
    let deltas = DELTA.repeat(10_000);
    fs::write(&path, format!("\u{feff}{deltas}{DONE}{DELTA}"))?;
    let mut events = BufReader::new(File::open(&path)?).sse_events::<Event>();
    let deltas = events.by_ref().take(10_000).filter(|item| matches!(item, Ok(Event::Delta(1)))).count();
    assert_eq!(deltas, 10_000);
    assert!(matches!(events.next(), Some(Ok(Event::Done))));
    assert!(events.next().is_none());
    // A folder can be opened but not read: an error, not an end.
    let folder = File::open(env!("CARGO_TARGET_TMPDIR"))?;
    let items: Vec<Item<Endless>> = all(BufReader::new(folder).sse_events::<Endless>());
    assert_eq!(items, [Item::Transport]);
    fs::remove_file(path)?;
    Ok(())
}

#[test]
fn views_inherit_auto_traits_of_input() {
    fn everything<T: FusedIterator + Send + Sync + Unpin + std::fmt::Debug>(_: &T) {}
    struct Client {
        events: EventReader<&'static [u8], Event>,
    }
    fn with_meta(client: Client) -> WithMeta<EventReader<&'static [u8], Event>> {
        client.events.with_meta()
    }
    fn tried(client: Client) -> ErrorsAsErr<EventReader<&'static [u8], Event>> {
        client.events.errors_as_err()
    }
    let events = || EventReader::new(&b""[..]);
    everything(&events().skip_unknown().max_event_size(0));
    everything(&with_meta(Client { events: events() }));
    everything(&tried(Client { events: events() }));
    assert!(
        format!("{:?}", tried(Client { events: events().skip_unknown() })).contains("skip_unknown: true")
    );
}
