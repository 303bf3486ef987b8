//! The sections of the report: their measurements and tables.

mod build;
mod decode;
mod encode;
mod end_to_end;
mod errors;
mod package;
mod payloads;
mod program;
mod reader;
mod streams;
mod variants;

use std::path::PathBuf;

use crate::contest::Contest;
use crate::measure::Results;
use crate::report::Report;

/// One section of the report.
pub struct Section {
    /// The name for `--only`.
    pub name: &'static str,
    pub heading: &'static str,
    pub contests: fn(&Plan) -> Vec<Contest>,
    pub write: fn(&Plan, &[Results], &mut Report),
    /// The introduction of the report.
    pub figures: fn(&[Results]) -> Vec<String>,
}

/// The numbers of repetitions, and the root of the repository.
pub struct Plan {
    pub root: PathBuf,
    pub quick: bool,
}

impl Plan {
    /// The rounds of a measurement of time.
    pub fn rounds(&self) -> usize {
        if self.quick { 5 } else { 41 }
    }

    /// The repetitions of a measurement of CPU seconds; the lowest counts.
    pub fn repetitions(&self) -> usize {
        if self.quick { 1 } else { 3 }
    }
}

pub const SECTIONS: [Section; 9] = [
    decode::SECTION,
    encode::SECTION,
    end_to_end::SECTION,
    reader::SECTION,
    errors::SECTION,
    payloads::SECTION,
    streams::SECTION,
    variants::SECTION,
    build::SECTION,
];
