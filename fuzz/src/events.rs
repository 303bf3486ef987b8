//! The enums that are decoded: between them, every kind of variant and every rule.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sse_event::{RawEvent, RawEventBuf, SseEvent};

/// Named by a key of the data too; nothing is unknown to it.
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

/// Named by lines alone; what it does not know is an error.
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

/// Buffered by serde: its errors have no position of their own.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Part {
    Text { text: String },
    Stop,
}

/// As deep as the data.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Tree {
    Leaf(Option<bool>),
    Branches(Vec<Self>),
    Names(BTreeMap<String, Self>),
}
