//! Measures times: the contenders take turns, so that a disturbance affects all of them.

use std::time::Instant;

use crate::contest::{Contest, Pass};

/// Nanoseconds per event of each contender's rounds. The first round warms the caches and is not counted.
pub fn by_turns(contest: &Contest, rounds: usize) -> Vec<Vec<f64>> {
    let mut passes: Vec<Pass> =
        contest.contenders.iter().map(|contender| (contender.prepare)(contest.timed)).collect();
    let mut times = vec![Vec::with_capacity(rounds); passes.len()];
    for pass in &mut passes {
        pass();
    }
    for _ in 0..rounds {
        for (pass, times) in passes.iter_mut().zip(&mut times) {
            let start = Instant::now();
            pass();
            times.push(start.elapsed().as_secs_f64() * 1e9 / contest.timed as f64);
        }
    }
    times
}
