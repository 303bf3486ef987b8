//! One recorded file, decoded and checked.

use std::io;
use std::path::Path;

use sse_event_examples::repair::{NoStream, repair};

use crate::registry::Decoder;
use crate::tally::Tally;

/// The results for a file.
#[derive(Debug, Default)]
pub(crate) struct Replay {
    pub(crate) tally: Tally,
    /// Properties of the file that explain its failures.
    pub(crate) notes: Vec<String>,
    /// Failures without an explanation, one per line.
    pub(crate) unexplained: Vec<String>,
}

impl Replay {
    pub(crate) fn of_file(file: &Path, decoders: &[Decoder]) -> io::Result<Self> {
        Ok(Self::new(std::fs::read(file)?, decoders))
    }

    fn new(bytes: Vec<u8>, decoders: &[Decoder]) -> Self {
        let repaired = match repair(bytes) {
            Ok(repaired) => repaired,
            Err(NoStream::JsonError) => {
                return Self { notes: vec!["a JSON error, no stream".to_owned()], ..Self::default() };
            }
            Err(NoStream::Fault(fault)) => {
                return Self { unexplained: vec![fault.to_string()], ..Self::default() };
            }
        };
        let stream = [repaired.recording.bytes(), repaired.recording.supplement()].concat();
        let tallies = decoders.iter().map(|decoder| decoder(&stream)).enumerate();
        // The first of the enums that fit equally well.
        let Some((index, tally)) = tallies.min_by_key(|(_, tally)| tally.failures()) else {
            return Self { unexplained: vec!["no enum for this API".to_owned()], ..Self::default() };
        };

        let mut notes = repaired.notes;
        if index > 0 {
            notes.push(format!("decoded as {}", tally.decoded_as));
        }
        if tally.streams > 1 {
            notes.push(format!("{} streams in one file", tally.streams));
        }
        if tally.unread > 0 {
            notes.push(format!("{} unread after the end", tally.unread));
        }
        notes.extend(tally.other.keys().map(|name| format!("`other` took {}", name.escape_debug())));

        let mut unexplained: Vec<String> =
            tally.malformed.iter().map(|why| format!("malformed: {why}")).collect();
        unexplained.extend(tally.unknown.keys().map(|name| format!("unknown: {}", name.escape_debug())));
        if tally.truncated && repaired.is_excerpt {
            notes.push("an event taken out of its stream".to_owned());
        } else if tally.truncated {
            unexplained.push(format!("truncated: {}", repaired.recording.why_truncated()));
        }
        Self { tally, notes, unexplained }
    }

    /// Turns the failures that `why` explains into notes.
    pub(crate) fn explain(&mut self, why: impl Fn(&str) -> Option<&'static str>) {
        self.unexplained.retain(|failure| match why(failure) {
            Some(why) => {
                self.notes.push(why.to_owned());
                false
            }
            None => true,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    fn replay(api: &str, stream: &str) -> Replay {
        Replay::new(stream.into(), registry::decoders(api))
    }

    const CHUNK: &str = r#"data: {"object":"chat.completion.chunk","id":"c","model":"m","choices":[]}"#;

    #[test]
    fn a_whole_stream_needs_no_explanation() {
        let replay = replay("openai-chat", &format!("{CHUNK}\n\ndata: [DONE]\n\n"));
        assert_eq!((replay.tally.known(), replay.tally.sentinels), (1, 1));
        assert!(replay.notes.is_empty() && replay.unexplained.is_empty());
    }

    #[test]
    fn best_fitting_enum_is_used_and_named() {
        let replay = replay(
            "openai-chat",
            "data: {\"choices\":[]}\n\ndata: {\"type\":\"keepalive\"}\n\ndata: [DONE]\n\n",
        );
        assert_eq!(replay.notes, ["decoded as CompatibleChatEvent"]);
        assert_eq!((replay.tally.known(), replay.tally.ignored), (1, 1));
        assert!(replay.unexplained.is_empty());
    }

    #[test]
    fn properties_of_the_file_explain_failures() {
        for (stream, events, note) in [
            (format!("{CHUNK}\ndata: [DONE]\n"), 1, "no blank lines, supplied"),
            (format!("{CHUNK}\n\ndata: [DONE]\n"), 1, "last blank line supplied"),
            (CHUNK.to_owned(), 1, "an event taken out of its stream"),
            ("{\"error\":{\"code\":400}}\n".to_owned(), 0, "a JSON error, no stream"),
        ] {
            let replay = replay("openai-chat", &stream);
            assert_eq!((replay.tally.known(), &*replay.unexplained), (events, &[][..]), "{stream}");
            assert!(replay.notes.iter().any(|text| text == note), "{note}: {:?}", replay.notes);
        }
    }

    #[test]
    fn other_failures_are_unexplained() {
        for (stream, why) in [
            (String::new(), "the file is empty"),
            ("{\"answer\":42}\n".to_owned(), "not a recorded event stream"),
            (format!("{CHUNK}\n\n"), "truncated: the recording has no event that ends the stream"),
            (format!("{CHUNK}\n\nevent: later\ndata: {{}}\n\ndata: [DONE]\n\n"), "unknown: later"),
            // A cut that looks like a trimmed end is not repaired.
            (format!("{CHUNK}\n\n{}", &CHUNK[..60]), "malformed: "),
        ] {
            let replay = replay("openai-chat", &stream);
            assert!(replay.unexplained.iter().any(|text| text.starts_with(why)), "{:?}", replay.unexplained);
        }
    }

    #[test]
    fn an_explained_failure_is_a_note() {
        let mut replay = replay("openai-chat", &format!("{CHUNK}\n\nevent: later\ndata: {{}}\n\n"));
        replay.explain(|failure| failure.starts_with("truncated").then_some("it is a test"));
        assert_eq!(
            (&replay.notes[..], &replay.unexplained[..]),
            (&["it is a test".to_owned()][..], &["unknown: later".to_owned()][..])
        );
    }

    #[test]
    fn event_of_other_variant_is_a_note() {
        let replay = replay("openai-assistants", "event: later\ndata: {}\n\nevent: done\ndata: [DONE]\n\n");
        assert_eq!((replay.tally.unknown(), &replay.notes[..]), (1, &["`other` took later".to_owned()][..]));
        assert!(replay.unexplained.is_empty());
    }
}
