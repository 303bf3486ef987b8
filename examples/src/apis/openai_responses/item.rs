//! The items of a response: messages, reasoning, tool calls and their results. Each is a union with an `other`
//! member, which keeps later additions of the API.

use serde::Deserialize;
use serde_json::Value;
use sse_event::{RawEventBuf, SseEvent};

/// All 23 items of the API. Servers that imitate it omit the ID, and fields that a call does not have yet.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum OutputItem {
    Message(Message),
    Reasoning(Reasoning),
    Compaction {
        id: Option<String>,
    },

    FunctionCall(FunctionCall),
    FunctionCallOutput(CallOutput),
    CustomToolCall(CustomToolCall),
    CustomToolCallOutput(CallOutput),
    ToolSearchCall {
        id: Option<String>,
        arguments: Value,
    },
    ToolSearchOutput {
        id: Option<String>,
        #[serde(default)]
        tools: Vec<Value>,
    },

    WebSearchCall {
        id: Option<String>,
        action: Option<WebSearchAction>,
    },
    FileSearchCall {
        id: Option<String>,
        #[serde(default)]
        queries: Vec<String>,
        results: Option<Vec<FileSearchResult>>,
    },
    CodeInterpreterCall {
        id: Option<String>,
        code: Option<String>,
        outputs: Option<Vec<CodeOutput>>,
    },
    ImageGenerationCall {
        id: Option<String>,
        /// The image, in Base64.
        result: Option<String>,
    },
    ComputerCall {
        id: Option<String>,
        action: Option<Value>,
    },
    ComputerCallOutput {
        id: Option<String>,
        output: Value,
    },
    LocalShellCall {
        id: Option<String>,
        action: LocalShellAction,
    },
    ShellCall {
        id: Option<String>,
        action: ShellAction,
    },
    ShellCallOutput {
        id: Option<String>,
        output: Vec<ShellOutput>,
    },
    ApplyPatchCall {
        id: Option<String>,
        operation: PatchOperation,
    },
    ApplyPatchCallOutput {
        id: Option<String>,
        output: Option<String>,
    },

    McpCall(McpCall),
    McpListTools {
        id: Option<String>,
        server_label: String,
        #[serde(default)]
        tools: Vec<McpTool>,
    },
    McpApprovalRequest(McpCall),

    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Message {
    pub id: Option<String>,
    pub role: Option<String>,
    #[serde(default)]
    pub content: Vec<Content>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Reasoning {
    pub id: Option<String>,
    #[serde(default)]
    pub summary: Vec<Content>,
    pub content: Option<Vec<Content>>,
    pub encrypted_content: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct FunctionCall {
    pub id: Option<String>,
    pub call_id: Option<String>,
    pub name: Option<String>,
    /// JSON, as far as the model has written it.
    pub arguments: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct CustomToolCall {
    pub id: Option<String>,
    pub call_id: Option<String>,
    pub name: Option<String>,
    pub input: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct CallOutput {
    pub id: Option<String>,
    pub call_id: Option<String>,
    /// A text or a list of content.
    pub output: Value,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct McpCall {
    pub id: Option<String>,
    pub server_label: Option<String>,
    pub name: Option<String>,
    pub arguments: Option<String>,
    pub output: Option<String>,
    /// A text or an object.
    pub error: Option<Value>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct McpTool {
    pub name: String,
    pub description: Option<String>,
}

/// A part of a message, of a reasoning or of its summary.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum Content {
    OutputText {
        text: String,
        #[serde(default)]
        annotations: Vec<Annotation>,
    },
    Refusal {
        refusal: String,
    },
    ReasoningText {
        text: String,
    },
    SummaryText {
        text: String,
    },
    #[event(other)]
    Other(RawEventBuf),
}

/// The source of a piece of text. Indices count characters.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum Annotation {
    UrlCitation {
        url: String,
        title: Option<String>,
        start_index: u32,
        end_index: u32,
    },
    FileCitation {
        file_id: String,
        filename: Option<String>,
        index: u32,
    },
    ContainerFileCitation {
        container_id: String,
        file_id: String,
        filename: Option<String>,
    },
    FilePath {
        file_id: String,
        index: u32,
    },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum WebSearchAction {
    Search {
        query: Option<String>,
    },
    OpenPage {
        url: Option<String>,
    },
    #[event("find_in_page", alias = "find")]
    FindInPage {
        url: Option<String>,
        pattern: Option<String>,
    },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct FileSearchResult {
    pub file_id: Option<String>,
    pub filename: Option<String>,
    pub text: Option<String>,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum CodeOutput {
    Logs {
        logs: String,
    },
    Image {
        url: String,
    },
    #[event(other)]
    Other(RawEventBuf),
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct LocalShellAction {
    pub command: Vec<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ShellAction {
    pub commands: Vec<String>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct ShellOutput {
    pub stdout: Option<String>,
    pub stderr: Option<String>,
}

#[derive(Debug, PartialEq, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize)]
pub enum PatchOperation {
    CreateFile {
        path: String,
        diff: Option<String>,
    },
    UpdateFile {
        path: String,
        diff: Option<String>,
    },
    DeleteFile {
        path: String,
    },
    #[event(other)]
    Other(RawEventBuf),
}

impl OutputItem {
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        let id = match self {
            Self::Message(message) => &message.id,
            Self::Reasoning(reasoning) => &reasoning.id,
            Self::FunctionCall(call) => &call.id,
            Self::CustomToolCall(call) => &call.id,
            Self::FunctionCallOutput(output) | Self::CustomToolCallOutput(output) => &output.id,
            Self::McpCall(call) | Self::McpApprovalRequest(call) => &call.id,
            Self::Compaction { id }
            | Self::ToolSearchCall { id, .. }
            | Self::ToolSearchOutput { id, .. }
            | Self::WebSearchCall { id, .. }
            | Self::FileSearchCall { id, .. }
            | Self::CodeInterpreterCall { id, .. }
            | Self::ImageGenerationCall { id, .. }
            | Self::ComputerCall { id, .. }
            | Self::ComputerCallOutput { id, .. }
            | Self::LocalShellCall { id, .. }
            | Self::ShellCall { id, .. }
            | Self::ShellCallOutput { id, .. }
            | Self::ApplyPatchCall { id, .. }
            | Self::ApplyPatchCallOutput { id, .. }
            | Self::McpListTools { id, .. } => id,
            Self::Other(_) => return None,
        };
        id.as_deref()
    }

    /// The name of what is called.
    #[must_use]
    pub fn called(&self) -> Option<&str> {
        match self {
            Self::FunctionCall(call) => call.name.as_deref(),
            Self::CustomToolCall(call) => call.name.as_deref(),
            Self::McpCall(call) | Self::McpApprovalRequest(call) => call.name.as_deref(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use sse_event::SseEvent as _;

    use super::*;

    /// Checks each item with only its required fields, in one shared object.
    #[test]
    fn every_type_is_an_item() {
        assert_eq!(OutputItem::EVENT_TYPES.len(), 23);
        for name in OutputItem::EVENT_TYPES {
            let output = if *name == "shell_call_output" { "[]" } else { r#""14""# };
            let json = format!(
                r#"{{"id":"i","type":"{name}","server_label":"s","arguments":"{{}}","output":{output},
                "action":{{"command":["ls"],"commands":["ls"],"type":"exec"}},
                "operation":{{"type":"delete_file","path":"p"}}}}"#
            );
            let item: OutputItem = serde_json::from_str(&json).expect(name);
            assert_eq!((item.static_event_type(), item.id()), (Some(*name), Some("i")));
        }
    }

    #[test]
    fn unknown_parts_are_kept() {
        let json = r#"{"type":"message","content":[{"type":"output_text","text":"a","annotations":[{"type":"later","n":1}]},
            {"type":"output_audio","data":"UklGRg=="}]}"#;
        let OutputItem::Message(message) = serde_json::from_str(json).expect("a message") else {
            panic!("another item")
        };
        let [Content::OutputText { annotations, .. }, Content::Other(audio)] = &message.content[..] else {
            panic!("{message:?}")
        };
        assert_eq!(annotations[..], [Annotation::Other(RawEventBuf::new("", r#"{"type":"later","n":1}"#))]);
        assert_eq!(audio.data, r#"{"type":"output_audio","data":"UklGRg=="}"#);
        let later: OutputItem = serde_json::from_str(r#"{"type":"later_call","id":"l"}"#).expect("kept");
        assert_eq!((later.event_type(), later.id()), ("later_call", None));
    }

    #[test]
    fn parts_of_every_type_are_read() {
        for (json, part) in [
            (r#"{"type":"refusal","refusal":"no"}"#, Content::Refusal { refusal: "no".into() }),
            (r#"{"text":"t","type":"reasoning_text"}"#, Content::ReasoningText { text: "t".into() }),
            (r#"{"type":"summary_text","text":"t"}"#, Content::SummaryText { text: "t".into() }),
        ] {
            assert_eq!(serde_json::from_str::<Content>(json).expect(json), part);
        }
        for name in Annotation::EVENT_TYPES {
            let json = format!(
                r#"{{"type":"{name}","url":"u","start_index":0,"end_index":1,"file_id":"f","index":0,"container_id":"c"}}"#
            );
            let annotation: Annotation = serde_json::from_str(&json).expect(name);
            assert_eq!(annotation.static_event_type(), Some(*name));
        }
        let find =
            serde_json::from_str::<WebSearchAction>(r#"{"type":"find","pattern":"p"}"#).expect("alias");
        assert_eq!(find, WebSearchAction::FindInPage { url: None, pattern: Some("p".into()) });
        let logs = serde_json::from_str::<CodeOutput>(r#"{"type":"logs","logs":"3"}"#).expect("logs");
        assert_eq!(logs, CodeOutput::Logs { logs: "3".into() });
    }
}
