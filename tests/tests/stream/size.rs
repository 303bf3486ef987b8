//! Large events: bounded memory, one error each, and linear work.

use std::convert::Infallible;
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use futures_util::{StreamExt as _, stream};
use sse_event::reader::EventReader;
use sse_event::stream::RawEventStreamExt as _;
use sse_event::{ByteStreamExt as _, RawEvent, RawEventBuf};

use super::transport::{Transport, drain, poll};
use super::{Endless, Item};

fn text(bytes: usize) -> String {
    format!("event: text\ndata: {}\n\n", "x".repeat(bytes))
}

fn events(transport: Transport, limit: usize) -> Vec<Item<Endless>> {
    drain(transport.sse_events::<Endless>().max_event_size(limit))
}

const DELTA: &str = "event: delta\ndata: 1\n\n";

#[test]
fn event_over_limit_is_one_error() {
    let delta = Item::Event(Endless::Delta(1));
    let input = format!("{DELTA}{}{DELTA}{}{}{DELTA}", text(101), text(5_000), text(100));
    for size in [1, 7, 64, input.len()] {
        assert_eq!(
            events(Transport::chunked(input.as_bytes(), size), 100),
            [
                delta.clone(),
                Item::TooLarge(100),
                delta.clone(),
                Item::TooLarge(100),
                Item::Event(Endless::Text("x".repeat(100))),
                delta.clone(),
            ],
            "in chunks of {size}"
        );
    }
}

#[test]
fn limit_counts_names_ids_and_data() {
    let long = "n".repeat(101);
    for input in [format!("event: {long}\ndata: 1\n\n"), format!("id: {long}\nevent: delta\ndata: 1\n\n")] {
        let items = events(Transport::of(format!("{input}{DELTA}")), 100);
        assert_eq!(items, [Item::TooLarge(100), Item::Event(Endless::Delta(1))], "{}", &input[..10]);
    }
    // Many lines of data are one event.
    let lines = format!("event: text\n{}\n", "data: 123456789\n".repeat(11));
    assert_eq!(events(Transport::of(lines), 100), [Item::TooLarge(100)]);
}

#[test]
fn truncated_event_over_limit_is_reported_once() {
    let cut = format!("data: {}", "x".repeat(200));
    assert_eq!(events(Transport::of(cut), 100), [Item::TooLarge(100)]);
}

#[test]
fn default_limit_is_16_mib() {
    const MIB: usize = 1 << 20;
    let fits = Transport::chunked(text(16 * MIB).as_bytes(), 1 << 16).sse_events::<Endless>();
    let items: Vec<Item<Endless>> = drain(fits);
    assert!(matches!(&items[..], [Item::Event(Endless::Text(text))] if text.len() == 16 * MIB));
    let grown = Transport::chunked(text(16 * MIB + 1).as_bytes(), 1 << 16).sse_events::<Endless>();
    let items: Vec<Item<Endless>> = drain(grown);
    assert_eq!(items, [Item::TooLarge(16 * MIB)]);
}

/// With quadratic work this takes minutes.
#[test]
fn large_event_in_small_chunks_is_read_in_linear_time() {
    let large = text(4 << 20);
    let start = Instant::now();
    let items: Vec<Item<Endless>> = drain(Transport::chunked(large.as_bytes(), 1400).sse_events::<Endless>());
    assert!(matches!(&items[..], [Item::Event(Endless::Text(text))] if text.len() == 4 << 20));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

/// The parser's buffers keep the capacity of the largest event; yielded events do not.
#[test]
fn small_event_after_large_event_has_small_capacity() {
    let input = format!("{}data: small\n\n", text(1 << 20));
    let events: Vec<Item<RawEventBuf>> = drain(Transport::of(input).raw_events());
    let [_, Item::Event(small)] = &events[..] else { panic!("{} items", events.len()) };
    assert!(small.data.capacity() < 1_000, "{}", small.data.capacity());
}

/// The memory of a stream that waits for more after it has read an event with a `field` of 1 MiB.
#[track_caller]
fn holds_little(what: &str, input: &str) {
    const LITTLE: i64 = 8 * 1024;
    let chunks = [input, ": comment\n\n"].map(Ok::<_, Infallible>);
    let mut events = pin!(stream::iter(chunks).chain(stream::pending()).raw_events());
    // A poll reads no more than this without an item.
    let poll_all = || (0..50).for_each(|_| while let Poll::Ready(Some(_)) = poll(events.as_mut()) {});
    let held = measure(poll_all).bytes_current;
    assert!(held < LITTLE, "{what}: {held} bytes are held by a stream");

    let mut reader = EventReader::<_, RawEventBuf>::new(input.as_bytes());
    let held = measure(|| reader.by_ref().for_each(drop)).bytes_current;
    assert!(held < LITTLE, "{what}: {held} bytes are held by a reader");
}

/// A stream must not hold as much memory as the limit of a single event for the rest of its life.
#[test]
fn a_large_event_leaves_nothing_large_behind() {
    let large = "x".repeat(1 << 20);
    for field in ["data", "event", "id", "id: 7\nevent", "retry: 1\nid"] {
        for then in ["data: 1\nid\n", "id\n", ""] {
            let end = "id\ndata: 2\n\n";
            holds_little(&format!("{field}, {then:?}"), &format!("{field}: {large}\n{then}\n{end}"));
        }
    }
}

#[test]
fn a_large_event_without_data_leaves_nothing_large_behind() {
    let large = "x".repeat(1 << 20);
    for end in ["\n\n", "\r\r", "\r\n\r\n"] {
        holds_little(&format!("{end:?}"), &format!("event: {large}{end}"));
        holds_little(&format!("too large {end:?}"), &format!("event: {}{end}", large.repeat(17)));
    }
}

#[test]
fn a_large_id_of_another_parser_is_given_up_with_the_next_one() {
    let ids = ["x".repeat(1 << 20), "7".to_owned()];
    let events = ids.iter().map(|id| Ok::<_, Infallible>(RawEvent::new("a", "1").with_id(id)));
    let mut events = pin!(stream::iter(events).chain(stream::pending()).decode_events::<RawEventBuf>());
    let held = measure(|| while let Poll::Ready(Some(_)) = poll(events.as_mut()) {}).bytes_current;
    assert!(held < 8 * 1024, "{held} bytes are held");
    assert_eq!(events.last_event_id(), Some("7"));
}

#[test]
fn the_limit_holds_for_the_text_that_is_read_out_of_bytes_that_are_not_utf8() {
    let input = [b"event: text\ndata: ".as_slice(), &[0xff; 100], b"\n\n", DELTA.as_bytes()].concat();
    let items = events(Transport::chunked(&input, 7), 100);
    assert_eq!(items, [Item::TooLarge(100), Item::Event(Endless::Delta(1))]);
}
