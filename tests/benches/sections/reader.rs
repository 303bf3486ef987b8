//! Reads a blocking source as typed events.

use super::Section;
use super::end_to_end::{PACKET, pass};
use crate::contenders::readers::BLOCKING;
use crate::contest::Contest;
use crate::report::table::{self, Ratio};

pub const SECTION: Section = Section {
    name: "reader",
    heading: "The blocking reader",
    contests: |_| {
        let mut contest = Contest::new("reader", 500, 2_000);
        for (name, read) in BLOCKING {
            let against = if name == "EventReader" { "" } else { "EventReader" };
            contest.add(name, against, move |events| pass(Some(PACKET), read, events));
        }
        vec![contest]
    },
    write: |_, results, report| {
        report.paragraph(
            "The same stream from a `BufReader` whose source returns 1400 bytes at a time, compared with a \
             typical loop over `lines()`, and with the limit, which does not copy from a `BufReader`.",
        );
        report.paragraph(&table::contest(&results[0], Ratio::Cost));
    },
    figures: |_| Vec::new(),
};
