//! `Display`: one line with the event's name, the cause, the path, the position and an excerpt of the data.

use serde::Deserialize;
use sse_event::{RawEvent, SseEvent};

#[derive(Debug, SseEvent)]
#[sse(end = "[DONE]", ignore("ping"))]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
enum Event {
    #[event("thread.run.created")]
    RunCreated(Run),
    #[event("usage", alias = "tokens")]
    Usage(Vec<u64>),
    #[event("port", parse)]
    Port(u16),
    #[event("message")]
    Message { text: String },
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
struct Run {
    id: String,
    tool_calls: Vec<ToolCall>,
    #[serde(default)]
    metadata: std::collections::BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only what fails to decode is looked at")]
struct ToolCall {
    id: String,
}

#[test]
fn display_matches_documented_line() {
    let created = "thread.run.created";
    let table = [
        (
            created,
            r#"{"id":"run1","object":"thread.run","tool_calls":[{"name":"weather","type":"function"}],"model":"gpt-4o"}"#,
            "thread.run.created: missing field `id` at tool_calls[0] (line 1 column 85): \
             …s\":[{\"name\":\"weather\",\"type\":\"function\"}],\"model\":\"gpt-4o\"}",
        ),
        (created, "", "thread.run.created: the data is empty"),
        (
            created,
            "null",
            "thread.run.created: invalid type: null, expected struct Run (line 1 column 4): null",
        ),
        (created, "{", "thread.run.created: EOF while parsing an object (line 1 column 1): {"),
        (created, "[DONE]", "thread.run.created: expected value at [0] (line 1 column 2): [DONE]"),
        (
            created,
            r#"{"id":"a","tool_calls":[],"metadata":{"a b.c":1}}"#,
            "thread.run.created: invalid type: integer `1`, expected a string at metadata[\"a b.c\"] \
             (line 1 column 47): …a\",\"tool_calls\":[],\"metadata\":{\"a b.c\":1}}",
        ),
        (
            created,
            "{\n  \"id\": true\n}",
            "thread.run.created: invalid type: boolean `true`, expected a string at id (line 2 column 12): \
             {\\n  \"id\": true\\n}",
        ),
        (
            "usage",
            "[1, true]",
            "usage: invalid type: boolean `true`, expected u64 at [1] (line 1 column 8): [1, true]",
        ),
        // The canonical name is shown, whatever name was received.
        ("tokens", "1", "usage: invalid type: integer `1`, expected a sequence (line 1 column 1): 1"),
        ("usage", "[1] x", "usage: trailing characters (line 1 column 5): [1] x"),
        ("port", "70000", "port: number too large to fit in target type: 70000"),
        ("port", "", "port: cannot parse integer from empty string: (empty data)"),
        (
            "",
            r#"{"text":[]}"#,
            "message: invalid type: sequence, expected a string at text (line 1 column 8): {\"text\":[]}",
        ),
        ("thread.archived", r#"{"id":1}"#, r#"unknown event `thread.archived`: {"id":1}"#),
        ("ping", "", "ignored event `ping`: (empty data)"),
        ("", "[DONE]", "the sentinel that ends the stream, not an event: [DONE]"),
    ];
    for (name, data, line) in table {
        let error = Event::try_from(RawEvent::new(name, data)).expect_err(line);
        assert_eq!(error.to_string(), line, "{name:?} with {data:?}");
    }
}

#[test]
fn debug_is_bounded_like_display() {
    let data = format!(r#"{{"id":"{}"}}"#, "x".repeat(1 << 20));
    let error = Event::try_from(RawEvent::new("thread.run.created", &data)).expect_err("no tool calls");
    let debug = format!("{error:?} {error:#?}");
    assert!(debug.len() < 1000 && debug.contains(&data.len().to_string()), "{debug}");
}

#[test]
fn unknown_event_says_what_could_have_named_it() {
    #[derive(Debug, SseEvent)]
    enum ByLine {
        #[event("delta")]
        Delta,
    }

    #[derive(Debug, SseEvent)]
    #[sse(tag = "type")]
    enum ByTag {
        #[event("delta")]
        Delta,
    }

    let by_line = |line, data| ByLine::try_from(RawEvent::new(line, data)).expect_err("unknown");
    let no_line = r#"it has no `event:` line; if a key of its data names it, declare that key with `#[sse(tag = "…")]`"#;
    for line in ["", "message"] {
        let error = by_line(line, r#"{"type":"delta"}"#);
        assert_eq!(error.to_string(), format!(r#"unknown event `message`: {no_line}: {{"type":"delta"}}"#));
        assert_eq!(
            error.redacted().to_string(),
            format!("unknown event `message`: {no_line}, 16 bytes of data")
        );
    }
    assert_eq!(by_line("update", "{}").to_string(), "unknown event `update`: {}");

    let by_tag = |line, data| ByTag::try_from(RawEvent::new(line, data)).expect_err("unknown");
    let error = by_tag("update", r#"{"type":"delta"}"#);
    let named = r#"unknown event `update`: its `event:` line takes precedence over "type""#;
    assert_eq!(
        error.to_string(),
        format!(r#"{named}, which is "delta" (`#[sse(line = false)]` ignores lines): {{"type":"delta"}}"#)
    );
    assert_eq!(
        error.redacted().to_string(),
        format!("{named} (`#[sse(line = false)]` ignores lines), 16 bytes of data")
    );
    assert_eq!(by_tag("update", "{}").to_string(), "unknown event `update`: {}");
    assert_eq!(
        by_tag("", r#"{"type":"message"}"#).to_string(),
        r#"unknown event `message`: {"type":"message"}"#
    );
    let long = format!(r#"{{"type":"{}\n"}}"#, "x".repeat(100_000));
    assert!(by_tag("update", &long).to_string().len() < 400);
}
