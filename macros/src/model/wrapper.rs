//! A struct that wraps an event: one field is the event, the others are common to all events.

use syn::{DataStruct, Field, Fields, GenericArgument, LitStr, PathArguments, Type};

use crate::attr::key::{FieldAttrs, VariantAttrs};
use crate::attr::serde::{self, Direction};
use crate::attr::{self, Owner};
use crate::context::Context;
use crate::event_name::Name;

/// A struct with a marked field.
pub(crate) struct Wrapper<'a> {
    pub(crate) fields: &'a Fields,
    /// The attributes of the struct itself.
    pub(crate) attrs: VariantAttrs,
    /// The marked field. Further ones are reported.
    pub(crate) event: Marked<'a>,
    pub(crate) further: Vec<Marked<'a>>,
}

/// A field with `#[sse(…)]`.
pub(crate) struct Marked<'a> {
    pub(crate) field: &'a Field,
    pub(crate) attrs: FieldAttrs,
}

/// The content of the event's field.
pub(crate) enum Holds<'a> {
    Event(&'a Type),
    /// `Result<Event, Error>`, and the key of the error.
    EventOrError {
        event: &'a Type,
        error: &'a Type,
        key: &'a LitStr,
    },
}

impl<'a> Wrapper<'a> {
    /// The wrapper for a struct whose first marked field is `event`.
    pub(crate) fn new(
        data: &'a DataStruct,
        attrs: VariantAttrs,
        event: Marked<'a>,
        further: Vec<Marked<'a>>,
    ) -> Self {
        Self { fields: &data.fields, attrs, event, further }
    }

    /// The fields that are common to all events.
    pub(crate) fn siblings(&self) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(|field| !self.is_event(field))
    }

    /// Whether the field holds the event.
    pub(crate) fn is_event(&self, field: &Field) -> bool {
        std::ptr::eq(field, self.event.field)
    }

    /// Whether the event is a value under a key, and not flattened into the object.
    pub(crate) fn is_nested(&self) -> bool {
        self.event.attrs.nested.is_set()
    }

    /// The key of a field; `None` if it is flattened or skipped.
    pub(crate) fn key(&self, field: &Field, direction: Direction) -> Option<Name> {
        serde::key(field, &self.attrs.serde, direction)
    }
}

/// The fields with `#[sse(…)]`.
pub(super) fn marked<'a>(context: &Context, data: &'a DataStruct) -> impl Iterator<Item = Marked<'a>> {
    data.fields.iter().filter_map(|field| {
        let attrs = attr::field_attrs(context, &field.attrs, Owner::Struct)?;
        Some(Marked { field, attrs })
    })
}

impl Marked<'_> {
    /// The content of the field: a `Result` if an error's key is set.
    pub(crate) fn holds(&self) -> Holds<'_> {
        let ty = &self.field.ty;
        match (self.attrs.error.value(), result(ty)) {
            (Some(key), Some((event, error))) => Holds::EventOrError { event, error, key },
            _ => Holds::Event(ty),
        }
    }

    /// The type of the event.
    pub(crate) fn event(&self) -> &Type {
        match self.holds() {
            Holds::Event(event) | Holds::EventOrError { event, .. } => event,
        }
    }

    /// Whether the type is written as a `Result` of two types.
    pub(crate) fn is_result(&self) -> bool {
        result(&self.field.ty).is_some()
    }
}

/// The types of `Result<Event, Error>`.
fn result(ty: &Type) -> Option<(&Type, &Type)> {
    let path = match ty {
        Type::Path(path) => &path.path,
        Type::Group(group) => return result(&group.elem),
        Type::Paren(paren) => return result(&paren.elem),
        _ => return None,
    };
    let last = path.segments.last().filter(|last| last.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let mut types = arguments.args.iter();
    match (types.next(), types.next(), types.next()) {
        (Some(GenericArgument::Type(event)), Some(GenericArgument::Type(error)), None) => {
            Some((event, error))
        }
        _ => None,
    }
}
