//! OpenAI Images: two endpoints with the same events under names of their own, which are aliases here.

use serde::Deserialize;
use sse_event::SseEvent;

/// Of `images/generations` and `images/edits`.
#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
pub(crate) enum ImageEvent {
    #[event("image_generation.partial_image", alias = "image_edit.partial_image")]
    Partial {
        #[serde(flatten)]
        image: Image,
        partial_image_index: u8,
    },
    /// The last one of an image; with `n`, there are several images, so that it does not end the stream.
    #[event("image_generation.completed", alias = "image_edit.completed")]
    Completed {
        #[serde(flatten)]
        image: Image,
        usage: Usage,
    },
    #[event("error", error)]
    Error { error: ApiError },
}

#[derive(Debug, Deserialize)]
pub(crate) struct Image {
    pub(crate) b64_json: String,
    pub(crate) size: String,
    pub(crate) quality: String,
    pub(crate) background: Background,
    pub(crate) output_format: Format,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Background {
    Transparent,
    Opaque,
    Auto,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    Png,
    Webp,
    Jpeg,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Usage {
    pub(crate) total_tokens: u64,
    pub(crate) input_tokens_details: InputDetails,
}

#[derive(Debug, Deserialize)]
pub(crate) struct InputDetails {
    pub(crate) text_tokens: u64,
    pub(crate) image_tokens: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ApiError {
    pub(crate) message: String,
}

#[cfg(test)]
mod tests {
    use sse_event::SseEvent as _;

    use super::*;
    use crate::apis::decode;

    #[test]
    fn both_endpoints_give_the_same_events() {
        let events = decode::<ImageEvent>(include_str!("openai_images.sse"));
        let mut images = Vec::new();
        for event in events {
            let event = event.expect("an event");
            let name = event.event_type().to_owned();
            match event {
                ImageEvent::Partial { image, partial_image_index } => {
                    assert_eq!((&*name, partial_image_index), ("image_generation.partial_image", 0));
                    images.push(image);
                }
                ImageEvent::Completed { image, usage } => {
                    assert_eq!(name, "image_generation.completed");
                    let InputDetails { text_tokens, image_tokens } = usage.input_tokens_details;
                    assert_eq!((text_tokens, usage.total_tokens - text_tokens - image_tokens), (12, 272));
                    images.push(image);
                }
                ImageEvent::Error { error } => assert_eq!(error.message, "The edit was stopped"),
            }
        }
        let bytes: Vec<_> = images.iter().map(|image| &*image.b64_json).collect();
        assert_eq!(bytes, ["iVBORw0KGgo=", "iVBORw0KGgoAAAA=", "UklGRgAA", "UklGRgAAAABXRUJQ"]);
        assert_eq!(
            (&images[0].background, &images[3].background),
            (&Background::Opaque, &Background::Transparent)
        );
        assert_eq!((&images[0].output_format, &images[3].output_format), (&Format::Png, &Format::Webp));
        assert!(images.iter().all(|image| image.size == "1024x1024" && image.quality == "low"));
    }
}
