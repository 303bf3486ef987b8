//! The events of a stream, each with what its `event:` line and its data are.

use schemars::Schema;
use serde_json::{Value, json};

use super::object;

/// Every event of a stream.
#[derive(Debug, Default)]
#[doc(hidden)]
pub struct Described {
    pub(super) doc: String,
    /// The data of the sentinel.
    pub(super) end: Option<&'static str>,
    pub(super) members: Vec<Member>,
    /// Whether two events have the same name, and their data tell them apart.
    pub(super) shares_names: bool,
    /// Whether the data of an event is never that of another one.
    pub(super) data_is_exclusive: bool,
}

/// One event.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) line: Line,
    pub(super) data: Data,
    pub(super) is_terminal: bool,
    pub(super) is_deprecated: bool,
    /// Whether it needs no wrapper: it is skipped.
    pub(super) is_ignored: bool,
}

/// What the `event:` line of an event says.
#[derive(Debug)]
pub(super) enum Line {
    /// Nothing that counts.
    Any,
    /// One of these names, if there is a line.
    Optional(Value),
    Required(Value),
}

/// What the data of an event is.
#[derive(Debug)]
pub(super) enum Data {
    /// It is not looked at, or by a function of the user.
    Any,
    Text,
    Json(Schema),
}

impl Member {
    pub(super) fn new(title: &str, description: String, line: Line, data: Data) -> Self {
        Self {
            title: title.to_owned(),
            description,
            line,
            data,
            is_terminal: false,
            is_deprecated: false,
            is_ignored: false,
        }
    }
}

impl Line {
    pub(super) fn is_required(&self) -> bool {
        matches!(self, Self::Required(_))
    }
}

impl Data {
    /// As a value in JSON.
    pub(super) fn into_json(self) -> Schema {
        match self {
            Self::Any => Schema::default(),
            Self::Text => object::schema(json!({ "type": "string" })),
            Self::Json(schema) => schema,
        }
    }
}
