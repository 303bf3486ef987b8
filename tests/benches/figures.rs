//! The figures at the beginning of the report, which the README quotes.

use std::fs;
use std::path::Path;

use crate::report::Report;

/// The link to the figures in the report.
pub const PLACE: &str = "@figures@";

const BEGIN: &str = "<!-- figures: written by `cargo bench -p sse-event-benches` -->\n";
const END: &str = "<!-- end of figures -->";

/// Writes the report, and the figures into the README.
pub fn write(root: &Path, report: &Report, figures: &[String]) {
    let figures = format!("{BEGIN}- {}\n{END}", figures.join("\n- "));
    let text = report.text().replace(PLACE, &figures);
    fs::write(root.join("BENCHMARKS.md"), text + "\n").expect("the report can be written");

    let path = root.join("README.md");
    let readme = fs::read_to_string(&path).expect("the README");
    let (before, rest) = readme.split_once(BEGIN).expect("the place of the figures in the README");
    let (_, after) = rest.split_once(END).expect("the end of the figures in the README");
    fs::write(&path, format!("{before}{figures}{after}")).expect("the README can be written");
}
