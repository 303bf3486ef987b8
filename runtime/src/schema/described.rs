//! The events of a stream, each with what its `event:` line and its data are.

use schemars::Schema;
use serde_json::{Value, json};

use super::object;

/// Every event of a stream.
#[derive(Debug, Default)]
#[doc(hidden)]
pub struct Described {
    pub(super) doc: String,
    pub(super) end: Option<Sentinel>,
    pub(super) members: Vec<Member>,
    /// Whether two events have the same name, and their data tell them apart.
    pub(super) shares_names: bool,
    /// Whether the data of an event is never that of another one.
    pub(super) data_is_exclusive: bool,
}

/// What ends the stream and is not an event.
#[derive(Debug)]
pub(super) struct Sentinel {
    pub(super) data: &'static str,
    /// What its `event:` line may be, if there is a line.
    pub(super) name: Value,
}

/// One shape of an event. An event whose name is in the line or in the data has several.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) shape: Shape,
    pub(super) is_terminal: bool,
    pub(super) is_deprecated: bool,
    /// Whether it needs no wrapper: it is skipped.
    pub(super) is_ignored: bool,
}

/// The line and the data of an event.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) line: Line,
    pub(super) data: Data,
    /// Whether the schema of the data does not have it: its data lacks the name that other data of the event has.
    pub(super) is_alternative: bool,
}

/// What the `event:` line of an event is.
#[derive(Clone, Debug)]
pub(super) enum Line {
    /// It is not read.
    Any,
    /// One of these names, if there is a line.
    Optional(Value),
    /// The name of a variant, which takes the sentinel too.
    Required(Value),
    /// A name that no variant takes: the sentinel ends the stream under it too.
    Unknown(Value),
}

/// What the data of an event is.
#[derive(Clone, Debug)]
pub(super) enum Data {
    /// It is not looked at, or by a function of the user.
    Any,
    Text,
    Json(Schema),
    /// Text that is not a JSON object, so that it has no keys.
    NotObject,
}

impl Shape {
    pub(super) fn new(line: Line, data: Data) -> Self {
        Self { line, data, is_alternative: false }
    }

    pub(super) fn alternative(line: Line, data: Data) -> Self {
        Self { line, data, is_alternative: true }
    }
}

impl Member {
    pub(super) fn new(title: &str, description: String, shape: Shape) -> Self {
        Self {
            title: title.to_owned(),
            description,
            shape,
            is_terminal: false,
            is_deprecated: false,
            is_ignored: false,
        }
    }
}

impl Line {
    pub(super) fn is_required(&self) -> bool {
        matches!(self, Self::Required(_) | Self::Unknown(_))
    }

    /// Whether data equal to the sentinel are the sentinel.
    pub(super) fn yields_to_end(&self) -> bool {
        !matches!(self, Self::Required(_))
    }
}

impl Data {
    /// Data in which this is true, if they are JSON: text that is not an object has nothing to be checked.
    pub(super) fn where_json(condition: Schema) -> [Self; 2] {
        [Self::Json(condition), Self::NotObject]
    }

    /// As a value in JSON.
    pub(super) fn into_json(self) -> Schema {
        match self {
            Self::Any | Self::NotObject => Schema::default(),
            Self::Text => object::schema(json!({ "type": "string" })),
            Self::Json(schema) => schema,
        }
    }
}
