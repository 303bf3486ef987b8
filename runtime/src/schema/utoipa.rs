//! The schemas of an enum for `utoipa` 6: the same ones, as `ToSchema`.

use std::borrow::Cow;

use schemars::generate::Contract;
use schemars::{Schema as JsonSchema, SchemaGenerator};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, SchemaType};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::item::item_schema;
use super::{EventItem, EventSchema, data_schema, openapi_settings};

/// What `utoipa` describes a type with.
pub type UtoipaSchema = RefOr<Schema>;

/// The schemas of a document, with their names.
pub type UtoipaSchemas = Vec<(String, UtoipaSchema)>;

/// The schema of the data of an event, as `PartialSchema` of a derived enum has it.
#[doc(hidden)]
#[must_use]
pub fn partial_schema<E: EventSchema>() -> UtoipaSchema {
    into_schema(data_schema::<E>(&mut generator()))
}

/// Adds the schemas that it refers to.
#[doc(hidden)]
pub fn referenced_schemas<E: EventSchema>(schemas: &mut UtoipaSchemas) {
    let mut generator = generator();
    data_schema::<E>(&mut generator);
    add_definitions(generator, schemas);
}

impl<E: EventSchema> PartialSchema for EventItem<E> {
    fn schema() -> UtoipaSchema {
        into_schema(item_schema::<E>(&mut generator()))
    }
}

impl<E: EventSchema> ToSchema for EventItem<E> {
    fn name() -> Cow<'static, str> {
        <Self as schemars::JsonSchema>::schema_name()
    }

    fn schemas(schemas: &mut UtoipaSchemas) {
        let mut generator = generator();
        item_schema::<E>(&mut generator);
        add_definitions(generator, schemas);
    }
}

/// Of what a server writes: utoipa describes servers.
fn generator() -> SchemaGenerator {
    openapi_settings().with(|settings| settings.contract = Contract::Serialize).into_generator()
}

fn add_definitions(mut generator: SchemaGenerator, schemas: &mut UtoipaSchemas) {
    let definitions = generator.take_definitions(true);
    let definitions =
        definitions.into_iter().filter_map(|(name, schema)| Some((name, JsonSchema::try_from(schema).ok()?)));
    schemas.extend(definitions.map(|(name, schema)| (name, into_schema(schema))));
}

/// A schema of `utoipa` has no room for most keywords. Its extensions are written as they are: they hold them all.
fn into_schema(schema: JsonSchema) -> UtoipaSchema {
    let mut schema = schema;
    let keywords = std::mem::take(schema.ensure_object());
    if let (1, Some(reference)) = (keywords.len(), keywords.get("$ref").and_then(|to| to.as_str())) {
        return RefOr::Ref(Ref::new(reference));
    }
    let keywords: Extensions = keywords.into_iter().collect();
    let object: Object =
        ObjectBuilder::new().schema_type(SchemaType::AnyValue).extensions(Some(keywords)).build();
    RefOr::T(Schema::Object(object))
}
