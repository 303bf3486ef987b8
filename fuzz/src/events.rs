//! The enums to decode; together they have every kind of variant and every rule.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sse_event::{RawEvent, RawEventBuf, SseEvent};

/// Events that can also be named by a key of the data; unknown ones are accepted.
#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("ping", "keepalive"))]
pub enum Tagged {
    #[event("delta", alias = "chunk")]
    Delta(Delta),
    #[event("tree")]
    Tree(Tree),
    #[event("counts")]
    Counts(BTreeMap<String, u64>),
    #[event("usage")]
    Usage {
        tokens: u64,
        #[serde(default)]
        details: Option<Box<Tree>>,
    },
    #[event("text", raw)]
    Text(String),
    #[event("number", parse)]
    Number(i64),
    #[event("unit")]
    Unit,
    #[event("error", error)]
    Error(serde_json::Value),
    #[event("done", terminal)]
    Done,
    #[event(other)]
    Unknown(RawEventBuf),
}

/// Events named only by lines; unknown ones are errors.
#[derive(Clone, Debug, PartialEq, SseEvent)]
#[sse(ignore("ping"))]
pub enum Strict {
    #[event("message")]
    Message(Option<String>),
    #[event("delta")]
    Delta(Delta),
    #[event("tree")]
    Tree(Tree),
    #[event("floats")]
    Floats(Vec<f64>),
    #[event("usage")]
    #[serde(deny_unknown_fields)]
    Usage { tokens: u64 },
    #[event("number", parse)]
    Number(u16),
    #[event("error", error)]
    Error { message: String },
}

/// Borrows from the data.
#[derive(Debug, SseEvent)]
#[sse(tag = "type", end = "[DONE]", ignore("ping"))]
pub enum Borrowed<'a> {
    #[event("delta")]
    Delta {
        #[serde(borrow)]
        text: Cow<'a, str>,
    },
    #[event("tree")]
    Tree(&'a RawValue),
    #[event("text", raw)]
    Text(&'a str),
    #[event(other)]
    Unknown(RawEvent<'a>),
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Delta {
    pub text: String,
    pub index: Option<i32>,
    #[serde(default)]
    pub parts: Vec<Part>,
}

/// Payloads that serde buffers: their errors have no position.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Part {
    Text { text: String },
    Stop,
}

/// A payload that is nested as deep as the data.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Tree {
    Leaf(Option<bool>),
    Branches(Vec<Self>),
    Names(BTreeMap<String, Self>),
}
