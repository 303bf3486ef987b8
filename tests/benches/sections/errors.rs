//! Events that are malformed or unknown.

use super::Section;
use crate::contenders::errors::ERRORS;
use crate::contest::Contest;
use crate::report::table::{self, Ratio};

const EVENTS: usize = 1_000;

pub const SECTION: Section = Section {
    name: "errors",
    heading: "Errors",
    contests: |_| {
        let mut contest = Contest::new("errors", EVENTS, EVENTS);
        for (name, against, fail) in ERRORS {
            contest.add(name, against, move |events| Box::new(move || (0..events).for_each(|_| fail())));
        }
        vec![contest]
    },
    write: |_, results, report| {
        report.paragraph(
            "A text delta whose fifth field is a string instead of a number. An error keeps the raw event; its text shows \
             the path to the field and an excerpt of the data. The path is found from the line and column \
              of serde_json's error.",
        );
        report.paragraph(&table::contest(&results[0], Ratio::Cost));
    },
    figures: |_| Vec::new(),
};
