//! Methods that tell from a payload whether the stream is complete.

use crate::model::{Body, Field, Item, Payload};
use crate::name;
use crate::types::Types;

/// rustfmt breaks a longer chain of calls.
const CHAIN: usize = 60;

/// A method that tells the last event by a key, and the path to it.
pub fn last_if(types: &Types<'_>, key: &str, ident: &str, payload: &Payload) -> Option<(Item, String)> {
    let method = format!("is_{}", name::field(key).trim_start_matches("r#").trim_start_matches("is_"));
    let of_field = |fields: &[Field]| {
        let renamed = format!("rename = {key:?}");
        let is_it = |field: &&Field| field.name == name::field(key) || field.serde.contains(&renamed);
        fields.iter().find(is_it).map(|field| (field.name.clone(), field.r#type.starts_with("Option")))
    };
    let (owner, value, path) = match payload {
        Payload::Fields(fields) => {
            let (field, is_optional) = of_field(fields)?;
            let value = if is_optional { "Some(true)" } else { "true" };
            let value = format!("matches!(self, Self::{ident} {{ {field}: {value}, .. }})");
            (types.options.name.clone(), value, format!("Self::{method}"))
        }
        Payload::Type(r#type) => {
            let item = types.items.iter().find(|item| item.name == *r#type)?;
            let Body::Struct(fields) = &item.body else { return None };
            let (field, is_optional) = of_field(fields)?;
            let test = if is_optional { " == Some(true)" } else { "" };
            (r#type.clone(), format!("self.{field}{test}"), format!("{type}::{method}"))
        }
        Payload::None => return None,
    };
    Some((Item { body: Body::Method { name: method, value }, ..Item::new(&owner) }, path))
}

/// A method that tells by the elements of an array, and the path to it.
pub fn finished_if(types: &Types<'_>, list: &str, key: &str, payload: &Payload) -> Option<(Item, String)> {
    let Payload::Type(owner) = payload else { return None };
    let elements = field_type(types, owner, list)?;
    let element = elements.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>'))?;
    let reason = field_type(types, element, key)?;
    let (list, each, key) = (name::field(list), name::field(&name::singular(list)), name::field(key));
    let test = format!("any(|{each}| {each}.{key}.is_some())");
    let line = format!("self.{list}.iter().{test}");
    let value = if line.len() <= CHAIN {
        line
    } else {
        format!("self.{list}\n            .iter()\n            .{test}")
    };
    let method = Item { body: Body::Method { name: "is_finished".to_owned(), value }, ..Item::new(owner) };
    reason.starts_with("Option<").then(|| (method, format!("{owner}::is_finished")))
}

fn field_type<'a>(types: &'a Types<'_>, owner: &str, key: &str) -> Option<&'a str> {
    let item = types.items.iter().find(|item| item.name == *owner)?;
    let Body::Struct(fields) = &item.body else { return None };
    fields.iter().find(|field| field.name == name::field(key)).map(|field| &*field.r#type)
}
