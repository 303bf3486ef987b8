//! OpenAI Images: two endpoints send the same events under different names, which are aliases here.

use serde::Deserialize;
use sse_event::SseEvent;

/// The events of `images/generations` and `images/edits`. A stream contains one image; some servers send a sentinel
/// after it.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]")]
pub enum ImageEvent {
    #[event("image_generation.partial_image", alias = "image_edit.partial_image")]
    Partial {
        #[serde(flatten)]
        image: Image,
        partial_image_index: u8,
    },
    #[event("image_generation.completed", alias = "image_edit.completed", terminal)]
    Completed {
        #[serde(flatten)]
        image: Image,
        usage: Option<Usage>,
    },
    #[event("error", error)]
    Error { error: ApiError },
}

#[derive(Debug, Deserialize)]
pub struct Image {
    pub b64_json: String,
    pub size: Option<String>,
    pub quality: Option<String>,
    pub background: Option<Background>,
    pub output_format: Option<Format>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Background {
    Transparent,
    Opaque,
    Auto,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Png,
    Webp,
    Jpeg,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
pub struct Usage {
    pub total_tokens: u64,
    pub input_tokens_details: Option<InputDetails>,
}

#[derive(Debug, Deserialize)]
pub struct InputDetails {
    pub text_tokens: u64,
    pub image_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    pub message: String,
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{SseEvent as _, StreamError};

    use super::*;

    /// The common fields of the first and the last event of both streams.
    fn images(stream: &str) -> [(Image, u64); 2] {
        let mut events = read(stream).into_iter();
        let (first, last) = (events.next(), events.next());
        let Some(Ok(first @ ImageEvent::Partial { .. })) = first else { panic!("{first:?}") };
        let Some(Ok(last @ ImageEvent::Completed { .. })) = last else { panic!("{last:?}") };
        assert!(events.next().is_none() && last.is_terminal());
        let names = [first.event_type(), last.event_type()];
        assert_eq!(names, ["image_generation.partial_image", "image_generation.completed"]);
        [first, last].map(|event| match event {
            ImageEvent::Partial { image, partial_image_index } => (image, partial_image_index.into()),
            ImageEvent::Completed { image, usage: Some(usage) } => {
                let InputDetails { text_tokens, image_tokens } = usage.input_tokens_details.expect("details");
                (image, usage.total_tokens - text_tokens - image_tokens)
            }
            event => panic!("{event:?}"),
        })
    }

    fn read(stream: &str) -> Vec<Result<ImageEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn both_endpoints_send_the_same_events() {
        let streams = include_str!("openai_images.sse");
        let (generation, edit) = streams.split_once("data: [DONE]\n\n").expect("two streams");
        let [(partial, index), (completed, output)] = images(generation);
        assert_eq!((&*partial.b64_json, index), ("iVBORw0KGgo=", 1));
        assert_eq!((&*completed.b64_json, output), ("iVBORw0KGgoAAAA=", 272));
        assert_eq!(
            (completed.background, completed.output_format),
            (Some(Background::Opaque), Some(Format::Png))
        );

        let [(partial, index), (completed, output)] = images(edit);
        assert_eq!((&*partial.b64_json, index), ("UklGRgAA", 0));
        assert_eq!((&*completed.b64_json, output), ("UklGRgAAAABXRUJQ", 270));
        assert_eq!(
            (completed.background, completed.output_format),
            (Some(Background::Transparent), Some(Format::Webp))
        );
        assert_eq!(
            (completed.size.as_deref(), completed.quality.as_deref()),
            (Some("1024x1024"), Some("low"))
        );
    }

    #[test]
    fn an_error_ends_the_stream_early() {
        let (_, error) = include_str!("openai_images.sse").split_once("event: error").expect("an error");
        let events = read(&format!("event: error{error}"));
        let [Ok(event @ ImageEvent::Error { error })] = &events[..] else { panic!("{events:?}") };
        assert!(event.is_error());
        assert_eq!(error.message, "The edit was stopped");
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"type":"image_generation.completed","b64_json":"iVBORw0KGgo="}"#,
            r#"data: {"type":"image_edit.completed","b64_json":"iVBORw0KGgo=","background":null,"output_format":"avif","usage":{"total_tokens":1}}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
