//! Counts the results of decoding a recorded stream.

use std::collections::BTreeMap;
use std::io;

use sse_event::{
    BufReadExt as _, DecodeEvent, DecodeEventOwned, Decoded, Error, ErrorKind, RawEvent, SseEvent,
    StreamError,
};

#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// The name of the enum.
    pub(crate) decoded_as: &'static str,
    /// Events by name, in the order in which the enum declares the names; prefixes come last.
    pub(crate) events: Vec<(&'static str, usize)>,
    /// Events on the enum's `ignore` list.
    pub(crate) ignored: usize,
    /// Events of the enum's `other` variant, by name.
    pub(crate) other: BTreeMap<String, usize>,
    /// Unknown events, by name.
    pub(crate) unknown: BTreeMap<String, usize>,
    /// Other failures, with their place, one line each.
    pub(crate) malformed: Vec<String>,
    /// The number of streams that end with the enum's sentinel.
    pub(crate) sentinels: usize,
    /// The number of streams that end with a `terminal` event.
    pub(crate) terminals: usize,
    pub(crate) truncated: bool,
    /// The number of consecutive streams; a client would read each one separately.
    pub(crate) streams: usize,
    /// Events after the end of the last stream, such as a sentinel that follows a terminal event.
    pub(crate) unread: usize,
}

impl Tally {
    /// Reads `bytes` as a client would, with the enum `T`. If another stream follows the end of one, it is read too.
    pub(crate) fn of<T: DecodeEventOwned>(mut bytes: &[u8]) -> Self {
        let mut tally = Self::of_one::<T>(&mut bytes);
        while count_events(bytes) > 0 {
            let rest = bytes;
            let next = Self::of_one::<T>(&mut bytes);
            // A single sentinel belongs to the previous stream, which ended with a terminal event.
            if next.known() + next.sentinels == 0 {
                tally.unread = count_events(rest);
                break;
            }
            tally.add(next);
        }
        tally.events.retain(|(_, count)| *count > 0);
        tally
    }

    /// Reads one stream; the rest stays in `bytes`.
    fn of_one<T: DecodeEventOwned>(bytes: &mut &[u8]) -> Self {
        let mut tally = Self {
            decoded_as: name_of::<T>(),
            events: T::EVENT_TYPES.iter().map(|name| (*name, 0)).collect(),
            streams: 1,
            ..Self::default()
        };
        for item in bytes.sse_events::<Outcome<T>>() {
            match item {
                Ok(Outcome(Decoded::Event(event))) => tally.count(&event),
                Ok(Outcome(Decoded::Ignored)) => tally.ignored += 1,
                Ok(Outcome(Decoded::End)) => tally.sentinels += 1,
                Err(error) => tally.fail(error),
            }
        }
        tally
    }

    pub(crate) fn known(&self) -> usize {
        self.events.iter().map(|(_, count)| count).sum()
    }

    /// The number of events with unknown names.
    pub(crate) fn unknown(&self) -> usize {
        self.other.values().chain(self.unknown.values()).sum()
    }

    /// The number of failures before any are explained.
    pub(crate) fn failures(&self) -> usize {
        self.unknown.values().sum::<usize>() + self.malformed.len() + usize::from(self.truncated)
    }

    fn add(&mut self, next: Self) {
        self.streams += usize::from(next.known() > 0);
        next.events.into_iter().for_each(|(name, count)| self.add_events(name, count));
        self.ignored += next.ignored;
        for (sum, counts) in [(&mut self.other, next.other), (&mut self.unknown, next.unknown)] {
            for (name, count) in counts {
                *sum.entry(name).or_default() += count;
            }
        }
        self.malformed.extend(next.malformed);
        self.sentinels += next.sentinels;
        self.terminals += next.terminals;
        self.truncated |= next.truncated;
    }

    fn add_events(&mut self, name: &'static str, count: usize) {
        match self.events.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += count,
            None => self.events.push((name, count)),
        }
    }

    fn count(&mut self, event: &impl SseEvent) {
        self.terminals += usize::from(event.is_terminal());
        match event.static_event_type() {
            Some(name) => self.add_events(name, 1),
            None => *self.other.entry(event.event_type().to_owned()).or_default() += 1,
        }
    }

    fn fail(&mut self, error: StreamError<io::Error>) {
        match error {
            StreamError::Truncated => self.truncated = true,
            StreamError::Decode(error) if error.kind() == ErrorKind::UnknownEvent => {
                *self.unknown.entry(error.event_type().to_owned()).or_default() += 1;
            }
            error => self.malformed.push(error.to_string()),
        }
    }
}

/// The outcome of decoding, as an event: a reader skips ignored events and the sentinel, but here they are counted.
struct Outcome<T>(Decoded<T>);

impl<T: SseEvent> SseEvent for Outcome<T> {
    const EVENT_TYPES: &'static [&'static str] = T::EVENT_TYPES;
    const END: Option<&'static str> = T::END;
    const HAS_END: bool = T::HAS_END;

    fn event_type(&self) -> &str {
        self.event().map_or("", T::event_type)
    }

    fn is_terminal(&self) -> bool {
        self.event().is_some_and(T::is_terminal)
    }

    fn is_complete(&self) -> bool {
        self.event().is_some_and(T::is_complete)
    }

    fn is_error(&self) -> bool {
        self.event().is_some_and(T::is_error)
    }
}

impl<T> Outcome<T> {
    fn event(&self) -> Option<&T> {
        if let Decoded::Event(event) = &self.0 { Some(event) } else { None }
    }
}

impl<'de, T: DecodeEvent<'de>> DecodeEvent<'de> for Outcome<T> {
    fn decode(raw: RawEvent<'de>) -> Result<Decoded<Self>, Error> {
        T::decode(raw).map(|outcome| Decoded::Event(Self(outcome)))
    }
}

impl<T: DecodeEventOwned> DecodeEventOwned for Outcome<T> {}

fn count_events(bytes: &[u8]) -> usize {
    bytes.raw_events().flatten().count()
}

/// The type's name without its path and parameters.
fn name_of<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    let name = name.split('<').next().unwrap_or(name);
    name.rsplit("::").next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use sse_event::RawEventBuf;

    use super::*;

    #[derive(SseEvent)]
    #[expect(dead_code, reason = "the events are only counted")]
    #[sse(end = "[DONE]", ignore("ping"))]
    enum Event {
        #[event("delta")]
        Delta { text: String },
        #[event("error", error)]
        Error,
        #[event("stop", terminal)]
        Stop,
    }

    #[derive(SseEvent)]
    #[expect(dead_code, reason = "the events are only counted")]
    enum Open {
        #[event("delta/", prefix)]
        Delta(String),
        #[event(other)]
        Other(RawEventBuf),
    }

    #[test]
    fn every_outcome_is_counted() {
        let tally = Tally::of::<Event>(
            b"event: delta\ndata: {\"text\":\"a\"}\n\n: a comment\n\nevent: ping\ndata: {}\n\n\
              event: delta\ndata: {\"text\":[1]}\n\nevent: later\ndata: {}\n\nevent: delta\ndata: {\"text\":\"b\"}\n\n\
              data: [DONE]\n\n",
        );
        assert_eq!(tally.decoded_as, "Event");
        assert_eq!((&tally.events[..], tally.known()), (&[("delta", 2)][..], 2));
        assert_eq!((tally.ignored, tally.sentinels, tally.streams, tally.truncated), (1, 1, 1, false));
        assert_eq!(tally.unknown, BTreeMap::from([("later".to_owned(), 1)]));
        let [malformed] = &tally.malformed[..] else { panic!("{:?}", tally.malformed) };
        assert!(
            malformed.starts_with("delta: invalid type") && malformed.contains(" at text"),
            "{malformed}"
        );
        assert_eq!((tally.unknown(), tally.failures()), (1, 2));
    }

    #[test]
    fn event_of_other_variant_is_unknown_but_not_a_failure() {
        let tally =
            Tally::of::<Open>(b"event: delta/a\ndata: \"\"\n\nevent: b\ndata:\n\nevent: b\ndata:\n\n");
        assert_eq!((&tally.events[..], tally.unknown()), (&[("delta/", 1)][..], 2));
        assert_eq!((tally.other["b"], tally.failures(), tally.sentinels), (2, 0, 0));
    }

    #[test]
    fn stream_without_end_is_truncated_unless_an_error_explains_it() {
        let delta = "event: delta\ndata: {\"text\":\"a\"}\n\n";
        for (end, truncated) in [
            ("", true),
            ("event: del", true),
            ("event: error\ndata:\n\n", false),
            ("event: stop\ndata:\n\n", false),
        ] {
            let tally = Tally::of::<Event>(format!("{delta}{end}").as_bytes());
            assert_eq!((tally.truncated, tally.failures()), (truncated, usize::from(truncated)), "{end}");
        }
    }

    #[test]
    fn events_after_the_end_are_unread() {
        let tally =
            Tally::of::<Event>(b"event: stop\ndata:\n\nevent: later\ndata:\n\nevent: later\ndata:\n\n");
        assert_eq!((tally.known(), tally.unread, tally.unknown(), tally.failures()), (1, 2, 0, 0));
    }

    #[test]
    fn consecutive_streams_are_all_read() {
        let one = "event: delta\ndata: {\"text\":\"a\"}\n\nevent: stop\ndata:\n\n";
        let tally = Tally::of::<Event>(format!("{one}data: [DONE]\n\n{one}: bye\n\n").as_bytes());
        assert_eq!((tally.streams, tally.known(), tally.truncated), (2, 4, false));
        assert_eq!((tally.sentinels, tally.terminals), (1, 2));
    }
}
