//! Schemas of objects, put together.

use schemars::Schema;
use serde_json::{Map, Value, json};

/// The schema with one more key of its object, which is required. A key that is described already is overwritten.
pub(super) fn with_key(schema: Schema, key: &str, value: Value) -> Schema {
    let mut schema = with_optional_key(schema, key, value);
    let required = schema.ensure_object().entry("required").or_insert_with(|| json!([]));
    if let Value::Array(required) = required
        && !required.iter().any(|known| known == key)
    {
        required.insert(0, json!(key));
    }
    schema
}

/// The same of a key that need not be there.
pub(super) fn with_optional_key(mut schema: Schema, key: &str, value: Value) -> Schema {
    let object = schema.ensure_object();
    // A unit is an object of nothing but the key.
    if object.get("type").is_none_or(|kind| kind == "null") {
        object.insert("type".to_owned(), json!("object"));
    }
    let properties = object.entry("properties").or_insert_with(|| json!({}));
    if let Value::Object(properties) = properties {
        properties.insert(key.to_owned(), value);
    }
    schema
}

/// The schema of a payload, in whose object the key may be in addition, with any value.
pub(super) fn open(schema: Schema, key: &str) -> Schema {
    let mut schema = schema.to_value();
    allow(&mut schema, key);
    self::schema(schema)
}

fn allow(schema: &mut Value, key: &str) {
    let is_closed = is_closed_itself(schema);
    let Value::Object(object) = schema else { return };
    if object.get("type").is_some_and(|kind| kind == "null") {
        // A unit is an object of nothing but the key, too.
        object.insert("type".to_owned(), json!(["null", "object"]));
        object.insert("properties".to_owned(), json!({ key: true }));
        object.insert("additionalProperties".to_owned(), json!(false));
    } else if is_closed {
        let properties = object.entry("properties").or_insert_with(|| json!({}));
        if let Value::Object(properties) = properties {
            properties.entry(key).or_insert(json!(true));
        }
    }
    for keyword in IN_PLACE {
        if let Some(Value::Array(schemas)) = object.get_mut(keyword) {
            for schema in schemas {
                allow(schema, key);
            }
        }
    }
}

/// Whether it does not take just any further key.
pub(super) fn is_closed(schema: &Value) -> bool {
    let mut schemas = IN_PLACE.iter().filter_map(|keyword| schema.get(keyword)?.as_array()).flatten();
    is_closed_itself(schema) || schemas.any(is_closed)
}

fn is_closed_itself(schema: &Value) -> bool {
    let keywords = ["additionalProperties", "unevaluatedProperties"];
    keywords.iter().any(|keyword| schema.get(keyword).is_some_and(|further| *further != true))
}

/// Keywords with schemas for the same value.
const IN_PLACE: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// Whether it is known to take `null`.
pub(super) fn may_be_null(schema: &Schema) -> bool {
    may_be_null_value(schema.as_value())
}

fn may_be_null_value(schema: &Value) -> bool {
    let Value::Object(object) = schema else { return *schema == true };
    let one_of = |keyword: &str| object.get(keyword).and_then(Value::as_array);
    match object.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "null"),
        Some(kind) => kind == "null",
        None => match one_of("anyOf").or_else(|| one_of("oneOf")) {
            Some(schemas) => schemas.iter().any(may_be_null_value),
            None => !["$ref", "const", "enum"].iter().any(|keyword| object.contains_key(*keyword)),
        },
    }
}

/// The object that both describe.
pub(super) fn joined(first: Schema, second: Schema) -> Schema {
    let is_plain = |schema: &Schema| {
        let keywords = ["type", "properties", "required"];
        let has_others =
            |object: &Map<String, Value>| object.keys().any(|key| !keywords.contains(&key.as_str()));
        schema.as_object().is_some_and(|object| !has_others(object)) && !is_unit(schema)
    };
    if !is_plain(&first) || !is_plain(&second) {
        return and(first, second.to_value());
    }
    let mut joined = first;
    let mut second = second;
    let required = match second.remove("required") {
        Some(Value::Array(required)) => required,
        _ => Vec::new(),
    };
    if let Some(Value::Object(properties)) = second.remove("properties") {
        for (key, value) in properties {
            joined = if required.iter().any(|required| *required == key) {
                with_key(joined, &key, value)
            } else {
                with_optional_key(joined, &key, value)
            };
        }
    }
    joined
}

/// The schema and a further condition.
pub(super) fn and(mut schema: Schema, condition: Value) -> Schema {
    let conditions = schema.ensure_object().entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(conditions) = conditions {
        conditions.push(condition);
    }
    schema
}

/// Whether it takes `null` alone.
pub(super) fn is_unit(schema: &Schema) -> bool {
    schema.get("type").is_some_and(|kind| kind == "null")
}

/// The schema without `null`.
pub(super) fn not_null(schema: Schema) -> Schema {
    if may_be_null(&schema) { and(schema, json!({ "not": { "type": "null" } })) } else { schema }
}

/// One of the conditions.
pub(super) fn any(mut conditions: Vec<Value>) -> Value {
    if conditions.len() == 1 { conditions.remove(0) } else { json!({ "anyOf": conditions }) }
}

/// That an object has a key with a value other than `null`.
pub(super) fn has_key(key: &str) -> Value {
    json!({ "type": "object", "required": [key], "properties": { key: { "not": { "type": "null" } } } })
}

/// An object with a key of this schema.
pub(super) fn object(key: &str, value: Value) -> Schema {
    with_key(Schema::default(), key, value)
}

/// A schema for JSON that need not be an object.
pub(super) fn schema(value: Value) -> Schema {
    Schema::try_from(value).unwrap_or_default()
}
