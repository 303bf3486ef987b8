//! The printed file, before it is text.

#[derive(Debug, Default)]
pub struct File {
    /// The documentation of the module.
    pub header: Vec<String>,
    pub items: Vec<Item>,
    /// The type that the events of a stream are read as.
    pub root: String,
}

#[derive(Clone, Debug)]
pub struct Item {
    pub comments: Vec<String>,
    /// Traits, in the order of their names.
    pub derives: Vec<&'static str>,
    /// The arguments of `#[sse(…)]` and `#[serde(…)]`.
    pub sse: Vec<String>,
    pub serde: Vec<String>,
    pub name: String,
    pub body: Body,
}

#[derive(Clone, Debug)]
pub enum Body {
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
    /// `impl Name`, with one method.
    Method {
        name: String,
        value: String,
    },
}

#[derive(Clone, Debug)]
pub struct Variant {
    pub comments: Vec<String>,
    /// The arguments of `#[event(…)]` and `#[serde(…)]`.
    pub event: Vec<String>,
    pub serde: Vec<String>,
    pub name: String,
    pub payload: Payload,
}

#[derive(Clone, Debug)]
pub enum Payload {
    None,
    Type(String),
    Fields(Vec<Field>),
}

#[derive(Clone, Debug)]
pub struct Field {
    pub doc: Option<String>,
    /// The arguments of `#[sse(…)]` and `#[serde(…)]`.
    pub sse: Vec<String>,
    pub serde: Vec<String>,
    pub name: String,
    pub r#type: String,
}

impl Item {
    /// An item without anything, to be filled.
    pub fn new(name: &str) -> Self {
        Self {
            comments: Vec::new(),
            derives: Vec::new(),
            sse: Vec::new(),
            serde: Vec::new(),
            name: name.to_owned(),
            body: Body::Struct(Vec::new()),
        }
    }
}
