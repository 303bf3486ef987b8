//! Large events: bounded memory, one error each, and linear work.

use std::time::{Duration, Instant};

use sse_event::{ByteStreamExt as _, RawEventBuf};

use super::transport::{Transport, drain};
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

/// The parser's buffers keep the capacity of the largest event; what is handed out does not.
#[test]
fn small_event_after_large_event_has_small_capacity() {
    let input = format!("{}data: small\n\n", text(1 << 20));
    let events: Vec<Item<RawEventBuf>> = drain(Transport::of(input).raw_events());
    let [_, Item::Event(small)] = &events[..] else { panic!("{} items", events.len()) };
    assert!(small.data.capacity() < 1_000, "{}", small.data.capacity());
}
