//! The output of error reporters that walk the chain of an error: each text once, bounded and fit for a log.

use std::error::Error as StdError;
use std::fmt;
use std::str::FromStr;

use sse_event::error::EventError;
use sse_event::server::BodyError;
use sse_event::{Error, RawEvent, SseEvent, StreamError};

#[derive(Debug, SseEvent)]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
enum Event {
    #[event("usage")]
    Usage(Vec<u64>),
    #[event("level", parse)]
    Level(Level),
    #[event("failed", error)]
    Failed { secret: String },
}

#[derive(Debug)]
struct Level;

/// An error that quotes a server, with a source that quotes it again.
#[derive(Debug)]
struct NoLevel(String, Option<Box<Self>>);

impl fmt::Display for NoLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no level is called {}", self.0)
    }
}

impl StdError for NoLevel {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.1.as_ref().map(|cause| &**cause as _)
    }
}

impl FromStr for Level {
    type Err = NoLevel;

    fn from_str(text: &str) -> Result<Self, NoLevel> {
        Err(NoLevel(text.to_owned(), Some(Box::new(NoLevel(format!("the same as {text}"), None)))))
    }
}

#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("connection reset")
    }
}

impl StdError for Broken {}

fn error(name: &str, data: &str) -> Error {
    Event::try_from(RawEvent::new(name, data)).expect_err("it fails to decode")
}

/// Everything that anyhow and eyre print for an error.
fn reports<E: StdError + Send + Sync + 'static>(error: fn() -> E) -> [String; 4] {
    let (anyhow, eyre) = (anyhow::Error::new(error()), eyre::Report::new(error()));
    [format!("{anyhow:#}"), format!("{anyhow:?}"), format!("{eyre:#}"), format!("{eyre:?}")]
}

#[track_caller]
fn prints_once<E: StdError + Send + Sync + 'static>(text: &str, error: fn() -> E) {
    for report in reports(error) {
        assert_eq!(report.matches(text).count(), 1, "{report}");
    }
}

#[test]
fn reporters_print_json_error_once() {
    const CAUSE: &str = "invalid type: boolean `true`, expected u64";
    prints_once(CAUSE, || error("usage", "[1, true]"));
    prints_once(CAUSE, || StreamError::<Broken>::Decode(error("usage", "[1, true]")));
    prints_once(CAUSE, || {
        EventError::<Event, Broken>::Stream(StreamError::Decode(error("usage", "[1, true]")))
    });
    prints_once("its name has a line break", || {
        BodyError::<Broken>::Encode(RawEvent::new("a\n", "").to_wire().expect_err("a line break"))
    });
}

#[test]
fn reporters_print_causes_of_codec_error_once() {
    for report in reports(|| error("level", "x")) {
        assert!(
            report.contains("level: no level is called x: no level is called the same as x: x"),
            "{report}"
        );
    }
}

#[test]
fn reporters_print_transport_error_once() {
    prints_once("connection reset", || StreamError::Transport(Broken));
    prints_once("connection reset", || EventError::<Event, _>::Stream(StreamError::Transport(Broken)));
    prints_once("connection reset", || BodyError::Source(Broken));
}

#[test]
fn chain_has_transport_error() {
    #[track_caller]
    fn has_broken<E: StdError + Send + Sync + 'static>(error: fn() -> E) {
        assert!(anyhow::Error::new(error()).chain().any(<dyn std::error::Error>::is::<Broken>));
        assert!(eyre::Report::new(error()).chain().any(<dyn std::error::Error>::is::<Broken>));
    }
    has_broken(|| StreamError::Transport(Broken));
    has_broken(|| EventError::<Event, _>::Stream(StreamError::Transport(Broken)));
    has_broken(|| BodyError::Source(Broken));
}

#[test]
fn report_of_error_event_has_type_and_no_payload() {
    for report in reports(|| EventError::<Event, Broken>::Event(Event::Failed { secret: "sesame".into() })) {
        assert!(report.contains("the server reported an error: `failed`"), "{report}");
        assert!(!report.contains("sesame"), "{report}");
    }
}

#[test]
fn chain_of_hostile_event_is_bounded_and_escaped() {
    #[track_caller]
    fn is_fit_for_a_log(error: &(dyn StdError + 'static)) {
        let mut next = Some(error);
        let mut text = String::new();
        while let Some(error) = next {
            text.extend([error.to_string(), format!("{error:?}")]);
            next = error.source();
        }
        assert!(text.chars().count() < 1_500, "{} characters", text.chars().count());
        let unfit =
            |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!text.contains(unfit), "{text:?}");
    }

    let hostile = "\u{1b}[2J\n\u{202e}".repeat(500_000);
    let json = serde_json::to_string(&hostile).expect("a string is JSON");
    for error in
        [error("level", &hostile), error("usage", &json), error("usage", &hostile), error(&hostile, "")]
    {
        is_fit_for_a_log(&error);
        let error: StreamError<Broken> = StreamError::Decode(error);
        is_fit_for_a_log(&error);
        is_fit_for_a_log(&EventError::<Event, _>::Stream(error));
    }
    // The original cause can be downcast.
    let error = error("level", &hostile);
    let cause = error.other_error().and_then(|error| error.downcast_ref::<NoLevel>());
    assert!(cause.is_some_and(|NoLevel(text, _)| *text == hostile));
}
