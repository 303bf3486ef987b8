//! What the enum means. It borrows the input and keeps tokens only to point at them.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Data, DeriveInput, Fields, FieldsNamed, Generics, Ident, LitStr, Path, Type, parse_quote};

use crate::attr::{self, EnumAttrs, VariantAttrs};
use crate::context::Context;

/// An enum of events.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) attrs: EnumAttrs,
    pub(crate) krate: Path,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// One variant of it.
pub(crate) struct Variant<'a> {
    pub(crate) source: &'a syn::Variant,
    pub(crate) attrs: VariantAttrs,
    /// The names it answers to, the canonical one first; none for `other`.
    pub(crate) names: Vec<Name>,
    pub(crate) role: Role<'a>,
}

/// Which events a variant takes.
pub(crate) enum Role<'a> {
    /// Those with one of its names.
    Named(Codec<'a>),
    /// Those that no other variant takes.
    Other(Other<'a>),
    /// None that could be told: `check` says why.
    Broken,
}

/// A name that a variant answers to, and the tokens it comes from.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) value: String,
    pub(crate) tokens: TokenStream,
}

/// How the data becomes the variant.
pub(crate) enum Codec<'a> {
    /// The data is not looked at.
    Unit,
    Json(&'a Type),
    Raw(&'a Type),
    Parse(&'a Type),
    /// A JSON object with these fields.
    Struct(&'a FieldsNamed),
}

/// How an unknown event becomes the `other` variant.
pub(crate) enum Other<'a> {
    Unit,
    Whole(&'a Type),
    Fields(&'a FieldsNamed),
}

impl<'a> Model<'a> {
    pub(crate) fn new(context: &Context, input: &'a DeriveInput) -> Self {
        let attrs = attr::enum_attrs(context, &input.attrs);
        let krate = attrs.krate.clone().unwrap_or_else(|| parse_quote!(::sse_event));
        let variants = match &input.data {
            Data::Enum(data) => data.variants.iter().map(|variant| Variant::new(context, variant)).collect(),
            Data::Struct(_) | Data::Union(_) => Vec::new(),
        };
        Self { input, attrs, krate, variants }
    }

    pub(crate) fn ident(&self) -> &'a Ident {
        &self.input.ident
    }

    pub(crate) fn generics(&self) -> &'a Generics {
        &self.input.generics
    }

    /// Whether its values may borrow from the data.
    pub(crate) fn borrows(&self) -> bool {
        self.generics().lifetimes().next().is_some()
    }

    /// Whether it has `TryFrom` impls.
    pub(crate) fn has_try_from(&self) -> bool {
        self.attrs.try_from.unwrap_or(true)
    }

    pub(crate) fn other(&self) -> Option<(&Variant<'a>, &Other<'a>)> {
        self.variants.iter().find_map(|variant| match &variant.role {
            Role::Other(other) => Some((variant, other)),
            _ => None,
        })
    }

    /// Every variant that has names.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&Variant<'a>, &[Name], &Codec<'a>)> {
        self.variants.iter().filter_map(|variant| match &variant.role {
            Role::Named(codec) => Some((variant, variant.names.as_slice(), codec)),
            _ => None,
        })
    }
}

impl<'a> Variant<'a> {
    fn new(context: &Context, source: &'a syn::Variant) -> Self {
        let attrs = attr::variant_attrs(context, &source.attrs);
        for field in &source.fields {
            attr::field_attrs(context, &field.attrs);
        }
        let names = names(&attrs);
        let role = if attrs.keys.other.is_set() {
            other(&source.fields).map(Role::Other)
        } else {
            codec(&source.fields, &attrs).filter(|_| !names.is_empty()).map(Role::Named)
        };
        Self { source, names, role: role.unwrap_or(Role::Broken), attrs }
    }

    pub(crate) fn ident(&self) -> &'a Ident {
        &self.source.ident
    }
}

impl Name {
    pub(crate) fn new(literal: &LitStr) -> Self {
        Self { value: literal.value(), tokens: literal.to_token_stream() }
    }
}

fn names(attrs: &VariantAttrs) -> Vec<Name> {
    match &attrs.name {
        Some(name) if !attrs.keys.other.is_set() => {
            std::iter::once(name).chain(&attrs.keys.alias).map(Name::new).collect()
        }
        _ => Vec::new(),
    }
}

fn codec<'a>(fields: &'a Fields, attrs: &VariantAttrs) -> Option<Codec<'a>> {
    let (raw, parse) = (attrs.keys.raw.is_set(), attrs.keys.parse.is_set());
    match fields {
        Fields::Unit if !raw && !parse => Some(Codec::Unit),
        Fields::Named(fields) if !raw && !parse => Some(Codec::Struct(fields)),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let payload = &fields.unnamed[0].ty;
            match (raw, parse) {
                (false, false) => Some(Codec::Json(payload)),
                (true, false) => Some(Codec::Raw(payload)),
                (false, true) => Some(Codec::Parse(payload)),
                (true, true) => None,
            }
        }
        _ => None,
    }
}

fn other(fields: &Fields) -> Option<Other<'_>> {
    match fields {
        Fields::Unit => Some(Other::Unit),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Some(Other::Whole(&fields.unnamed[0].ty)),
        Fields::Named(fields) => Some(Other::Fields(fields)),
        Fields::Unnamed(_) => None,
    }
}
