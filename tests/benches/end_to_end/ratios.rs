//! Times and their ratios, of one run: the contenders take turns, so that what disturbs one disturbs all.

use std::time::{Duration, Instant};

use crate::contenders::{CONTENDERS, Contender};
use crate::streams::EVENTS;
use crate::{CHUNKS, LARGE, PACKET, large, read, stream};

const ROUNDS: usize = 15;

pub fn print() {
    println!("\n{:<58} {:>10} {:>9}", "medians of one run", "ns/event", "x ours");
    let bytes = stream(EVENTS);
    for (chunks, size) in CHUNKS {
        let times = medians(&bytes, size, EVENTS, &CONTENDERS);
        for (Contender { name, .. }, time) in CONTENDERS.iter().zip(&times) {
            let each = time.as_nanos() / EVENTS as u128;
            let ratio = time.as_secs_f64() / times[0].as_secs_f64();
            println!("{:<58} {each:>10} {ratio:>9.2}", format!("{chunks}: {name}"));
        }
    }
    println!("\n{:<58} {:>10} {:>9}", "one event in 1400-byte chunks, sse_events", "ms", "ms/MB");
    for (name, megabytes) in LARGE {
        let time = medians(&large(megabytes), PACKET, 1, &CONTENDERS[..1])[0].as_secs_f64() * 1e3;
        println!("{name:<58} {time:>10.2} {:>9.2}", time / megabytes as f64);
    }
}

/// The median time of each contender.
fn medians(bytes: &[u8], size: usize, events: usize, contenders: &[Contender]) -> Vec<Duration> {
    let chunks: Vec<&[u8]> = bytes.chunks(size).collect();
    let mut times = vec![Vec::new(); contenders.len()];
    for _ in 0..ROUNDS {
        for (contender, times) in contenders.iter().zip(&mut times) {
            let start = Instant::now();
            read(contender, &chunks, events);
            times.push(start.elapsed());
        }
    }
    let median = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times[ROUNDS / 2]
    };
    times.into_iter().map(median).collect()
}
