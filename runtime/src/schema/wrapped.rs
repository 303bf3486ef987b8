//! Events within an object, as a derived wrapper holds them.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::EventSchema;
use super::described::{Data, Described, Line, Member};
use super::describing::DescribedPayload;
use super::object::{joined, with_key, with_optional_key};

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
        self.wrapped(doc, |event| with_key(fields.clone(), key, value(event)))
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
        let mut wrapped = self.wrapped(doc, |event| {
            let object = with_key(fields.clone(), key, value(event));
            with_optional_key(object, error_key, absent.clone())
        });
        let error = generator.subschema_for::<E>().to_value();
        let data = with_optional_key(with_key(fields, error_key, error), key, absent.clone());
        let description = "The server's error report, in the place of an event.".to_owned();
        wrapped.members.push(Member::new(error_key, description, Line::Any, Data::Json(data)));
        wrapped
    }

    /// Each in one object with the fields of `S`.
    #[must_use]
    pub fn flattened<S: DescribedPayload>(self, doc: &str, generator: &mut SchemaGenerator) -> Self {
        let fields = S::json_schema(generator);
        self.wrapped(doc, |event| match event {
            Data::Json(event) => joined(event, fields.clone()),
            // The event adds no keys.
            Data::Any | Data::Text => fields.clone(),
        })
    }

    fn wrapped(mut self, doc: &str, wrap: impl Fn(Data) -> Schema) -> Self {
        if !doc.is_empty() {
            doc.clone_into(&mut self.doc);
        }
        for member in self.members.iter_mut().filter(|member| !member.is_ignored) {
            let event = std::mem::replace(&mut member.data, Data::Any);
            member.data = Data::Json(wrap(event));
        }
        self
    }
}

/// An event as a value, which is not `null`.
fn value(event: Data) -> Value {
    match event {
        Data::Any => json!({ "not": { "type": "null" } }),
        event => event.into_json().to_value(),
    }
}
