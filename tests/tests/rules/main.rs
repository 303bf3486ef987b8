//! How a frame finds its variant and becomes its payload, one test a rule.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that unwraps says what it expects")]

mod fields;
mod forms;
mod generics;
mod has;
mod keyless;
mod other;
mod payload;
mod route;
mod text;
mod try_from;

use sse_event::{DecodeEvent, Decoded, RawEvent};

/// The event of a frame that has to be one.
#[track_caller]
fn event<'de, T: DecodeEvent<'de>>(name: &'de str, data: &'de str) -> T {
    match T::decode(RawEvent::new(name, data)) {
        Ok(Decoded::Event(event)) => event,
        Ok(Decoded::Ignored) => panic!("{name:?} with {data:?} is ignored"),
        Ok(Decoded::End) => panic!("{name:?} with {data:?} is the end"),
        Err(error) => panic!("{error}"),
    }
}

/// The error of a frame that has to be none.
#[track_caller]
fn error<'de, T: DecodeEvent<'de>>(name: &'de str, data: &'de str) -> sse_event::Error {
    match T::decode(RawEvent::new(name, data)) {
        Err(error) => error,
        Ok(_) => panic!("{name:?} with {data:?} decodes"),
    }
}
