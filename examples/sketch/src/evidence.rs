//! The comments that say what a guess rests on.

use crate::guess::{Guesses, of};
use crate::protocol::{Name, Protocol};
use crate::read::Stream;

/// Why a variant is marked as it is.
pub fn of_variant(name: &Name, guesses: &Guesses) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(example) = &name.prefix_of {
        let short: String = example.chars().take(60).collect();
        let more = if short.len() < example.len() { "…" } else { "" };
        lines.push(format!("Guessed: the name goes on, as in `{short}{more}`."));
    }
    let marks: Vec<String> = [
        guesses.is_error.then(|| match &name.has_key {
            Some(key) => format!("`{key}` is in no other event"),
            None => "an error by its name".to_owned(),
        }),
        guesses.terminal.clone(),
        guesses.complete.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !marks.is_empty() {
        lines.push(format!("Guessed: {}.", marks.join("; ")));
    }
    lines
}

/// Why the enum is marked as it is.
pub fn of_enum(protocol: &Protocol, streams: &[Stream]) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(tag) = &protocol.tag {
        let has_lines = streams.iter().flat_map(|stream| &stream.events).any(|event| !event.line.is_empty());
        lines.push(if has_lines {
            format!("`{tag}` says what the `event:` line says.")
        } else {
            format!("Guessed: `{tag}` names the events, which have no `event:` lines.")
        });
    }
    if let Some(end) = &protocol.end {
        let count = protocol.order.iter().filter(|order| order.last() == Some(&None)).count();
        lines.push(format!("Guessed: `{end}` is the last data of {}.", of(count, streams.len())));
    }
    lines
}
