//! The meaning of the enum. It borrows the input and keeps tokens only for spans.

pub(crate) mod wrapper;

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{
    Attribute, Data, DeriveInput, Field, Fields, FieldsNamed, Generics, Ident, LitBool, LitStr, Path, Type,
    parse_quote,
};

use crate::attr::key::{EnumAttrs, VariantAttrs};
use crate::attr::{self, Owner, adopt, serde};
use crate::case::Case;
use crate::context::Context;
use crate::event_name::Name;
use wrapper::Wrapper;

/// An enum of events, or a struct that is one event.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) attrs: EnumAttrs,
    pub(crate) krate: Path,
    /// For a struct, one variant: the struct itself.
    pub(crate) variants: Vec<Variant<'a>>,
    /// For a struct with a marked field, which has no variants.
    pub(crate) wrapper: Option<Wrapper<'a>>,
}

/// A variant of the enum.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) fields: &'a Fields,
    /// The attributes as written.
    pub(crate) attributes: &'a [Attribute],
    pub(crate) attrs: VariantAttrs,
    /// The names of its events, the canonical one first; empty for `other`. With `prefix`, the beginnings of such
    /// names.
    pub(crate) names: Vec<Name>,
    pub(crate) role: Role<'a>,
}

/// The events that a variant takes.
pub(crate) enum Role<'a> {
    /// Events with one of its names.
    Named(Codec<'a>),
    /// Events that no other variant takes.
    Other(Other<'a>),
    /// None: serde's attributes skip it.
    Skipped,
    /// Unknown, because the variant has an error that `check` reports.
    Broken,
}

/// How the variant is decoded.
pub(crate) enum Codec<'a> {
    /// The data is not read.
    Unit,
    Json(&'a Type),
    Raw(&'a Type),
    Parse(&'a Type),
    /// With the user's function.
    With(&'a Type, TokenStream),
    /// From a JSON object with these fields, or from a field with serde attributes that change how it is read.
    Fields(&'a Fields),
    /// From JSON with the struct's own `Deserialize`.
    Itself,
}

/// How the `other` variant is made from an unknown event.
pub(crate) enum Other<'a> {
    Unit,
    Whole(&'a Type),
    /// From its data as JSON.
    Json(&'a Type),
    Fields(&'a FieldsNamed),
}

impl<'a> Model<'a> {
    pub(crate) fn new(context: &Context, input: &'a DeriveInput) -> Self {
        let owner = if matches!(input.data, Data::Struct(_)) { Owner::Struct } else { Owner::Enum };
        let mut attrs = attr::enum_attrs(context, &input.attrs, owner);
        // The serde attributes of a struct concern its fields and its own name.
        let serde = adopt::direction(&attrs).filter(|_| owner == Owner::Enum);
        if let Some(direction) = serde {
            adopt::adopt_enum(context, &input.attrs, direction, &mut attrs);
        }
        let krate = attrs.krate.value().cloned().unwrap_or_else(|| parse_quote!(::sse_event));
        let case = attrs.rename_all.value().and_then(|case| Case::parse(&case.value()));
        if owner == Owner::Enum {
            for field in fields(&input.data) {
                attr::field_attrs(context, &field.attrs, owner);
            }
        }
        let mut wrapper = None;
        let variants = match &input.data {
            Data::Enum(data) => data
                .variants
                .iter()
                .map(|variant| {
                    let mut attrs = attr::variant_attrs(context, &variant.attrs, Owner::Variant);
                    attrs.serde.extend(serde::inherited(&input.attrs, &attrs.serde));
                    if let Some(direction) = serde {
                        adopt::adopt_variant(context, &variant.attrs, direction, &mut attrs);
                    }
                    Variant::new(&variant.ident, &variant.fields, &variant.attrs, attrs, case)
                })
                .collect(),
            Data::Struct(data) => {
                let attrs = attr::variant_attrs(context, &input.attrs, Owner::Struct);
                let mut marked = wrapper::marked(context, data);
                match marked.next() {
                    Some(event) => {
                        wrapper = Some(Wrapper::new(data, attrs, event, marked.collect()));
                        Vec::new()
                    }
                    None => vec![itself(input, &data.fields, attrs, case)],
                }
            }
            Data::Union(_) => Vec::new(),
        };
        Self { input, attrs, krate, variants, wrapper }
    }

    pub(crate) fn ident(&self) -> &'a Ident {
        &self.input.ident
    }

    pub(crate) fn generics(&self) -> &'a Generics {
        &self.input.generics
    }

    /// Whether it is a struct that is one event.
    pub(crate) fn is_struct(&self) -> bool {
        matches!(self.input.data, Data::Struct(_))
    }

    /// The path of a variant: in expressions and in patterns.
    pub(crate) fn path(&self, variant: &Variant<'_>) -> TokenStream {
        let (ident, variant) = (self.ident(), variant.ident);
        if self.is_struct() { quote!(#ident) } else { quote!(#ident::#variant) }
    }

    /// Whether it is decoded.
    pub(crate) fn decodes(&self) -> bool {
        !self.attrs.encode_only.is_set()
    }

    /// Whether it is encoded.
    pub(crate) fn encodes(&self) -> bool {
        self.attrs.encode.is_set() || self.attrs.encode_only.is_set()
    }

    /// Whether it implements serde's `Deserialize`.
    pub(crate) fn deserializes(&self) -> bool {
        self.attrs.deserialize.is_set()
    }

    /// Whether it implements serde's `Serialize`.
    pub(crate) fn serializes(&self) -> bool {
        self.attrs.serialize.is_set()
    }

    /// Whether it has `TryFrom` impls.
    pub(crate) fn has_try_from(&self) -> bool {
        self.decodes() && self.attrs.try_from.value().is_none_or(|value| value.value)
    }

    pub(crate) fn other(&self) -> Option<(&Variant<'a>, &Other<'a>)> {
        self.variants.iter().find_map(|variant| match &variant.role {
            Role::Other(other) => Some((variant, other)),
            _ => None,
        })
    }

    /// The variants without a name. No event selects them.
    pub(crate) fn skipped(&self) -> impl Iterator<Item = &Variant<'a>> {
        self.variants.iter().filter(|variant| matches!(variant.role, Role::Skipped))
    }

    /// Each exact name once, and its variants: more than one if a key of the data distinguishes them.
    pub(crate) fn variants_by_name(&self) -> Vec<(&str, Vec<&Variant<'a>>)> {
        let mut by_name: Vec<(&str, Vec<&Variant<'a>>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (variant, names, _) in self.named().filter(|(variant, ..)| !variant.is_prefix()) {
            for name in names {
                let place = *places.entry(&name.value).or_insert(by_name.len());
                match by_name.get_mut(place) {
                    Some((_, variants)) => variants.push(variant),
                    None => by_name.push((&name.value, vec![variant])),
                }
            }
        }
        by_name
    }

    /// Whether an event is written with its `event:` line.
    pub(crate) fn writes_line(&self, variant: &Variant<'_>) -> bool {
        let line = variant.attrs.line.value().or(self.attrs.line.value());
        line.is_none_or(|line| line.value)
    }

    /// Whether an `event:` line can name an event: not with `line = false`, unless it is overridden for a variant.
    pub(crate) fn reads_line(&self) -> bool {
        let is_true = |line: &LitBool| line.value;
        self.attrs.line.value().is_none_or(is_true)
            || self.variants.iter().any(|variant| variant.attrs.line.value().is_some_and(is_true))
    }

    /// Whether a key of the data distinguishes variants with the same name.
    pub(crate) fn has_keys(&self) -> bool {
        self.named().any(|(variant, ..)| variant.has_key().is_some())
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
    fn new(
        ident: &'a Ident,
        fields: &'a Fields,
        attributes: &'a [Attribute],
        attrs: VariantAttrs,
        case: Option<Case>,
    ) -> Self {
        let names = names(ident, &attrs, case);
        let role = if attrs.is_skipped {
            Some(Role::Skipped)
        } else if attrs.other.is_set() {
            other(fields, attrs.is_untagged).map(Role::Other)
        } else {
            codec(fields, &attrs).filter(|_| !names.is_empty()).map(Role::Named)
        };
        Self { ident, fields, attributes, names, role: role.unwrap_or(Role::Broken), attrs }
    }

    pub(crate) fn is_prefix(&self) -> bool {
        self.attrs.prefix.is_set()
    }

    /// The key that the data of the variant's events has.
    pub(crate) fn has_key(&self) -> Option<String> {
        self.attrs.has_key.value().map(LitStr::value)
    }

    /// The user's function for encoding.
    pub(crate) fn encode_with(&self) -> Option<TokenStream> {
        let attrs = &self.attrs;
        let function_of_module = || function(attrs.with.value()?, "encode");
        attrs.encode_with.value().map(ToTokens::to_token_stream).or_else(function_of_module)
    }
}

/// A struct that is one event, as its only variant.
fn itself<'a>(
    input: &'a DeriveInput,
    fields: &'a Fields,
    attrs: VariantAttrs,
    case: Option<Case>,
) -> Variant<'a> {
    let mut itself = Variant::new(&input.ident, fields, &input.attrs, attrs, case);
    itself.role = match fields {
        _ if itself.names.is_empty() => Role::Broken,
        Fields::Unit => Role::Named(Codec::Unit),
        _ => Role::Named(Codec::Itself),
    };
    itself
}

/// Every field of every variant.
fn fields(data: &Data) -> Vec<&Field> {
    match data {
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Union(data) => data.fields.named.iter().collect(),
    }
}

/// The explicit name, or the name that the case rule derives from the identifier; then the aliases.
fn names(ident: &Ident, attrs: &VariantAttrs, case: Option<Case>) -> Vec<Name> {
    if attrs.other.is_set() || attrs.is_skipped {
        return Vec::new();
    }
    let derived = || {
        let case = case.filter(|_| attrs.name.is_absent() && !attrs.prefix.is_set())?;
        Some(Name::derived(case.apply(&ident.unraw().to_string()), ident))
    };
    let Some(name) = attrs.name.value().map(Name::explicit).or_else(derived) else { return Vec::new() };
    std::iter::once(name).chain(attrs.alias.values.iter().map(Name::explicit)).collect()
}

fn codec<'a>(fields: &'a Fields, attrs: &VariantAttrs) -> Option<Codec<'a>> {
    let plain = attrs.codecs().next().is_none();
    match fields {
        Fields::Unit if plain => Some(Codec::Unit),
        Fields::Named(_) if plain => Some(Codec::Fields(fields)),
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            let field = &unnamed.unnamed[0];
            let decode_with = match attrs.with.value() {
                Some(module) => function(module, "decode"),
                None => attrs.decode_with.value().map(ToTokens::to_token_stream),
            };
            Some(match (attrs.raw.is_set(), attrs.parse.is_set(), decode_with) {
                (true, ..) => Codec::Raw(&field.ty),
                (_, true, _) => Codec::Parse(&field.ty),
                (_, _, Some(function)) => Codec::With(&field.ty, function),
                _ if field.attrs.iter().any(serde::is_serde) => Codec::Fields(fields),
                _ => Codec::Json(&field.ty),
            })
        }
        _ => None,
    }
}

/// A function in a codec's module. Its span is the module, because the user wrote only that.
fn function(module: &Path, name: &str) -> Option<TokenStream> {
    let last = module.segments.last()?;
    let name = Ident::new(name, last.span());
    Some(quote_spanned!(last.span()=> #module::#name))
}

fn other(fields: &Fields, is_untagged: bool) -> Option<Other<'_>> {
    match fields {
        Fields::Unnamed(fields) if is_untagged && fields.unnamed.len() == 1 => {
            Some(Other::Json(&fields.unnamed[0].ty))
        }
        _ if is_untagged => None,
        Fields::Unit => Some(Other::Unit),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Some(Other::Whole(&fields.unnamed[0].ty)),
        Fields::Named(fields) => Some(Other::Fields(fields)),
        Fields::Unnamed(_) => None,
    }
}
