//! What a recording lets one guess of its events, with the evidence.

use crate::json::Json;
use crate::name::words;
use crate::protocol::{Name, Payload, Protocol};
use crate::read::Stream;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guesses {
    /// The evidence that the event ends the stream.
    pub terminal: Option<String>,
    /// The evidence that the stream is complete with the event, where a sentinel may follow.
    pub complete: Option<String>,
    /// The key that is true in the last event alone.
    pub last_if: Option<String>,
    /// An array of the data and the key that its elements have at the end alone.
    pub finished_if: Option<(String, String)>,
    pub is_error: bool,
    /// It only keeps the connection alive.
    pub is_ignored: bool,
}

const LAST: &[&str] = &[
    "stop",
    "stopped",
    "done",
    "end",
    "ended",
    "complete",
    "completed",
    "finish",
    "finished",
    "final",
    "close",
    "closed",
    "success",
    "succeeded",
    "failed",
    "incomplete",
    "canceled",
    "cancelled",
    "expired",
    "eof",
    "bye",
    "goodbye",
    "shutdown",
    "terminated",
    "last",
];

const ALIVE: &[&str] = &["ping", "heartbeat", "keepalive", "keep_alive", "noop"];

/// The guesses for each name of a protocol.
pub fn guess(protocol: &Protocol, streams: &[Stream]) -> Vec<Guesses> {
    let whole: Vec<&[Option<usize>]> = streams
        .iter()
        .zip(&protocol.order)
        .filter(|(stream, _)| stream.is_whole)
        .map(|(_, order)| &order[..])
        .collect();
    protocol.names.iter().enumerate().map(|(index, name)| of_name(index, name, protocol, &whole)).collect()
}

fn of_name(index: usize, name: &Name, protocol: &Protocol, whole: &[&[Option<usize>]]) -> Guesses {
    let words = words(&crate::name::type_name(&name.name));
    let is_constant = name.payloads.windows(2).all(|pair| pair[0] == pair[1]);
    let mut guesses = Guesses {
        is_ignored: is_constant && ALIVE.contains(&words.join("_").as_str()),
        is_error: words.iter().any(|word| word == "error" || word == "exception")
            || (name.name.is_empty() && name.has_key.as_deref() == Some("error")),
        ..Guesses::default()
    };
    let last = |order: &'_ [Option<usize>]| order.iter().rev().find_map(|event| *event);
    let ended: Vec<_> = whole.iter().filter(|order| last(order) == Some(index)).collect();
    if ended.is_empty() || guesses.is_ignored {
        return guesses;
    }
    let by_sentinel = ended.iter().filter(|order| order.last() == Some(&None)).count();
    let evidence = format!("the last event of {}", of(ended.len(), whole.len()));
    let says_so = words.last().is_some_and(|word| LAST.contains(&word.as_str()));
    let comes_only_last = whole.iter().all(|order| is_only_last(index, order));
    if comes_only_last && (says_so || (ended.len() > 1 && !name.name.is_empty() && !guesses.is_error)) {
        if protocol.end.is_none() {
            guesses.terminal = Some(evidence);
        } else if by_sentinel < ended.len() {
            guesses.complete = Some(evidence);
        }
        guesses.is_error |= words.last().is_some_and(|word| word == "failed");
    } else if protocol.end.is_none() && ended.len() == whole.len() {
        guesses.last_if = true_key(name, index, whole);
        guesses.finished_if = finishing_key(name);
    }
    guesses
}

/// The key for the reason why a choice is complete: the first event lacks it, and a later one has it.
fn finishing_key(name: &Name) -> Option<(String, String)> {
    const KEYS: &[&str] = &["finish_reason", "finishReason"];
    let reason = |payload: &Payload| {
        let Payload::Json(Json::Object(object)) = payload else { return None };
        object.0.iter().find_map(|(list, value)| {
            let Json::Array(elements) = value else { return None };
            let has = |key: &str| {
                elements.iter().any(|element| element.as_object().is_some_and(|choice| choice.has(key)))
            };
            KEYS.iter().find(|key| has(key)).map(|key| (list.clone(), (*key).to_owned()))
        })
    };
    let (first, later) = name.payloads.split_first()?;
    if reason(first).is_some() { None } else { later.iter().find_map(reason) }
}

pub fn of(count: usize, all: usize) -> String {
    match (count, all) {
        (1, 1) => "the recording".to_owned(),
        (count, all) if count == all => format!("all {all} recordings"),
        (count, all) => format!("{count} of {all} recordings"),
    }
}

/// Whether a stream ends wherever the event comes: what follows is the sentinel, or begins as the recording begins.
fn is_only_last(index: usize, order: &[Option<usize>]) -> bool {
    order.iter().enumerate().filter(|(_, event)| **event == Some(index)).all(|(at, _)| {
        match order[at + 1..].iter().find_map(|event| *event) {
            None => true,
            Some(next) => next != index && order[0] == Some(next),
        }
    })
}

/// The key that is true in the last event of each recording and in no other.
fn true_key(name: &Name, index: usize, whole: &[&[Option<usize>]]) -> Option<String> {
    let objects: Option<Vec<_>> = name
        .payloads
        .iter()
        .map(|payload| match payload {
            Payload::Json(Json::Object(object)) => Some(object),
            _ => None,
        })
        .collect();
    let objects = objects?;
    let lasts: Vec<bool> = whole
        .iter()
        .flat_map(|order| {
            let count = order.iter().filter(|event| **event == Some(index)).count();
            (1..=count).map(move |nth| nth == count)
        })
        .collect();
    // Recordings that are cut have events too, and these cannot be told from the others here.
    if lasts.len() != objects.len() || lasts.iter().all(|is_last| *is_last) {
        return None;
    }
    let keys = objects.last()?.0.iter().filter(|(_, value)| *value == Json::Bool(true));
    let says_so =
        |key: &&String| words(&crate::name::type_name(key)).iter().any(|word| LAST.contains(&word.as_str()));
    keys.map(|(key, _)| key)
        .filter(says_so)
        .find(|key| {
            let mut values = objects.iter().zip(&lasts);
            values.all(|(object, is_last)| (object.get(key) == Some(&Json::Bool(true))) == *is_last)
        })
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guesses by name, and the protocol's end.
    fn guesses(recordings: &[&str]) -> Vec<(String, Guesses)> {
        let streams: Vec<Stream> =
            recordings.iter().map(|text| Stream::new((*text).into()).expect("a stream")).collect();
        let protocol = Protocol::new(&streams);
        let guesses = guess(&protocol, &streams);
        protocol.names.iter().map(|name| name.name.clone()).zip(guesses).collect()
    }

    fn of(name: &str, recordings: &[&str]) -> Guesses {
        guesses(recordings).into_iter().find(|(known, _)| known == name).expect("the name").1
    }

    const STARTED: &str = "event: started\ndata: {\"id\":1}\n\n";
    const STOP: &str = "event: message_stop\ndata: {}\n\n";
    const LEFT: &str = "event: left\ndata: {}\n\n";
    const DONE: &str = "data: [DONE]\n\n";

    #[test]
    fn the_last_event_is_terminal_if_its_name_says_so_or_two_recordings_agree() {
        let evidence = |text: &str| Some(text.to_owned());
        let once = format!("{STARTED}{STOP}");
        assert_eq!(of("message_stop", &[&once]).terminal, evidence("the last event of the recording"));
        let left = format!("{STARTED}{LEFT}");
        assert_eq!(of("left", &[&left]).terminal, None);
        assert_eq!(of("left", &[&left, &left]).terminal, evidence("the last event of all 2 recordings"));
        assert_eq!(
            of("left", &[&left, &left, &once]).terminal,
            evidence("the last event of 2 of 3 recordings")
        );
    }

    #[test]
    fn an_event_that_others_follow_is_not_terminal() {
        let recording = format!("{STARTED}{STOP}{LEFT}{STOP}");
        assert_eq!(of("message_stop", &[&recording]).terminal, None);
        // Two streams in one file.
        let recording = format!("{STARTED}{STOP}{STARTED}{STOP}");
        assert!(of("message_stop", &[&recording]).terminal.is_some());
    }

    #[test]
    fn before_a_sentinel_that_may_be_missing_the_last_event_completes() {
        let (with, without) = (format!("{STARTED}{STOP}{DONE}"), format!("{STARTED}{STOP}"));
        let guesses = of("message_stop", &[&with, &without]);
        assert_eq!(guesses.complete.as_deref(), Some("the last event of all 2 recordings"));
        assert_eq!(of("message_stop", &[&with]), Guesses::default());
    }

    #[test]
    fn a_key_may_say_that_an_event_is_the_last() {
        let stream = "data: {\"text\":\"a\",\"done\":false}\n\ndata: {\"text\":\"\",\"done\":true}\n\n";
        assert_eq!(of("", &[stream, stream]).last_if.as_deref(), Some("done"));
        assert_eq!(of("", &[&stream.replace("false", "true")]).last_if, None);
    }

    #[test]
    fn choices_may_have_the_reason_why_they_are_complete() {
        let chunk = |reason: &str| format!("data: {{\"choices\":[{{\"finish_reason\":{reason}}}]}}\n\n");
        let (open, complete) = (chunk("null"), chunk("\"stop\""));
        let found = Some(("choices".to_owned(), "finish_reason".to_owned()));
        assert_eq!(of("", &[&format!("{open}{open}{complete}")]).finished_if, found);
        assert_eq!(of("", &[&format!("{complete}{complete}")]).finished_if, None);
        assert_eq!(of("", &[&format!("{open}{complete}{DONE}")]).finished_if, None);
    }

    #[test]
    fn names_tell_errors_and_keep_alives() {
        let recording = format!("{STARTED}event: run_error\ndata: {{}}\n\nevent: ping\ndata: {{}}\n\n{LEFT}");
        assert!(of("run_error", &[&recording]).is_error);
        assert!(of("ping", &[&recording]).is_ignored);
        assert_eq!(of("started", &[&recording]), Guesses::default());
        let failed = format!("{STARTED}event: run.failed\ndata: {{}}\n\n");
        assert!(of("run.failed", &[&failed]).is_error);
        let unnamed = "data: {\"a\":1}\n\ndata: {\"error\":{\"code\":1}}\n\n";
        assert!(guesses(&[unnamed])[1].1.is_error);
    }
}
