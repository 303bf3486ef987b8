use std::str::FromStr;

use sse_event::SseEvent;

struct Version;

struct NotAnError;

impl FromStr for Version {
    type Err = NotAnError;

    fn from_str(_: &str) -> Result<Self, NotAnError> {
        Err(NotAnError)
    }
}

#[derive(SseEvent)]
enum Event {
    #[event("version", parse)]
    Version(Version),
}

fn main() {}
