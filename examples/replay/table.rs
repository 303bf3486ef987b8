//! The output for a person: one table per file, and one row per file or API.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::AddAssign;

use crate::replay::Replay;

/// The columns of numbers.
pub(crate) const COLUMNS: [&str; 8] =
    ["files", "events", "ignored", "unknown", "malformed", "sentinel", "terminal", "truncated"];

/// The sums of some files, as a row.
#[derive(Default)]
pub(crate) struct Row {
    counts: [usize; COLUMNS.len()],
    /// The number of files for each note.
    notes: BTreeMap<String, usize>,
    unexplained: usize,
}

impl Row {
    pub(crate) fn unexplained(&self) -> usize {
        self.unexplained
    }

    /// Whether there are notes or unexplained failures.
    pub(crate) fn is_odd(&self) -> bool {
        self.unexplained > 0 || !self.notes.is_empty()
    }

    /// The notes, with the number of files if there are several.
    fn notes(&self) -> String {
        let mut notes: Vec<String> = self
            .notes
            .iter()
            .map(|(note, files)| if *files > 1 { format!("{files} × {note}") } else { note.clone() })
            .collect();
        if self.unexplained > 0 {
            notes.push(format!("{} UNEXPLAINED", self.unexplained));
        }
        notes.join("; ")
    }
}

impl From<&Replay> for Row {
    fn from(Replay { tally, notes, unexplained }: &Replay) -> Self {
        let counts = [
            1,
            tally.known(),
            tally.ignored,
            tally.unknown(),
            tally.malformed.len(),
            tally.sentinels,
            tally.terminals,
            usize::from(tally.truncated),
        ];
        let notes = notes.iter().map(|note| (note.clone(), 1)).collect();
        Self { counts, notes, unexplained: unexplained.len() }
    }
}

impl AddAssign<&Self> for Row {
    fn add_assign(&mut self, other: &Self) {
        for (sum, count) in self.counts.iter_mut().zip(other.counts) {
            *sum += count;
        }
        for (note, files) in &other.notes {
            *self.notes.entry(note.clone()).or_default() += files;
        }
        self.unexplained += other.unexplained;
    }
}

/// Shows all results of one file.
pub(crate) fn show_file(name: &str, replay: &Replay, out: &mut impl Write) -> io::Result<()> {
    let Replay { tally, notes, unexplained } = replay;
    writeln!(out, "{name}")?;
    let mut line = |label: &str, text: &str| writeln!(out, "  {label:<11} {text}");
    for (name, count) in &tally.events {
        line("events", &format!("{count:>6}  {name}"))?;
    }
    if tally.ignored > 0 {
        line("ignored", &format!("{:>6}", tally.ignored))?;
    }
    for (name, count) in tally.other.iter().chain(&tally.unknown) {
        line("unknown", &format!("{count:>6}  {}", name.escape_debug()))?;
    }
    line("malformed", &format!("{:>6}", tally.malformed.len()))?;
    line("sentinel", if tally.sentinels > 0 { "seen" } else { "not seen" })?;
    line("terminal", if tally.terminals > 0 { "seen" } else { "not seen" })?;
    line("truncated", if tally.truncated { "yes" } else { "no" })?;
    for note in notes {
        line("note", note)?;
    }
    for why in unexplained {
        line("unexplained", why)?;
    }
    writeln!(out)
}

/// Shows the rows, with a total below them.
pub(crate) fn show_rows(title: &str, rows: &[(String, Row)], out: &mut impl Write) -> io::Result<()> {
    let width =
        rows.iter().map(|(name, _)| name.chars().count()).chain([title.len()]).max().unwrap_or_default();
    let mut total = Row::default();
    write!(out, "{title:<width$}")?;
    for column in COLUMNS {
        write!(out, "  {column:>9}")?;
    }
    writeln!(out, "  note")?;
    for (name, row) in rows {
        show_row(&format!("{name:<width$}"), &row.counts, &row.notes(), out)?;
        total += row;
    }
    let verdict = match total.unexplained {
        0 => "everything is explained".to_owned(),
        count => format!("{count} UNEXPLAINED"),
    };
    show_row(&format!("{:<width$}", "total"), &total.counts, &verdict, out)
}

fn show_row(name: &str, counts: &[usize], notes: &str, out: &mut impl Write) -> io::Result<()> {
    write!(out, "{name}")?;
    for count in counts {
        write!(out, "  {count:>9}")?;
    }
    writeln!(out, "{}{notes}", if notes.is_empty() { "" } else { "  " })
}
