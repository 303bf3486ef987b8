//! The sections of the report: what each measures, and how it is shown.

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
    /// For `--only`.
    pub name: &'static str,
    pub heading: &'static str,
    pub contests: fn(&Plan) -> Vec<Contest>,
    pub write: fn(&Plan, &[Results], &mut Report),
    /// What the report begins with.
    pub figures: fn(&[Results]) -> Vec<String>,
}

/// What is measured how often, and where the repository is.
pub struct Plan {
    pub root: PathBuf,
    pub quick: bool,
}

impl Plan {
    /// Rounds of a measurement of time.
    pub fn rounds(&self) -> usize {
        if self.quick { 5 } else { 41 }
    }

    /// Repetitions of a measurement of CPU seconds, of which the least counts.
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
