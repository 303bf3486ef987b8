//! Times and their ratios, of one run: the contenders take turns, so that what disturbs one disturbs all.

use std::time::{Duration, Instant};

use crate::contenders::{CONTENDERS, Contender};
use crate::streams::EVENTS;
use crate::{CHUNKS, LARGE, PACKET, large, read, stream};

const ROUNDS: usize = 50;

pub fn print() {
    println!("\n{:<58} {:>10} {:>9}", "fastest of one run", "ns/event", "x ours");
    let bytes = stream(EVENTS);
    for (chunks, size) in CHUNKS {
        let times = fastest(&bytes, size, EVENTS, &CONTENDERS);
        for (Contender { name, .. }, time) in CONTENDERS.iter().zip(&times) {
            let each = time.as_nanos() / EVENTS as u128;
            let ratio = time.as_secs_f64() / times[0].as_secs_f64();
            println!("{:<58} {each:>10} {ratio:>9.2}", format!("{chunks}: {name}"));
        }
    }
    println!("\n{:<58} {:>10} {:>9}", "one event in 1400-byte chunks, sse_events", "us", "us/MB");
    for (name, megabytes) in LARGE {
        let time = fastest(&large(megabytes), PACKET, 1, &CONTENDERS[..1])[0].as_micros();
        println!("{name:<58} {time:>10} {:>9}", time / megabytes as u128);
    }
}

/// The fastest of each contender's rounds: the one that was disturbed least.
fn fastest(bytes: &[u8], size: usize, events: usize, contenders: &[Contender]) -> Vec<Duration> {
    let chunks: Vec<&[u8]> = bytes.chunks(size).collect();
    let mut fastest = vec![Duration::MAX; contenders.len()];
    for _ in 0..ROUNDS {
        for (contender, fastest) in contenders.iter().zip(&mut fastest) {
            let start = Instant::now();
            read(contender, &chunks, events);
            *fastest = start.elapsed().min(*fastest);
        }
    }
    fastest
}
