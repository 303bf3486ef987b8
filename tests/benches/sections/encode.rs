//! Encodes one value to its wire form.

use bytes::BytesMut;

use super::Section;
use crate::contenders::encoders::ENCODERS;
use crate::contest::Contest;
use crate::report::table::{self, Ratio};

pub const SECTION: Section = Section {
    name: "encode",
    heading: "Encode: one text delta to its wire form",
    contests: |_| {
        let mut contest = Contest::new("encode", 500, 2_000);
        for (name, against, encode) in ENCODERS {
            contest.add(name, against, move |events| {
                let mut buffer = BytesMut::with_capacity(1024);
                Box::new(move || encode(&mut buffer, events))
            });
        }
        vec![contest]
    },
    write: |_, results, report| {
        report.paragraph(
            "`to_string + copy` is only the JSON, without an `event:` line and line breaks. `encode` makes \
             a raw event, `write_to` appends the wire form to a reused buffer. axum's `Event` has its own \
             buffer.",
        );
        report.paragraph(&table::contest(&results[0], Ratio::Cost));
    },
    figures: |_| Vec::new(),
};
