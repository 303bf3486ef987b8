//! Attributes, read once into typed values that keep their tokens.
//!
//! A malformed attribute is reported here and becomes [`Attr::Invalid`]: checks ignore it, and all other errors are
//! still reported in the same compilation.

pub(crate) mod adopt;
mod item;
pub(crate) mod key;
mod leading_name;
pub(crate) mod serde;
pub(crate) mod value;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, MacroDelimiter, Meta};

use self::item::{Item, Items};
use self::key::{Attributes, EnumAttrs, FieldAttrs, Key, Place, VariantAttrs};
use self::value::Value;
use crate::context::Context;

/// One key of an attribute.
#[derive(Default)]
pub(crate) enum Attr<T> {
    #[default]
    Absent,
    /// Invalid, and already reported.
    Invalid,
    Set {
        /// The key's name.
        key: &'static str,
        value: T,
        /// The key and its value as written.
        tokens: TokenStream,
    },
}

impl<T> Attr<T> {
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) fn is_invalid(&self) -> bool {
        matches!(self, Self::Invalid)
    }

    pub(crate) fn is_set(&self) -> bool {
        matches!(self, Self::Set { .. })
    }

    pub(crate) fn value(&self) -> Option<&T> {
        match self {
            Self::Set { value, .. } => Some(value),
            _ => None,
        }
    }

    pub(crate) fn written(&self) -> Option<Written<'_>> {
        match self {
            Self::Set { key, tokens, .. } => Some(Written { key, tokens }),
            _ => None,
        }
    }

    /// Marks the key invalid: a reported item may have been meant as this key.
    fn invalidate(&mut self) {
        if self.is_absent() {
            *self = Self::Invalid;
        }
    }
}

/// A key as written: messages name and underline it.
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    pub(crate) key: &'static str,
    tokens: &'a TokenStream,
}

impl ToTokens for Written<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// A key that may be given more than once.
pub(crate) struct Repeated<T> {
    pub(crate) values: Vec<T>,
    /// Whether any of them was reported.
    pub(crate) is_invalid: bool,
}

impl<T> Default for Repeated<T> {
    fn default() -> Self {
        Self { values: Vec::new(), is_invalid: false }
    }
}

/// The field for a key.
trait Slot {
    /// Reads the key. Otherwise reports why not and returns `false`.
    fn read(&mut self, context: &Context, key: &'static Key, meta: &Meta) -> bool;

    /// Marks the field invalid: a reported key may have been meant as this one.
    fn invalidate(&mut self);

    /// The key as written, if it is valid and may be given only once.
    fn written(&self) -> Option<Written<'_>>;
}

impl<T: Value> Slot for Attr<T> {
    fn read(&mut self, context: &Context, key: &'static Key, meta: &Meta) -> bool {
        if let Self::Set { tokens: first, .. } = self {
            context.error(
                meta,
                format_args!("`{}` is given twice", key.name),
                format_args!("remove one of the two; the first is `{}`", spaced(first)),
            );
            return false;
        }
        let value = T::from_meta(meta);
        *self = match value {
            // After an invalid one, it is unknown which of the two was intended.
            Some(_) if self.is_invalid() => Self::Invalid,
            Some(value) => Self::Set { key: key.name, value, tokens: meta.to_token_stream() },
            None => {
                key.report_form(context, meta);
                Self::Invalid
            }
        };
        self.is_set()
    }

    fn invalidate(&mut self) {
        Attr::invalidate(self);
    }

    fn written(&self) -> Option<Written<'_>> {
        Attr::written(self)
    }
}

impl<T: Value> Slot for Repeated<T> {
    fn read(&mut self, context: &Context, key: &'static Key, meta: &Meta) -> bool {
        let value = T::from_meta(meta);
        match value {
            Some(value) => {
                self.values.push(value);
                true
            }
            None => {
                key.report_form(context, meta);
                self.is_invalid = true;
                false
            }
        }
    }

    fn invalidate(&mut self) {
        self.is_invalid = true;
    }

    fn written(&self) -> Option<Written<'_>> {
        None
    }
}

/// The item that has the attributes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Owner {
    Enum,
    Variant,
    /// A struct has the attributes of both the enum and the variant.
    Struct,
}

pub(crate) fn enum_attrs(context: &Context, attributes: &[Attribute], owner: Owner) -> EnumAttrs {
    let mut attrs = EnumAttrs::default();
    for attribute in attributes {
        if attribute.path().is_ident("sse") {
            let items = items(context, attribute, Place::Enum).items;
            read(context, items, &mut attrs);
        } else if attribute.path().is_ident("event") && owner == Owner::Enum {
            context.error(
                &attribute.meta,
                "`#[event(…)]` belongs on a variant",
                "options of the whole enum are written `#[sse(…)]`",
            );
        }
    }
    attrs
}

pub(crate) fn variant_attrs(context: &Context, attributes: &[Attribute], owner: Owner) -> VariantAttrs {
    let mut attrs = VariantAttrs::default();
    for attribute in attributes {
        let path = attribute.path();
        let is_valid = if path.is_ident("event") {
            attrs.event.get_or_insert_with(|| attribute.meta.clone());
            let Items { items, is_valid } = items(context, attribute, Place::Variant);
            let (items, name_is_valid) = leading_name::split_name(context, items, &mut attrs.name);
            read(context, items, &mut attrs) && is_valid && name_is_valid
        } else if path.is_ident("sse") && owner == Owner::Variant {
            context.error(
                &attribute.meta,
                "`#[sse(…)]` belongs on the enum",
                "options of one variant are written `#[event(\"name\", …)]`",
            );
            false
        } else {
            attrs.serde.extend(serde::forwarded(attribute));
            true
        };
        // Any invalid item may have been meant as the variant's name.
        if !is_valid {
            attrs.name.invalidate();
        }
    }
    attrs
}

/// The `#[sse(…)]` of a struct's field, if there is one: it marks the event of a wrapper. Our attributes are not
/// valid on other fields.
pub(crate) fn field_attrs(context: &Context, attributes: &[Attribute], owner: Owner) -> Option<FieldAttrs> {
    let mut attrs = None;
    for attribute in attributes {
        let is_sse = attribute.path().is_ident("sse");
        if is_sse && owner == Owner::Struct {
            let attrs = attrs.get_or_insert_with(FieldAttrs::default);
            let Items { items, is_valid } = items(context, attribute, Place::Field);
            if !(read(context, items, attrs) && is_valid) {
                attrs.invalidate();
            }
        } else if is_sse || attribute.path().is_ident("event") {
            let name = attribute.path().to_token_stream();
            let owner = if owner == Owner::Struct { "struct" } else { "variant" };
            context.error(
                &attribute.meta,
                format_args!("`#[{name}(…)]` does not belong on a field"),
                format_args!(
                    "write `#[event(\"name\", …)]` on the {owner}; a field takes serde's attributes: \
                     `#[serde(…)]`"
                ),
            );
        }
    }
    attrs
}

/// The items between the parentheses.
fn items(context: &Context, attribute: &Attribute, place: Place) -> Items {
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            item::items(context, list, place.usage())
        }
        meta => {
            context.error(
                meta,
                format_args!("expected parentheses after `{}`", place.attribute()),
                format_args!("write {}", place.usage()),
            );
            Items { items: Vec::new(), is_valid: false }
        }
    }
}

/// Reads each key into its field, and reports keys that do not exist, belong elsewhere, or are malformed. Returns
/// whether all keys are valid.
fn read<A: Attributes>(context: &Context, items: Vec<Item>, attrs: &mut A) -> bool {
    let mut is_valid = true;
    for item in items {
        is_valid &= read_key(context, item, attrs);
    }
    is_valid
}

fn read_key<A: Attributes>(context: &Context, item: Item, attrs: &mut A) -> bool {
    let place = A::PLACE;
    let (path, meta) = match &item {
        Item::Key(meta) => (meta.path(), Some(meta)),
        Item::Broken { key, .. } => (key, None),
        Item::Lit(_) | Item::Words(_) => {
            context.error(item, "expected a key", format_args!("the keys are {}", key::list(place)));
            return false;
        }
    };
    let name = readable(path);
    let Some(key) = key::find(place, &name) else {
        let meant = key::report_unknown(context, path, &name, place);
        if let Some(slot) = meant.and_then(|key| attrs.slot(key)) {
            slot.invalidate();
        }
        return false;
    };
    let Some(slot) = attrs.slot(key).filter(|_| key.place == place) else {
        key.report_place(context, path, place);
        return false;
    };
    match meta {
        Some(meta) => slot.read(context, key, meta),
        None => {
            key.report_form(context, &item);
            slot.invalidate();
            false
        }
    }
}

/// `key = value` or `key(value)`, as the user writes it.
fn spaced(tokens: &TokenStream) -> String {
    tokens.to_string().replace(" (", "(").replace(" ,", ",").replace(" :: ", "::")
}

/// Tokens as the user writes them, without the spaces that printing adds.
pub(crate) fn readable(tokens: &impl ToTokens) -> String {
    quote!(#tokens).to_string().replace(' ', "")
}
