//! The Responses API: events named by their line and by `type` in the data, with numbers, and objects that grow.

use serde::{Deserialize, Serialize};
use sse_event::SseEvent;

use super::error::ApiError;
use super::prompt::{Answer, Prompt};
use super::{new_id, now};

#[derive(Debug, Deserialize)]
pub struct Request {
    model: String,
    #[serde(default)]
    stream: bool,
    input: Prompt,
}

/// The events of a response with one text, in the order in which they are sent.
#[derive(Debug, SseEvent)]
#[sse(encode, tag = "type")]
pub enum ResponseEvent {
    #[event("response.created")]
    Created { sequence_number: usize, response: Response },
    #[event("response.in_progress")]
    InProgress { sequence_number: usize, response: Response },
    #[event("response.output_item.added")]
    ItemAdded { sequence_number: usize, output_index: usize, item: Item },
    #[event("response.content_part.added")]
    PartAdded {
        sequence_number: usize,
        item_id: String,
        output_index: usize,
        content_index: usize,
        part: Part,
    },
    #[event("response.output_text.delta")]
    TextDelta {
        sequence_number: usize,
        item_id: String,
        output_index: usize,
        content_index: usize,
        delta: String,
        logprobs: Empty,
    },
    #[event("response.output_text.done")]
    TextDone {
        sequence_number: usize,
        item_id: String,
        output_index: usize,
        content_index: usize,
        text: String,
        logprobs: Empty,
    },
    #[event("response.content_part.done")]
    PartDone {
        sequence_number: usize,
        item_id: String,
        output_index: usize,
        content_index: usize,
        part: Part,
    },
    #[event("response.output_item.done")]
    ItemDone { sequence_number: usize, output_index: usize, item: Item },
    #[event("response.completed", terminal)]
    Completed { sequence_number: usize, response: Response },
    #[event("error", error)]
    Error { sequence_number: usize, code: Option<String>, message: String, param: Option<String> },
}

/// A list that is always empty in the mock.
type Empty = [(); 0];

#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "object", rename = "response")]
pub struct Response {
    id: String,
    created_at: u64,
    status: Status,
    model: String,
    output: Vec<Item>,
    error: Option<ApiError>,
    incomplete_details: Option<()>,
    parallel_tool_calls: bool,
    tool_choice: String,
    tools: Empty,
    usage: Option<Usage>,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    InProgress,
    Completed,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "type", rename = "message")]
pub struct Item {
    id: String,
    status: Status,
    role: String,
    content: Vec<Part>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "type", rename = "output_text")]
pub struct Part {
    text: String,
    annotations: Empty,
    logprobs: Empty,
}

#[derive(Debug, Deserialize, Serialize)]
struct Usage {
    input_tokens: usize,
    input_tokens_details: InputDetails,
    output_tokens: usize,
    output_tokens_details: OutputDetails,
    total_tokens: usize,
}

#[derive(Debug, Deserialize, Serialize)]
struct InputDetails {
    cached_tokens: usize,
    cache_write_tokens: usize,
}

#[derive(Debug, Deserialize, Serialize)]
struct OutputDetails {
    reasoning_tokens: usize,
}

/// A response while it is generated: all its snapshots have the same IDs.
struct Draft {
    id: String,
    item_id: String,
    created_at: u64,
    model: String,
    answer: Answer,
}

impl Draft {
    fn new(request: &Request) -> Self {
        Self {
            id: new_id("resp"),
            item_id: new_id("msg"),
            created_at: now(),
            model: request.model.clone(),
            answer: request.input.answer(),
        }
    }

    fn response(&self, status: Status) -> Response {
        let is_complete = status == Status::Completed;
        Response {
            id: self.id.clone(),
            created_at: self.created_at,
            status,
            model: self.model.clone(),
            output: is_complete.then(|| self.item(status)).into_iter().collect(),
            error: None,
            incomplete_details: None,
            parallel_tool_calls: true,
            tool_choice: "auto".to_owned(),
            tools: [],
            usage: is_complete.then(|| self.usage()),
        }
    }

    fn item(&self, status: Status) -> Item {
        let is_complete = status == Status::Completed;
        let content = is_complete.then(|| part(&self.answer.text)).into_iter().collect();
        Item { id: self.item_id.clone(), status, role: "assistant".to_owned(), content }
    }

    fn usage(&self) -> Usage {
        let Answer { input_tokens, output_tokens, .. } = self.answer;
        Usage {
            input_tokens,
            input_tokens_details: InputDetails { cached_tokens: 0, cache_write_tokens: 0 },
            output_tokens,
            output_tokens_details: OutputDetails { reasoning_tokens: 0 },
            total_tokens: input_tokens + output_tokens,
        }
    }
}

fn part(text: &str) -> Part {
    Part { text: text.to_owned(), annotations: [], logprobs: [] }
}

impl super::Request for Request {
    type Event = ResponseEvent;
    type Whole = Response;

    fn model(&self) -> &str {
        &self.model
    }

    fn wants_stream(&self) -> bool {
        self.stream
    }

    fn events(&self) -> Vec<ResponseEvent> {
        use ResponseEvent as E;
        use Status::{Completed, InProgress};

        let draft = Draft::new(self);
        let item_id = || draft.item_id.clone();
        let text = &draft.answer.text;
        // There is only one item, with only one part.
        let (output_index, content_index, logprobs) = (0, 0, []);

        let mut events = vec![
            E::Created { sequence_number: 0, response: draft.response(InProgress) },
            E::InProgress { sequence_number: 1, response: draft.response(InProgress) },
            E::ItemAdded { sequence_number: 2, output_index, item: draft.item(InProgress) },
            E::PartAdded {
                sequence_number: 3,
                item_id: item_id(),
                output_index,
                content_index,
                part: part(""),
            },
        ];
        events.extend((4..).zip(draft.answer.deltas()).map(|(sequence_number, delta)| E::TextDelta {
            sequence_number,
            item_id: item_id(),
            output_index,
            content_index,
            delta,
            logprobs,
        }));
        let n = events.len();
        events.extend([
            E::TextDone {
                sequence_number: n,
                item_id: item_id(),
                output_index,
                content_index,
                text: text.clone(),
                logprobs,
            },
            E::PartDone {
                sequence_number: n + 1,
                item_id: item_id(),
                output_index,
                content_index,
                part: part(text),
            },
            E::ItemDone { sequence_number: n + 2, output_index, item: draft.item(Completed) },
            E::Completed { sequence_number: n + 3, response: draft.response(Completed) },
        ]);
        events
    }

    fn failure(ApiError { message, code, param, .. }: ApiError, after: usize) -> ResponseEvent {
        ResponseEvent::Error { sequence_number: after, code, message, param }
    }

    fn whole(&self) -> Response {
        Draft::new(self).response(Status::Completed)
    }
}
