//! The figures: as counted, and as committed.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::paths::PATHS;
use crate::tools;

/// The tolerance, in percent of the committed figure.
const TOLERANCE: u64 = 3;

/// The figures by name.
pub(crate) struct Figures(BTreeMap<String, u64>);

impl Figures {
    /// Counts everything.
    pub(crate) fn counted() -> Self {
        let instructions = PATHS.map(|(path, _)| (format!("instructions {path}"), tools::instructions(path)));
        let others = [
            ("bytes guard", tools::bytes_of_program()),
            ("crates default-features", tools::crates(&[])),
            ("crates no-features", tools::crates(&["--no-default-features"])),
        ];
        let others = others.map(|(name, figure)| (name.to_owned(), figure));
        let figures: BTreeMap<_, _> = instructions.into_iter().chain(others).collect();
        let figures = Self(figures);
        print!("{figures}");
        figures
    }

    pub(crate) fn committed() -> Self {
        let text = fs::read_to_string(path()).expect("the committed figures");
        let figure = |line: &str| {
            let (name, figure) = line.rsplit_once(' ').expect("a name and a figure");
            (name.to_owned(), figure.parse().expect("a number"))
        };
        Self(text.lines().map(figure).collect())
    }

    pub(crate) fn write(&self) {
        fs::write(path(), self.to_string()).expect("the figures can be written");
    }

    /// The figures that differ from the committed ones.
    pub(crate) fn compare(&self, committed: &Self) -> Vec<String> {
        let changed = self.0.iter().filter_map(|(name, &figure)| match committed.0.get(name) {
            Some(&before) if figure.abs_diff(before) * 100 <= before * TOLERANCE => None,
            Some(before) => Some(format!("{name}: {figure}, not {before} ± {TOLERANCE} %")),
            None => Some(format!("{name}: {figure} is not in figures.txt")),
        });
        let gone = committed.0.keys().filter(|name| !self.0.contains_key(*name));
        changed.chain(gone.map(|name| format!("{name} is in figures.txt and is not counted"))).collect()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(name, figure)| writeln!(f, "{name} {figure}"))
    }
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("figures.txt")
}
