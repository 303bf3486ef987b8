//! What sse-event costs, measured. `cargo bench -p sse-event-benches` writes `BENCHMARKS.md`, the charts in
//! `docs/benchmarks`, and the figures that the README quotes. After `--`: `--quick` for few rounds and small sizes;
//! `--only SECTION` prints one section and writes nothing.
#![allow(missing_docs, unreachable_pub, reason = "a program")]
#![allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a failure makes every figure worthless")]

mod contenders;
mod contest;
mod figures;
mod measure;
mod report;
mod sections;

use std::env;
use std::path::Path;
use std::time::Instant;

use contest::Contest;
use report::{Report, machine};
use sections::{Plan, SECTIONS};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let has = |argument: &str| arguments.iter().any(|other| other == argument);
    let only = arguments.iter().skip_while(|argument| *argument != "--only").nth(1);
    let plan = Plan { root: Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), quick: has("--quick") };

    // Under valgrind, the parent process determines the sizes.
    let contests: Vec<Contest> = SECTIONS.iter().flat_map(|section| (section.contests)(&plan)).collect();
    if measure::valgrind::pass(&contests) {
        return;
    }

    let start = Instant::now();
    let mut report = Report::new(&plan.root);
    let mut figures = Vec::new();
    report.paragraph(INTRODUCTION);
    report.paragraph(figures::PLACE);
    report.heading("Machine");
    report.paragraph(&machine::table_of(&plan.root));
    for section in SECTIONS.iter().filter(|section| only.is_none_or(|only| only == section.name)) {
        let results: Vec<_> = (section.contests)(&plan)
            .iter()
            .map(|contest| measure::measure(contest, plan.rounds()))
            .collect();
        report.heading(section.heading);
        (section.write)(&plan, &results, &mut report);
        figures.extend((section.figures)(&results));
    }
    if only.is_some() {
        println!("{}", report.text());
        return;
    }
    report.paragraph(include_str!("tried.md"));
    figures::write(&plan.root, &report, &figures);
    eprintln!("written in {} s", start.elapsed().as_secs());
}

const INTRODUCTION: &str = "\
# What it costs

Written by `cargo bench -p sse-event-benches`; no number here is typed by hand.

- Instructions are counted by callgrind, allocations by DHAT, both in a pass over some hundred events, minus its \
preparation. They vary by less than 1 % between runs, and between machines with the versions of the compiler and of libc.
- Times are those of one process. The contenders take turns, so that a disturbance affects all of them. A time is the median \
of the rounds. A ratio of times is the median of each round's ratio, in parentheses the tenth and the ninetieth percentile.
- The default release profile with one unit of code generation per crate, and no LTO.";
