//! A validator that also checks the JSON in the text of an event's data.

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use sse_event::schema::{EventItem, EventSchema};
use sse_event::{EncodeEvent, RawEvent};

/// The schema of items for deserializing.
pub(crate) fn item_schema<E: EventSchema>() -> Value {
    root::<EventItem<E>>(SchemaSettings::draft2020_12())
}

/// The schema of the data for deserializing.
pub(crate) fn data_schema<E: JsonSchema>() -> Value {
    root::<E>(SchemaSettings::draft2020_12())
}

pub(crate) fn root<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let schema: Schema = settings.into_generator().into_root_schema_for::<T>();
    let schema = schema.to_value();
    assert!(jsonschema::meta::is_valid(&schema), "not a schema: {schema:#}");
    schema
}

/// An event as an object of its fields.
pub(crate) fn item(raw: RawEvent<'_>) -> Value {
    let mut item = Map::new();
    item.insert("data".to_owned(), json!(raw.data));
    if !raw.event.is_empty() {
        item.insert("event".to_owned(), json!(raw.event));
    }
    if let Some(id) = raw.id {
        item.insert("id".to_owned(), json!(id));
    }
    Value::Object(item)
}

/// Checks items, and the JSON in their data with the schemas of the members that match.
pub(crate) struct Items {
    schema: Validator,
    members: Vec<Member>,
}

struct Member {
    title: String,
    item: Validator,
    /// The schema of the JSON in the data.
    content: Option<Validator>,
}

impl Items {
    pub(crate) fn of<E: EventSchema>() -> Self {
        let schema = item_schema::<E>();
        let definitions = schema.get("$defs").cloned().unwrap_or(json!({}));
        let members = schema.get("oneOf").or(schema.get("anyOf")).and_then(Value::as_array).unwrap();
        let members = members.iter().map(|member| {
            let content = member.pointer("/properties/data/contentSchema");
            Member {
                title: member["title"].as_str().unwrap().to_owned(),
                item: validator(member, &definitions),
                content: content.map(|content| validator(content, &definitions)),
            }
        });
        Self { members: members.collect(), schema: jsonschema::validator_for(&schema).unwrap() }
    }

    /// The title of the only members that match, including their data: all shapes of one event have the same title.
    pub(crate) fn find(&self, raw: RawEvent<'_>) -> Result<&str, Vec<&str>> {
        self.with_data(raw.data).find(raw)
    }

    /// The members that the data matches, under any line.
    pub(crate) fn with_data(&self, data: &str) -> ItemsWithData<'_> {
        // The decoder reads empty data as `null`.
        let json: Option<Value> = serde_json::from_str(if data.is_empty() { "null" } else { data }).ok();
        let members = self.members.iter().filter(|member| match &member.content {
            Some(content) => json.as_ref().is_some_and(|json| content.is_valid(json)),
            None => true,
        });
        ItemsWithData { schema: &self.schema, members: members.collect() }
    }

    #[track_caller]
    pub(crate) fn expect<E: EncodeEvent + std::fmt::Debug>(&self, event: &E, title: &str) {
        let raw = event.encode().unwrap();
        assert_eq!(self.find(raw.as_raw_event()), Ok(title), "{event:?} as {raw:?}");
    }
}

/// The same for events of which the data is known.
pub(crate) struct ItemsWithData<'a> {
    schema: &'a Validator,
    members: Vec<&'a Member>,
}

impl<'a> ItemsWithData<'a> {
    pub(crate) fn find(&self, raw: RawEvent<'_>) -> Result<&'a str, Vec<&'a str>> {
        let item = item(raw);
        let found = self.members.iter().filter(|member| member.item.is_valid(&item));
        let mut titles: Vec<_> = found.map(|member| member.title.as_str()).collect();
        titles.dedup();
        match titles.as_slice() {
            [title] => {
                assert!(self.schema.is_valid(&item), "{item} is {title}, and not valid");
                Ok(title)
            }
            _ => Err(titles),
        }
    }
}

fn validator(schema: &Value, definitions: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["$defs"] = definitions.clone();
    jsonschema::validator_for(&schema).unwrap()
}
