//! Tables.

use crate::measure::{Cost, Results, Spread};

/// A table with a heading; every column but the first holds numbers.
pub fn table(heading: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(heading.iter().map(ToString::to_string).collect());
    text += &line((0..heading.len()).map(|column| if column == 0 { "---" } else { "---:" }.into()).collect());
    rows.into_iter().map(line).fold(text, |text, row| text + &row)
}

/// How to read the ratios of a table.
#[derive(Clone, Copy)]
pub enum Ratio {
    /// The cost of the other contender divided by its own: above one, it is faster.
    Faster,
    /// Its own cost divided by that of the other contender: above one, it is slower.
    Cost,
}

/// Adds a contest: the costs of its contenders, and the ratios.
pub fn contest(results: &Results, ratio: Ratio) -> String {
    let heading = match ratio {
        Ratio::Faster => "times as fast",
        Ratio::Cost => "times the cost",
    };
    let heading = ["", "instructions", "ns", "allocations", heading, "in time", "of"];
    table(&heading, results.costs.iter().map(|cost| row(results, cost, ratio)))
}

fn row(results: &Results, cost: &Cost, ratio: Ratio) -> Vec<String> {
    let against = cost.against.map(|place| &results.costs[place]);
    let ratios = against.map_or_else(Default::default, |against| {
        let (above, below) = match ratio {
            Ratio::Faster => (against, cost),
            Ratio::Cost => (cost, against),
        };
        let time = Spread::of_ratios(&above.times, &below.times);
        [factor(above.instructions / below.instructions), spread(time), against.name.clone()]
    });
    let figures = [count(cost.instructions), count(cost.median_time()), format!("{:.2}", cost.allocations)];
    [cost.name.clone()].into_iter().chain(figures).chain(ratios).collect()
}

/// `1.57`
pub fn factor(ratio: f64) -> String {
    format!("{ratio:.2}")
}

/// `1.57 (1.55–1.60)`
pub fn spread(Spread { low, median, high }: Spread) -> String {
    format!("{median:.2} ({low:.2}–{high:.2})")
}

/// `12,345`
pub fn count(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if number <= -0.5 { format!("−{text}") } else { text }
}
