//! Decodes recorded streams with the enums of `examples/apis`.

#[path = "../apis/mod.rs"]
mod apis;

use sse_event::SseEvent as _;

fn main() {
    println!("{:?}", apis::wikimedia::WikimediaEvent::EVENT_TYPES);
}
