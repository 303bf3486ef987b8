//! Decoders: each one decodes a frame to a value and drops it.

use std::hint::black_box;

use async_openai::types::assistants as openai;
use async_openai::types::responses as openai_responses;
use serde::de::DeserializeOwned;
use sse_event::{DecodeEvent, RawEvent};

use super::adjacent;
use super::anthropic::{Event, EventOf, FlatDelta, UnionDelta, borrowed};
use super::assistants::AssistantStreamEvent;
use super::frames::Frame;
use super::hand_written;
use super::responses::ResponseStreamEvent;

/// Decodes one frame.
pub type Decode = fn(&Frame);

/// A way to decode a stream. It selects its function for a frame beforehand: the baseline knows the variant.
pub struct Decoder {
    pub name: &'static str,
    /// The decoder that its cost is compared with.
    pub against: &'static str,
    pub pick: fn(&Frame) -> Decode,
}

const fn decoder(name: &'static str, against: &'static str, pick: fn(&Frame) -> Decode) -> Decoder {
    Decoder { name, against, pick }
}

const FLOOR: &str = "floor: from_str, variant known";
const BY_HAND: &str = "hand-written match";
const FIRST: &str = "serde tag, first";
const SECOND: &str = "serde tag, second";
const LAST: &str = "serde tag, last";

/// Events whose variants are known beforehand, with any JSON parser.
macro_rules! known {
    ($parse:path, $($name:literal => $variant:path,)* _ => $rest:expr) => {
        |frame| match &*frame.name {
            $($name => |frame| consume($parse(&frame.data).map($variant)),)*
            _ => $rest,
        }
    };
}

/// For any JSON parser: the types of the other streams would take minutes to compile for three parsers.
macro_rules! known_anthropic {
    ($parse:path) => {
        known! { $parse,
            "message_start" => Event::MessageStart,
            "content_block_start" => Event::ContentBlockStart,
            "content_block_delta" => Event::ContentBlockDelta,
            "content_block_stop" => Event::ContentBlockStop,
            "message_delta" => Event::MessageDelta,
            _ => |_| consume::<_, ()>(Ok(Event::Ping))
        }
    };
}

/// simd-json parses in place: it needs a copy.
fn simd_json<T: DeserializeOwned>(data: &str) -> simd_json::Result<T> {
    simd_json::serde::from_slice(&mut data.as_bytes().to_vec())
}

pub const ASSISTANTS: &[Decoder] = &[
    decoder(
        FLOOR,
        "",
        known! { serde_json::from_str,
            "thread.message.delta" => AssistantStreamEvent::ThreadMessageDelta,
            "thread.run.step.delta" => AssistantStreamEvent::ThreadRunStepDelta,
            "thread.run.in_progress" => AssistantStreamEvent::ThreadRunInProgress,
            _ => |frame| consume(serde_json::from_str(&frame.data).map(AssistantStreamEvent::ThreadRunCompleted))
        },
    ),
    decoder(BY_HAND, FLOOR, |_| |frame| consume(hand_written::assistants(&frame.name, &frame.data))),
    decoder("by the line", BY_HAND, |_| by_line::<AssistantStreamEvent>),
    decoder(OWNED, "", |_| owned::<openai::AssistantStreamEvent>),
    decoder("TryFrom, owned event", OWNED, |_| owned::<AssistantStreamEvent>),
];

const OWNED: &str = "hand-written TryFrom, owned event";

pub const RESPONSES: &[Decoder] = &[
    decoder(
        FLOOR,
        "",
        known! { serde_json::from_str,
            "response.output_text.delta" => ResponseStreamEvent::ResponseOutputTextDelta,
            "response.function_call_arguments.delta" => ResponseStreamEvent::ResponseFunctionCallArgumentsDelta,
            "response.created" => ResponseStreamEvent::ResponseCreated,
            _ => |frame| consume(serde_json::from_str(&frame.data).map(ResponseStreamEvent::ResponseCompleted))
        },
    ),
    decoder(BY_HAND, FLOOR, |_| |frame| consume(hand_written::responses(&frame.name, &frame.data))),
    decoder("by the line", BY_HAND, |_| by_line::<ResponseStreamEvent>),
    decoder(FIRST, "", |_| json::<openai_responses::ResponseStreamEvent>),
    decoder("by the tag, first", FIRST, |_| |frame| by_tag::<ResponseStreamEvent>(&frame.data)),
    decoder(SECOND, "", |_| |frame| from_str::<openai_responses::ResponseStreamEvent>(&frame.tag_second)),
    decoder("by the tag, second", SECOND, |_| |frame| by_tag::<ResponseStreamEvent>(&frame.tag_second)),
    decoder(LAST, "", |_| |frame| from_str::<openai_responses::ResponseStreamEvent>(&frame.tag_last)),
    decoder("by the tag, last", LAST, |_| |frame| by_tag::<ResponseStreamEvent>(&frame.tag_last)),
];

pub const ANTHROPIC: &[Decoder] = &[
    decoder(FLOOR, "", known_anthropic!(serde_json::from_str)),
    decoder(BY_HAND, FLOOR, |_| |frame| consume(hand_written::anthropic(&frame.name, &frame.data))),
    decoder("by the line", BY_HAND, |_| by_line::<Event>),
    decoder("by the line, borrowed", BY_HAND, |_| {
        |frame| {
            consume(borrowed::Event::decode(RawEvent::new(&frame.name, &frame.data)));
        }
    }),
    decoder(FIRST, "", |_| json::<Event>),
    decoder("by the tag, first", FIRST, |_| |frame| by_tag::<Event>(&frame.data)),
    decoder("by the tag, first, deltas a derived union", FIRST, |_| {
        |frame| by_tag::<EventOf<UnionDelta>>(&frame.data)
    }),
    decoder("by the tag, first, deltas a flat struct", FIRST, |_| {
        |frame| by_tag::<EventOf<FlatDelta>>(&frame.data)
    }),
    decoder("by the tag, first, borrowed", FIRST, |_| {
        |frame| {
            consume(borrowed::Event::decode(RawEvent::new("", &frame.data)));
        }
    }),
    decoder(SECOND, "", |_| |frame| from_str::<Event>(&frame.tag_second)),
    decoder("by the tag, second", SECOND, |_| |frame| by_tag::<Event>(&frame.tag_second)),
    decoder(LAST, "", |_| |frame| from_str::<Event>(&frame.tag_last)),
    decoder("by the tag, last", LAST, |_| |frame| by_tag::<Event>(&frame.tag_last)),
    decoder("floor by sonic-rs", FLOOR, known_anthropic!(sonic_rs::from_str)),
    decoder("floor by simd-json", FLOOR, known_anthropic!(simd_json)),
];

const ADJACENT_FIRST: &str = "serde tag and content, tag first";
const ADJACENT_LAST: &str = "serde tag and content, tag last";

/// The Anthropic stream with each payload under a key of its own.
pub const ADJACENT: &[Decoder] = &[
    decoder(ADJACENT_FIRST, "", |_| json::<adjacent::Event>),
    decoder("tag and content, tag first", ADJACENT_FIRST, |_| |frame| by_tag::<adjacent::Event>(&frame.data)),
    decoder(ADJACENT_LAST, "", |_| |frame| from_str::<adjacent::Event>(&frame.tag_last)),
    decoder("tag and content, tag last", ADJACENT_LAST, |_| {
        |frame| by_tag::<adjacent::Event>(&frame.tag_last)
    }),
];

/// Keeps the value from being optimized away, and panics on a failure, which would make every figure worthless. It
/// takes a reference, because the compiler may copy an argument of `black_box`, which is not a cost of the decoder.
fn consume<T, E>(result: Result<T, E>) {
    assert!(black_box(&result).is_ok(), "the frame does not decode");
    drop(result);
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

/// For an owned event, as `eventsource-stream` yields it: making it is part of the figure.
fn owned<T: TryFrom<eventsource_stream::Event>>(frame: &Frame) {
    let event = eventsource_stream::Event {
        event: frame.name.clone(),
        data: frame.data.clone(),
        ..Default::default()
    };
    consume(T::try_from(event));
}
