//! The nested unions of OpenAI's Responses with async-openai's payloads, compared with serde's traits of async-openai's own
//! enums, on every item and part of the recorded events.

use std::fmt::Debug;

use async_openai::types::responses::{
    Annotation as TheirAnnotation, ApplyPatchToolCall, ApplyPatchToolCallOutput, CodeInterpreterToolCall,
    CompactionBody, ComputerToolCall, ComputerToolCallOutputResource, ContainerFileCitationBody,
    CustomToolCall, CustomToolCallOutputResource, FileCitationBody, FilePath, FileSearchToolCall,
    FunctionShellCall, FunctionShellCallOutput, FunctionToolCall, FunctionToolCallOutputResource,
    ImageGenToolCall, LocalShellToolCall, MCPApprovalRequest, MCPListTools, MCPToolCall,
    OutputContent as TheirContent, OutputItem as TheirItem, OutputMessage, OutputTextContent, ReasoningItem,
    ReasoningTextContent, RefusalContent, ToolSearchCall, ToolSearchOutput, UrlCitationBody,
    WebSearchToolCall,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize, serialize)]
enum Item {
    Message(OutputMessage),
    FileSearchCall(FileSearchToolCall),
    FunctionCall(FunctionToolCall),
    FunctionCallOutput(FunctionToolCallOutputResource),
    WebSearchCall(WebSearchToolCall),
    ComputerCall(ComputerToolCall),
    ComputerCallOutput(ComputerToolCallOutputResource),
    Reasoning(ReasoningItem),
    Compaction(CompactionBody),
    ImageGenerationCall(ImageGenToolCall),
    CodeInterpreterCall(CodeInterpreterToolCall),
    LocalShellCall(LocalShellToolCall),
    ShellCall(FunctionShellCall),
    ShellCallOutput(FunctionShellCallOutput),
    ApplyPatchCall(ApplyPatchToolCall),
    ApplyPatchCallOutput(ApplyPatchToolCallOutput),
    McpCall(MCPToolCall),
    McpListTools(MCPListTools),
    McpApprovalRequest(MCPApprovalRequest),
    CustomToolCall(CustomToolCall),
    CustomToolCallOutput(CustomToolCallOutputResource),
    ToolSearchCall(ToolSearchCall),
    ToolSearchOutput(ToolSearchOutput),
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize, serialize)]
enum Content {
    OutputText(OutputTextContent),
    Refusal(RefusalContent),
    ReasoningText(ReasoningTextContent),
}

#[derive(Debug, SseEvent)]
#[sse(tag = "type", rename_all = "snake_case", deserialize, serialize)]
enum Annotation {
    FileCitation(FileCitationBody),
    UrlCitation(UrlCitationBody),
    ContainerFileCitation(ContainerFileCitationBody),
    FilePath(FilePath),
}

/// Every object with a `type` in a value.
fn objects<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(entries) => {
            if entries.get("type").is_some_and(Value::is_string) {
                found.push(value);
            }
            entries.values().for_each(|value| objects(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

/// The object as text with the tag at the front, in the middle and at the end.
fn texts(object: &Value) -> Vec<String> {
    let entries = object.as_object().expect("an object");
    let tag = format!(r#""type":{}"#, entries["type"]);
    let rest: Vec<_> = entries
        .iter()
        .filter(|(key, _)| *key != "type")
        .map(|(key, value)| format!("{}:{value}", Value::from(key.as_str())))
        .collect();
    [0, rest.len() / 2, rest.len()]
        .map(|at| {
            let mut all = rest.clone();
            all.insert(at, tag.clone());
            format!("{{{}}}", all.join(","))
        })
        .to_vec()
}

/// The number of objects that both read, and that both read and write in the same way.
fn compare<O, T>(objects: &[&Value]) -> usize
where
    O: DeserializeOwned + Serialize + Debug,
    T: DeserializeOwned + Serialize + Debug,
{
    let mut read = 0;
    for text in objects.iter().flat_map(|object| texts(object)) {
        match (serde_json::from_str::<O>(&text), serde_json::from_str::<T>(&text)) {
            (Ok(ours), Ok(theirs)) => {
                let theirs = serde_json::to_value(&theirs).expect("written");
                assert_eq!(serde_json::to_value(&ours).expect("written"), theirs, "{text}");
                read += 1;
            }
            (Err(_), Err(_)) => {}
            (ours, theirs) => panic!("{text}\n ours: {ours:?}\n theirs: {theirs:?}"),
        }
    }
    read
}

#[test]
fn nested_unions_are_those_of_serde() {
    let events: Vec<Value> = include_str!("../../fixtures/responses.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let mut found = Vec::new();
    for event in &events {
        objects(event, &mut found);
    }
    let items = compare::<Item, TheirItem>(&found);
    let contents = compare::<Content, TheirContent>(&found);
    let annotations = compare::<Annotation, TheirAnnotation>(&found);
    assert!(items > 3 && contents > 3 && annotations > 0, "{items} {contents} {annotations}");
}
