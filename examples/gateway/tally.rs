//! Counts the events that the gateway forwards.

use std::fmt;

use crate::event::{Event, Usage};

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) rewritten: usize,
    pub(crate) read: usize,
    pub(crate) unknown: usize,
    pub(crate) malformed: usize,
    /// In characters.
    pub(crate) text: usize,
    /// In tokens.
    pub(crate) usage: Usage,
}

impl Tally {
    pub(crate) fn count(&mut self, event: &Event) {
        match event {
            Event::Started(_) => self.rewritten += 1,
            Event::Delta(delta) => {
                self.read += 1;
                self.text += delta.payload.text.chars().count();
            }
            Event::Finished(finished) => {
                self.read += 1;
                self.usage.input_tokens += finished.payload.usage.input_tokens;
                self.usage.output_tokens += finished.payload.usage.output_tokens;
            }
            Event::Other(_) => self.unknown += 1,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rewritten, read, unknown, malformed, text, usage } = self;
        let Usage { input_tokens, output_tokens } = usage;
        write!(
            f,
            "{} events: {rewritten} rewritten, {read} read, {unknown} unknown, {malformed} malformed; {text} characters; \
             {input_tokens} input and {output_tokens} output tokens",
            rewritten + read + unknown + malformed,
        )
    }
}
