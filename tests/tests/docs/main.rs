//! The documents at the root: what one of them quotes of another, and the files that they show.
#![allow(clippy::expect_used, reason = "a test that unwraps says what it expects")]

use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- figures: written by `cargo bench -p sse-event-benches` -->\n";
const END: &str = "<!-- end of figures -->";

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(root.join(path)).expect("a file of the repository")
}

/// What is between the marks.
fn figures(text: &str) -> &str {
    let (_, rest) = text.split_once(BEGIN).expect("the mark before the figures");
    rest.split_once(END).expect("the mark after the figures").0
}

#[test]
fn readme_quotes_figures_of_benchmarks() {
    let (readme, benchmarks) = (read("README.md"), read("BENCHMARKS.md"));
    assert_eq!(figures(&readme), figures(&benchmarks));
    assert_eq!(figures(&benchmarks).lines().filter(|line| line.starts_with("- ")).count(), 3);
}

#[test]
fn every_chart_of_benchmarks_exists() {
    let benchmarks = read("BENCHMARKS.md");
    let charts: Vec<&str> =
        benchmarks.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(!charts.is_empty());
    for chart in charts.into_iter().filter(|path| !path.starts_with("http")) {
        assert!(read(chart).ends_with("</svg>\n"), "{chart}");
    }
}
