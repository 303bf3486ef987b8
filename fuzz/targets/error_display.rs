//! Every error is one short line that is fit for a log, whatever the server sent.
#![no_main]

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use sse_event::{DecodeEvent, Error, RawEvent, SseEvent, StreamError};
use sse_event_fuzz::{Strict, Tagged, frame};

/// Rejects every text with an error that has the text as its message.
#[derive(Debug)]
struct Refused;

impl FromStr for Refused {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Err(format!("{text} {text}"))
    }
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("ping"))]
enum Refuses {
    #[event("number", alias = "delta", alias = "tree", parse)]
    Refused(Refused),
}

fuzz_target!(|input: &str| {
    let raw = frame(input);
    for raw in
        [raw, RawEvent::new(raw.data, raw.event), RawEvent::new("", input), RawEvent::new("tree", input)]
    {
        decode::<Tagged>(raw);
        decode::<Strict>(raw);
        decode::<Refuses>(raw);
    }
});

fn decode<'a, T: DecodeEvent<'a> + TryFrom<RawEvent<'a>, Error = Error>>(raw: RawEvent<'a>) {
    let Err(error) = T::try_from(raw) else { return };
    is_fit_for_a_log(&error);
    is_fit(&error.redacted());
    if let Some(path) = error.path() {
        // A path consists of keys of the data and of indices, each shorter than the elements that it counts.
        assert!(path.len() <= 4 * raw.data.len(), "{path}");
    }
    is_fit_for_a_log(&StreamError::<Infallible>::Decode(error));
}

/// Checks that the text is short, on one line, and without terminal control characters; also for the sources of the
/// error.
fn is_fit_for_a_log(error: &(dyn std::error::Error + 'static)) {
    let mut next = Some(error);
    while let Some(error) = next {
        is_fit(error);
        next = error.source();
    }
}

fn is_fit(error: &(impl fmt::Display + fmt::Debug + ?Sized)) {
    for text in [error.to_string(), format!("{error:?}")] {
        let length = text.chars().count();
        assert!(length < 5_000, "{length} characters: {text}");
        let unfit = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        };
        assert!(!text.contains(unfit), "{text:?}");
    }
}
