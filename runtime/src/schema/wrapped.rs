//! Events within an object, as a derived wrapper holds them.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::EventSchema;
use super::described::{Data, Described, Line, Member, Shape};
use super::describing::DescribedPayload;
use super::object::{and, any, joined, not_null, with_key, with_optional_key};

impl Described {
    /// The events of a type.
    #[must_use]
    pub fn of<E: EventSchema>(generator: &mut SchemaGenerator) -> Self {
        E::describe(generator)
    }

    /// Each under the key `key` of an object with the fields of `S`.
    #[must_use]
    pub fn nested<S: DescribedPayload>(self, doc: &str, key: &str, generator: &mut SchemaGenerator) -> Self {
        let fields = S::json_schema(generator);
        let object = with_key(fields.clone(), key, json!(true));
        self.with_ignored_as_others(&object).wrapped(doc, |event| with_key(fields.clone(), key, value(event)))
    }

    /// The same, or an error under the key `error_key`.
    #[must_use]
    pub fn nested_or_error<S: DescribedPayload, E: DescribedPayload>(
        self,
        doc: &str,
        key: &str,
        error_key: &str,
        generator: &mut SchemaGenerator,
    ) -> Self {
        let (fields, absent) = (S::json_schema(generator), json!({ "type": "null" }));
        let error = generator.subschema_for::<E>().to_value();
        let error_or_absent = any(vec![absent.clone(), error.clone()]);
        let object = with_optional_key(fields.clone(), error_key, error_or_absent);
        let mut wrapped = self.with_ignored_as_others(&object).wrapped(doc, |event| {
            let object = with_key(fields.clone(), key, value(event));
            with_optional_key(object, error_key, absent.clone())
        });
        let data = with_optional_key(with_key(fields, error_key, error), key, absent.clone());
        let description = "The server's error report, in the place of an event.".to_owned();
        wrapped.members.push(Member::new(error_key, description, Shape::new(Line::Any, Data::Json(data))));
        wrapped
    }

    /// Each in one object with the fields of `S`.
    #[must_use]
    pub fn flattened<S: DescribedPayload>(self, doc: &str, generator: &mut SchemaGenerator) -> Self {
        let fields = S::json_schema(generator);
        self.wrapped(doc, |event| match event {
            Data::Json(event) => joined(event, fields.clone()),
            // The event adds no keys.
            Data::Any | Data::Text | Data::NotObject => fields.clone(),
        })
    }

    /// Events to skip that their data name are wrapped too. Not wrapped, they are not the `object`.
    fn with_ignored_as_others(mut self, object: &Schema) -> Self {
        let is_named = |member: &&mut Member| member.is_ignored && matches!(member.shape.data, Data::Json(_));
        let mut wrapped = Vec::new();
        for member in self.members.iter_mut().filter(is_named) {
            let shape = Shape { is_alternative: true, ..member.shape.clone() };
            wrapped.push(Member { shape, is_ignored: false, ..member.clone() });
            if let Data::Json(schema) = &mut member.shape.data {
                *schema = and(std::mem::take(schema), json!({ "not": object }));
            }
        }
        self.members.extend(wrapped);
        self
    }

    fn wrapped(mut self, doc: &str, wrap: impl Fn(Data) -> Schema) -> Self {
        if !doc.is_empty() {
            doc.clone_into(&mut self.doc);
        }
        self.members.retain(|member| member.is_ignored || !matches!(member.shape.data, Data::NotObject));
        for member in self.members.iter_mut().filter(|member| !member.is_ignored) {
            let event = std::mem::replace(&mut member.shape.data, Data::Any);
            member.shape.data = Data::Json(wrap(event));
        }
        self
    }
}

/// An event as a value, which is not `null`. Text of an event is the JSON of such a value.
fn value(event: Data) -> Value {
    match event {
        Data::Json(schema) => not_null(schema).to_value(),
        Data::Any | Data::Text | Data::NotObject => json!({ "not": { "type": "null" } }),
    }
}
