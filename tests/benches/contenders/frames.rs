//! The streams to decode: as many deltas as in real streams, and a few large objects. A frame contains its event
//! three times, with the tag first, second and last.

/// One event: its line and its data.
#[derive(Clone)]
pub struct Frame {
    pub name: String,
    pub data: String,
    pub tag_second: String,
    pub tag_last: String,
}

/// A key and the text of its value.
type Entry = (&'static str, String);

fn frame(name: &str, entries: &[Entry]) -> Frame {
    let with_tag_at = |at: usize| {
        let mut entries: Vec<String> =
            entries.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
        entries.insert(at.min(entries.len()), format!("\"type\":\"{name}\""));
        format!("{{{}}}", entries.join(","))
    };
    Frame {
        name: name.into(),
        data: with_tag_at(0),
        tag_second: with_tag_at(1),
        tag_last: with_tag_at(entries.len()),
    }
}

fn words(index: usize) -> &'static str {
    ["The", " weather", " in Z\u{fc}rich", " is", " mild,", " with \\\"sun\\\"", " and\\n", " a", " breeze."]
        [index % 9]
}

/// The Anthropic stream with each payload under `data`, alongside `type`: the tag is first or last, never second.
pub fn adjacent(events: usize) -> Vec<Frame> {
    let adjacent = |Frame { name, data, .. }: Frame| {
        // After `{"type":"…"`.
        let entries = data[name.len() + 10..].trim_start_matches(',');
        let content = format!(r#""data":{{{entries}"#);
        let tag = format!(r#""type":"{name}""#);
        Frame {
            data: format!("{{{tag},{content}}}"),
            tag_last: format!("{{{content},{tag}}}"),
            tag_second: String::new(),
            name,
        }
    };
    anthropic(events).into_iter().map(adjacent).collect()
}

/// A frame without a `type` in its data.
fn untagged(name: &str, data: String) -> Frame {
    Frame { name: name.into(), tag_second: data.clone(), tag_last: data.clone(), data }
}

const RUN: &str = r#"{"id":"run_01","object":"thread.run","created_at":1770000000,"assistant_id":"asst_01","thread_id":"thread_01","status":"in_progress","started_at":1770000001,"expires_at":1770000600,"cancelled_at":null,"failed_at":null,"completed_at":null,"required_action":null,"last_error":null,"model":"gpt-4-turbo","instructions":"You are a kind assistant. Where facts are missing, look them up in the attached files or call the functions.","tools":[{"type":"function","function":{"name":"get_weather","description":"Get the current weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string","description":"The name of the city"},"unit":{"type":"string"}},"required":["city"]}}}],"metadata":{},"temperature":1.0,"top_p":1.0,"max_completion_tokens":null,"max_prompt_tokens":null,"truncation_strategy":{"type":"auto","last_messages":null},"incomplete_details":null,"usage":null,"response_format":"auto","tool_choice":"auto","parallel_tool_calls":true}"#;

/// The Assistants stream, named only by its lines.
pub fn assistants(events: usize) -> Vec<Frame> {
    let step = |delta: String| {
        format!(
            r#"{{"id":"step_01","object":"thread.run.step.delta","delta":{{"step_details":{{"type":"tool_calls","tool_calls":[{{"index":0,"type":"function","function":{{"arguments":"{delta}"}}}}]}}}}}}"#
        )
    };
    let text = |delta: &str| {
        format!(
            r#"{{"id":"msg_01","object":"thread.message.delta","delta":{{"content":[{{"index":0,"type":"text","text":{{"value":"{delta}"}}}}]}}}}"#
        )
    };
    (0..events)
        .map(|index| match index % 50 {
            0 => untagged("thread.run.in_progress", RUN.into()),
            25 => untagged("thread.run.completed", RUN.replace("in_progress", "completed")),
            1..=9 => untagged("thread.run.step.delta", step(words(index).into())),
            _ => untagged("thread.message.delta", text(words(index))),
        })
        .collect()
}

const RESPONSE: &str = r#"{"id":"resp_01","object":"response","created_at":1770000000,"status":"completed","error":null,"incomplete_details":null,"instructions":"Be brief.","max_output_tokens":null,"model":"gpt-5","output":[{"id":"msg_01","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text","text":"The weather is mild.","annotations":[],"logprobs":[]}]}],"parallel_tool_calls":true,"previous_response_id":null,"reasoning":{"effort":"low","summary":null},"temperature":1.0,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_p":1.0,"truncation":"disabled","usage":{"input_tokens":37,"input_tokens_details":{"cached_tokens":0},"output_tokens":11,"output_tokens_details":{"reasoning_tokens":3},"total_tokens":48},"metadata":{}}"#;

/// The Responses stream, named by its lines and by `type`.
pub fn responses(events: usize) -> Vec<Frame> {
    (0..events)
        .map(|index| {
            let sequence = ("sequence_number", index.to_string());
            let item = |id: &str| ("item_id", format!("\"{id}\""));
            let output = ("output_index", "0".to_owned());
            let delta = ("delta", format!("\"{}\"", words(index)));
            match index % 50 {
                0 => frame("response.created", &[sequence, ("response", RESPONSE.into())]),
                25 => frame("response.completed", &[sequence, ("response", RESPONSE.into())]),
                1..=9 => {
                    frame("response.function_call_arguments.delta", &[sequence, item("fc_01"), output, delta])
                }
                _ => frame(
                    "response.output_text.delta",
                    &[
                        sequence,
                        item("msg_01"),
                        output,
                        ("content_index", "0".into()),
                        delta,
                        ("logprobs", "[]".into()),
                    ],
                ),
            }
        })
        .collect()
}

/// A stream like that of Anthropic's Messages, named by its lines and by `type`.
pub fn anthropic(events: usize) -> Vec<Frame> {
    let message = r#"{"id":"msg_01","type":"message","role":"assistant","model":"claude","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":25,"output_tokens":1}}"#;
    (0..events)
        .map(|index| {
            let at = ("index", "0".to_owned());
            match index % 50 {
                0 => frame("message_start", &[("message", message.into())]),
                1 => frame("ping", &[]),
                2 => frame(
                    "content_block_start",
                    &[at, ("content_block", r#"{"type":"text","text":""}"#.into())],
                ),
                48 => frame("content_block_stop", &[at]),
                49 => frame(
                    "message_delta",
                    &[
                        ("delta", r#"{"stop_reason":"end_turn","stop_sequence":null}"#.into()),
                        ("usage", r#"{"output_tokens":15}"#.into()),
                    ],
                ),
                3..=9 => frame(
                    "content_block_delta",
                    &[
                        at,
                        (
                            "delta",
                            format!(r#"{{"type":"input_json_delta","partial_json":"{}"}}"#, words(index)),
                        ),
                    ],
                ),
                _ => frame(
                    "content_block_delta",
                    &[at, ("delta", format!(r#"{{"type":"text_delta","text":"{}"}}"#, words(index)))],
                ),
            }
        })
        .collect()
}
