//! Schemas of objects, put together.

use schemars::Schema;
use serde_json::{Value, json};

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

/// The object that both describe.
pub(super) fn joined(first: Schema, second: Schema) -> Schema {
    let is_plain = |schema: &Schema| {
        let keywords = ["type", "properties", "required"];
        schema.as_object().is_some_and(|object| object.keys().all(|key| keywords.contains(&key.as_str())))
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

/// One of the conditions.
pub(super) fn any(mut conditions: Vec<Value>) -> Value {
    if conditions.len() == 1 { conditions.remove(0) } else { json!({ "anyOf": conditions }) }
}

/// That an object has a key with a value other than `null`.
pub(super) fn has_key(key: &str) -> Value {
    json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } })
}

/// An object with a key of this schema.
pub(super) fn object(key: &str, value: Value) -> Schema {
    with_key(Schema::default(), key, value)
}

/// A schema for JSON that need not be an object.
pub(super) fn schema(value: Value) -> Schema {
    Schema::try_from(value).unwrap_or_default()
}
