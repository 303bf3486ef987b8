//! What decodes: each takes one frame to a value and drops it.

use std::hint::black_box;

use async_openai::types::assistants as openai;
use async_openai::types::responses as openai_responses;
use serde::de::DeserializeOwned;
use sse_event::{DecodeEvent, RawEvent};
use sse_event_tests::assistants::AssistantStreamEvent;
use sse_event_tests::responses::ResponseStreamEvent;

use crate::anthropic::{Event, EventOf, FlatDelta, UnionDelta, borrowed};
use crate::hand_written;
use crate::streams::Frame;

/// Decodes one frame.
pub type Decode = fn(&Frame);

/// A way to decode a stream. It picks its function for a frame beforehand: the floor knows the variant.
pub struct Decoder {
    pub name: &'static str,
    pub pick: fn(&Frame) -> Decode,
}

const fn decoder(name: &'static str, pick: fn(&Frame) -> Decode) -> Decoder {
    Decoder { name, pick }
}

/// The floor: an event whose variant is known beforehand.
macro_rules! known {
    ($variant:path) => {
        |frame| consume(serde_json::from_str(&frame.data).map($variant))
    };
}

pub const ASSISTANTS: &[Decoder] = &[
    decoder("floor: from_str, variant known", |frame| match &*frame.name {
        "thread.message.delta" => known!(AssistantStreamEvent::ThreadMessageDelta),
        "thread.run.step.delta" => known!(AssistantStreamEvent::ThreadRunStepDelta),
        "thread.run.in_progress" => known!(AssistantStreamEvent::ThreadRunInProgress),
        _ => known!(AssistantStreamEvent::ThreadRunCompleted),
    }),
    decoder("hand-written match", |_| |frame| consume(hand_written::assistants(&frame.name, &frame.data))),
    decoder("by the line", |_| by_line::<AssistantStreamEvent>),
    decoder("hand-written TryFrom, owned event", |_| owned::<openai::AssistantStreamEvent>),
    decoder("TryFrom, owned event", |_| owned::<AssistantStreamEvent>),
];

pub const RESPONSES: &[Decoder] = &[
    decoder("floor: from_str, variant known", |frame| match &*frame.name {
        "response.output_text.delta" => known!(ResponseStreamEvent::ResponseOutputTextDelta),
        "response.function_call_arguments.delta" => {
            known!(ResponseStreamEvent::ResponseFunctionCallArgumentsDelta)
        }
        "response.created" => known!(ResponseStreamEvent::ResponseCreated),
        _ => known!(ResponseStreamEvent::ResponseCompleted),
    }),
    decoder("hand-written match", |_| |frame| consume(hand_written::responses(&frame.name, &frame.data))),
    decoder("serde tag, first", |_| json::<openai_responses::ResponseStreamEvent>),
    decoder("serde tag, second", |_| {
        |frame| from_str::<openai_responses::ResponseStreamEvent>(&frame.tag_second)
    }),
    decoder("serde tag, last", |_| {
        |frame| from_str::<openai_responses::ResponseStreamEvent>(&frame.tag_last)
    }),
    decoder("by the line", |_| by_line::<ResponseStreamEvent>),
    decoder("by the tag, first", |_| |frame| by_tag::<ResponseStreamEvent>(&frame.data)),
    decoder("by the tag, second", |_| |frame| by_tag::<ResponseStreamEvent>(&frame.tag_second)),
    decoder("by the tag, last", |_| |frame| by_tag::<ResponseStreamEvent>(&frame.tag_last)),
];

pub const ANTHROPIC: &[Decoder] = &[
    decoder("floor: from_str, variant known", |frame| match &*frame.name {
        "message_start" => known!(Event::MessageStart),
        "content_block_start" => known!(Event::ContentBlockStart),
        "content_block_delta" => known!(Event::ContentBlockDelta),
        "content_block_stop" => known!(Event::ContentBlockStop),
        "message_delta" => known!(Event::MessageDelta),
        _ => |_| consume::<_, ()>(Ok(Event::Ping)),
    }),
    decoder("hand-written match", |_| |frame| consume(hand_written::anthropic(&frame.name, &frame.data))),
    decoder("serde tag, first", |_| json::<Event>),
    decoder("serde tag, second", |_| |frame| from_str::<Event>(&frame.tag_second)),
    decoder("serde tag, last", |_| |frame| from_str::<Event>(&frame.tag_last)),
    decoder("by the line", |_| by_line::<Event>),
    decoder("by the tag, first", |_| |frame| by_tag::<Event>(&frame.data)),
    decoder("by the tag, second", |_| |frame| by_tag::<Event>(&frame.tag_second)),
    decoder("by the tag, last", |_| |frame| by_tag::<Event>(&frame.tag_last)),
    decoder("by the tag, first, derived union", |_| |frame| by_tag::<EventOf<UnionDelta>>(&frame.data)),
    decoder("by the tag, first, flat struct", |_| |frame| by_tag::<EventOf<FlatDelta>>(&frame.data)),
    decoder("by the line, borrowed", |_| {
        |frame| {
            consume(borrowed::Event::decode(RawEvent::new(&frame.name, &frame.data)));
        }
    }),
    decoder("by the tag, first, borrowed", |_| {
        |frame| {
            consume(borrowed::Event::decode(RawEvent::new("", &frame.data)));
        }
    }),
];

/// Keeps the value from being optimized away; a failure would make every figure worthless.
fn consume<T, E>(result: Result<T, E>) {
    assert!(black_box(result).is_ok(), "the frame does not decode");
}

fn from_str<T: DeserializeOwned>(data: &str) {
    consume(serde_json::from_str::<T>(data));
}

fn json<T: DeserializeOwned>(frame: &Frame) {
    from_str::<T>(&frame.data);
}

fn by_line<T: for<'de> DecodeEvent<'de>>(frame: &Frame) {
    consume(T::decode(RawEvent::new(&frame.name, &frame.data)));
}

fn by_tag<T: for<'de> DecodeEvent<'de>>(data: &str) {
    consume(T::decode(RawEvent::new("", data)));
}

/// From an event that is given away, as `eventsource-stream` gives it: making it is part of the figure.
fn owned<T: TryFrom<eventsource_stream::Event>>(frame: &Frame) {
    let event = eventsource_stream::Event {
        event: frame.name.clone(),
        data: frame.data.clone(),
        ..Default::default()
    };
    consume(T::try_from(event));
}
