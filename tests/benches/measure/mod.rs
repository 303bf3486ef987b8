//! Measurements: instructions and allocations under valgrind, times in turns, CPU seconds of other programs.

pub mod cpu;
pub mod time;
pub mod valgrind;

use crate::contest::Contest;

/// The costs of the contenders of a contest, in the contest's order.
pub struct Results {
    pub name: String,
    pub costs: Vec<Cost>,
}

/// The cost of one contender.
pub struct Cost {
    pub name: String,
    /// The cost that it is compared with, as an index into the results.
    pub against: Option<usize>,
    /// Instructions per event.
    pub instructions: f64,
    /// Allocations per event.
    pub allocations: f64,
    /// The peak of heap bytes during the pass, in addition to the preparation.
    pub peak: f64,
    /// Nanoseconds per event of each round.
    pub times: Vec<f64>,
}

impl Cost {
    /// The time of the median round, in nanoseconds per event.
    pub fn median_time(&self) -> f64 {
        quantile(&self.times, 0.5)
    }
}

impl Results {
    pub fn cost(&self, name: &str) -> &Cost {
        self.costs.iter().find(|cost| cost.name == name).expect("a contender's name")
    }

    /// The ratio of the instructions of the first to those of the second.
    pub fn instructions_of(&self, cost: &str, other: &str) -> f64 {
        self.cost(cost).instructions / self.cost(other).instructions
    }

    /// The ratio of the time of the first to that of the second.
    pub fn time_of(&self, cost: &str, other: &str) -> Spread {
        Spread::of_ratios(&self.cost(cost).times, &self.cost(other).times)
    }
}

/// The median of several rounds, and the range of eight in ten.
#[derive(Clone, Copy)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl Spread {
    /// The median and range of the ratios in each round, in which the two took turns.
    pub fn of_ratios(times: &[f64], others: &[f64]) -> Self {
        let ratios: Vec<f64> = times.iter().zip(others).map(|(time, other)| time / other).collect();
        Self { low: quantile(&ratios, 0.1), median: quantile(&ratios, 0.5), high: quantile(&ratios, 0.9) }
    }
}

fn quantile(values: &[f64], at: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
    let place = ((values.len() - 1) as f64 * at).round() as usize;
    values[place]
}

/// Measures every contender of a contest.
pub fn measure(contest: &Contest, rounds: usize) -> Results {
    eprintln!("measuring {}", contest.name);
    let counts = valgrind::count(contest);
    let times = time::by_turns(contest, rounds);
    let place = |name: &str| {
        let place = contest.contenders.iter().position(|contender| contender.name == name);
        place.unwrap_or_else(|| panic!("{}: no contender {name}", contest.name))
    };
    let costs = contest
        .contenders
        .iter()
        .zip(counts)
        .zip(times)
        .map(|((contender, count), times)| Cost {
            name: contender.name.clone(),
            against: contender.against.map(place),
            instructions: count.instructions,
            allocations: count.allocations,
            peak: count.peak,
            times,
        })
        .collect();
    Results { name: contest.name.clone(), costs }
}
