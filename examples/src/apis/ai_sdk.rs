//! Vercel's AI SDK: applications define names such as `data-weather`; a prefix matches them, although the tag in the
//! data has the name.

use serde::Deserialize;
use serde_json::Value;
use sse_event::{Error, RawEvent, RawEventBuf, SseEvent};

/// The UI message stream, which `useChat` reads. The response has the header `x-vercel-ai-ui-message-stream: v1`;
/// without it, it uses another protocol.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]", rename_all = "kebab-case")]
pub enum UiMessageEvent {
    #[serde(rename_all = "camelCase")]
    Start {
        message_id: Option<String>,
    },
    StartStep,
    TextStart {
        id: String,
    },
    TextDelta {
        id: String,
        delta: String,
    },
    TextEnd {
        id: String,
    },
    ReasoningStart {
        id: String,
    },
    ReasoningDelta {
        id: String,
        delta: String,
    },
    ReasoningEnd {
        id: String,
    },
    #[serde(rename_all = "camelCase")]
    ToolInputStart {
        tool_call_id: String,
        tool_name: String,
    },
    /// A piece of a JSON text; `ToolInputAvailable` has the complete text.
    #[serde(rename_all = "camelCase")]
    ToolInputDelta {
        tool_call_id: String,
        input_text_delta: String,
    },
    #[serde(rename_all = "camelCase")]
    ToolInputAvailable {
        tool_call_id: String,
        tool_name: String,
        /// JavaScript omits values that are `undefined`.
        #[serde(default)]
        input: Value,
    },
    #[serde(rename_all = "camelCase")]
    ToolOutputAvailable {
        tool_call_id: String,
        #[serde(default)]
        output: Value,
    },
    /// An error of one call: the stream continues.
    #[serde(rename_all = "camelCase")]
    ToolOutputError {
        tool_call_id: String,
        error_text: String,
    },
    SourceUrl {
        url: String,
        title: Option<String>,
    },
    #[serde(rename_all = "camelCase")]
    File {
        url: String,
        media_type: String,
    },
    FinishStep,
    #[serde(rename_all = "camelCase")]
    Finish {
        finish_reason: Option<FinishReason>,
    },
    Abort {
        reason: Option<String>,
    },
    #[event(error)]
    #[serde(rename_all = "camelCase")]
    Error {
        error_text: String,
    },
    /// A part that this client knows: exact names come before prefixes.
    #[event("data-weather")]
    Weather {
        id: Option<String>,
        data: Weather,
    },
    /// All other parts.
    #[event("data-", prefix, decode_with = data_part)]
    Data(DataPart),
    #[event(other)]
    Unknown(RawEventBuf),
}

/// A part that an application defines, with its name.
#[derive(Debug)]
pub struct DataPart {
    pub name: String,
    pub content: DataContent,
}

/// The name is the event's name, from its line or from the tag.
fn data_part(raw: RawEvent<'_>) -> Result<DataPart, Error> {
    let name = raw.event.strip_prefix("data-").unwrap_or(raw.event).to_owned();
    Ok(DataPart { name, content: raw.json()? })
}

#[derive(Debug, Deserialize)]
pub struct DataContent {
    /// A part replaces an earlier part with the same name and ID.
    pub id: Option<String>,
    #[serde(default)]
    pub data: Value,
    /// The part is shown, but not kept in the message.
    #[serde(default)]
    pub transient: bool,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Weather {
    pub city: String,
    pub celsius: Option<f64>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum FinishReason {
    Stop,
    Length,
    ContentFilter,
    ToolCalls,
    Error,
    #[serde(other)]
    Other,
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::{UiMessageEvent as Event, *};

    fn read(stream: &str) -> Vec<Result<Event, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_is_read() {
        let events: Vec<Event> =
            EventReader::new(include_str!("ai_sdk.sse").as_bytes()).collect::<Result<_, _>>().unwrap();
        let [
            Event::Start { message_id: Some(message) },
            Event::StartStep,
            Event::ReasoningStart { id: r1 },
            Event::ReasoningDelta { id: r2, delta: thought },
            Event::ReasoningEnd { id: r3 },
            Event::ToolInputStart { tool_call_id: c1, tool_name: started },
            Event::ToolInputDelta { tool_call_id: c2, input_text_delta },
            Event::ToolInputAvailable { tool_call_id: c3, tool_name, input },
            Event::Data(progress),
            Event::Weather { id: Some(place), data: weather },
            Event::ToolOutputAvailable { tool_call_id: c4, output },
            Event::ToolOutputError { tool_call_id: c5, error_text: no_tool },
            Event::FinishStep,
            Event::SourceUrl { url, title: None },
            Event::File { url: file, media_type },
            Event::TextStart { id: t1 },
            Event::TextDelta { id: t2, delta: text },
            Event::TextEnd { id: t3 },
            Event::Unknown(metadata),
            failed @ Event::Error { error_text },
            Event::Abort { reason: Some(reason) },
            Event::Finish { finish_reason: Some(FinishReason::Stop) },
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(message, "msg-oslo");
        assert_eq!([r1, r2, r3, t1, t2, t3], ["r-0", "r-0", "r-0", "t-0", "t-0", "t-0"]);
        assert_eq!([c1, c2, c3, c4], ["call-1"; 4]);
        assert_eq!((&**started, &**tool_name, &**input_text_delta), ("weather", "weather", "{\"city\""));
        assert_eq!((input, output), (&json!({ "city": "Oslo" }), &json!(["sleet"])));
        assert_eq!((&**thought, &**text), ("Which town?", "Take a coat."));
        assert_eq!((&*progress.name, progress.content.id.as_deref()), ("progress", None));
        assert_eq!((&progress.content.data, progress.content.transient), (&json!("asking"), true));
        assert_eq!((&**place, weather), ("w-1", &Weather { city: "Oslo".into(), celsius: Some(-1.5) }));
        assert_eq!((&**c5, &**no_tool), ("call-2", "no such tool"));
        assert_eq!((&**url, &**file), ("https://weather.example/oslo", "https://weather.example/map"));
        assert_eq!((&**media_type, metadata.event_type()), ("image/png", "message"));
        assert_eq!((&**error_text, failed.is_error(), &**reason), ("too slow", true, "closed"));
    }

    #[test]
    fn part_keeps_its_name_from_line_or_tag() {
        for event in
            ["data: {\"type\":\"data-a-b\",\"data\":1}\n\n", "event: data-a-b\ndata: {\"data\":1}\n\n"]
        {
            let events = read(&format!("{event}data: [DONE]\n\n"));
            let [Ok(Event::Data(part))] = &events[..] else { panic!("{events:?}") };
            assert_eq!((&*part.name, &part.content.data), ("a-b", &json!(1)));
        }
    }

    #[test]
    fn finish_is_not_the_end() {
        let events = read("data: {\"type\":\"finish\"}\n\n");
        assert!(matches!(
            &events[..],
            [Ok(Event::Finish { finish_reason: None }), Err(StreamError::Truncated)]
        ));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"type":"tool-output-available","toolCallId":"c"}"#,
            r#"data: {"type":"tool-input-available","toolCallId":"c","toolName":"t"}"#,
            r#"data: {"type":"data-nothing"}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
