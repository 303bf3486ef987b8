//! What was written in the attributes: the only file that knows darling.
//!
//! A wrong attribute is reported and left out, so that whatever else is wrong shows in the same compile.

use darling::FromMeta;
use darling::ast::NestedMeta;
use darling::util::PathList;
use proc_macro2::Span;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Lit, LitBool, LitStr, MacroDelimiter, Meta, Path, Token, WherePredicate};

use crate::context::Context;
use crate::item::{self, Items};
use crate::keys::{self, Place};
use crate::name;
use crate::serde_attr;

/// `#[sse(…)]` on the enum.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct EnumAttrs {
    pub(crate) tag: Option<LitStr>,
    pub(crate) rename_all: Option<LitStr>,
    pub(crate) end: Option<LitStr>,
    pub(crate) ignore: Strings,
    pub(crate) error_type: Option<Path>,
    pub(crate) try_from: Option<LitBool>,
    pub(crate) encode: Flag,
    pub(crate) encode_only: Flag,
    pub(crate) line: Option<LitBool>,
    pub(crate) kind: Option<Kind>,
    pub(crate) bound: Bound,
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
    #[darling(skip)]
    pub(crate) written: Written,
    /// The keys that were wrong: what they were to say is then not missing.
    #[darling(skip)]
    pub(crate) refused: Vec<Option<&'static str>>,
}

/// The keys of `#[event("name", …)]` on a variant.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct VariantKeys {
    #[darling(multiple)]
    pub(crate) alias: Vec<LitStr>,
    pub(crate) prefix: Flag,
    pub(crate) has: Option<LitStr>,
    pub(crate) raw: Flag,
    pub(crate) parse: Flag,
    pub(crate) with: Option<Path>,
    pub(crate) decode_with: Option<Path>,
    pub(crate) encode_with: Option<Path>,
    pub(crate) line: Option<LitBool>,
    pub(crate) terminal: Flag,
    pub(crate) error: Flag,
    pub(crate) other: Flag,
}

/// `#[event(…)]` and what counts of `#[serde(…)]` on a variant.
#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) name: Option<LitStr>,
    pub(crate) keys: VariantKeys,
    pub(crate) written: Written,
    /// serde's attributes of a struct variant, to be handed on: `rename_all`, `deny_unknown_fields`, `default`.
    pub(crate) serde: Vec<Meta>,
    /// The `#[event(…)]`, the first if there are several.
    pub(crate) event: Option<Meta>,
    /// Whether something in it was wrong: what is missing is then no second error.
    pub(crate) poisoned: bool,
    /// Whether a `has` was wrong: a name that it was to tell from another's is then no second error.
    pub(crate) has_refused: bool,
}

impl VariantAttrs {
    /// The keys that say how the payload is read or written, with their names.
    pub(crate) fn codecs(&self) -> impl Iterator<Item = (&'static str, &Meta)> {
        ["raw", "parse", "with", "decode_with", "encode_with"]
            .into_iter()
            .filter_map(|name| Some((name, self.written.get(name)?)))
    }
}

/// Keys as they were written, to point at.
#[derive(Default)]
pub(crate) struct Written(Vec<Meta>);

impl Written {
    /// The key of this name, with its value.
    pub(crate) fn get(&self, name: &str) -> Option<&Meta> {
        self.0.iter().find(|meta| meta.path().is_ident(name))
    }
}

/// A key without a value.
#[derive(Default)]
pub(crate) struct Flag(bool);

impl Flag {
    pub(crate) fn is_set(&self) -> bool {
        self.0
    }
}

impl FromMeta for Flag {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        meta.require_path_only().map(|_| Self(true)).map_err(Into::into)
    }
}

/// `("…", "…")`
#[derive(Default)]
pub(crate) struct Strings(pub(crate) Vec<LitStr>);

impl FromMeta for Strings {
    fn from_list(items: &[NestedMeta]) -> darling::Result<Self> {
        items
            .iter()
            .map(|item| match item {
                NestedMeta::Lit(Lit::Str(string)) => Ok(string.clone()),
                _ => Err(darling::Error::unexpected_type("not a string")),
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// `kind`, `kind(name = Topic, derive(Trait))`
#[derive(Default, FromMeta)]
#[darling(default, from_word = || Ok(Kind::default()))]
pub(crate) struct Kind {
    pub(crate) name: Option<Ident>,
    pub(crate) derive: PathList,
}

pub(crate) fn is_kind(meta: &Meta) -> bool {
    Kind::from_meta(meta).is_ok()
}

/// `bound = "…"`, `bound(decode = "…", encode = "…")`
#[derive(Default)]
pub(crate) struct Bound {
    pub(crate) decode: Option<Vec<WherePredicate>>,
    pub(crate) encode: Option<Vec<WherePredicate>>,
}

#[derive(FromMeta)]
struct Bounds {
    #[darling(default)]
    decode: Option<LitStr>,
    #[darling(default)]
    encode: Option<LitStr>,
}

impl FromMeta for Bound {
    fn from_string(bounds: &str) -> darling::Result<Self> {
        Self::from_value(&Lit::Str(LitStr::new(bounds, Span::call_site())))
    }

    fn from_value(value: &Lit) -> darling::Result<Self> {
        let Lit::Str(bounds) = value else { return Err(darling::Error::unexpected_lit_type(value)) };
        let predicates = predicates(bounds)?;
        Ok(Self { decode: Some(predicates.clone()), encode: Some(predicates) })
    }

    fn from_list(items: &[NestedMeta]) -> darling::Result<Self> {
        if items.is_empty() {
            return Err(darling::Error::too_few_items(1));
        }
        let Bounds { decode, encode } = Bounds::from_list(items)?;
        Ok(Self {
            decode: decode.as_ref().map(predicates).transpose()?,
            encode: encode.as_ref().map(predicates).transpose()?,
        })
    }
}

fn predicates(bounds: &LitStr) -> syn::Result<Vec<WherePredicate>> {
    let predicates = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
    // As generated tokens, which the compiler does not offer to change: the string's text is not theirs.
    let bounds = LitStr::new(&bounds.value(), Span::call_site().located_at(bounds.span()));
    bounds.parse_with(predicates).map(|predicates| predicates.into_iter().collect())
}

pub(crate) fn is_bound(meta: &Meta) -> bool {
    Bound::from_meta(meta).is_ok()
}

/// Where attributes stand.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Owner {
    Enum,
    Variant,
    /// A struct is its own only variant: both attributes stand on it.
    Struct,
}

pub(crate) fn enum_attrs(context: &Context, attributes: &[Attribute], owner: Owner) -> EnumAttrs {
    let mut keys = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("sse") {
            keys.extend(items(context, attribute, Place::Enum).items);
        } else if attribute.path().is_ident("event") && owner == Owner::Enum {
            context.error(
                &attribute.meta,
                "`#[event(…)]` belongs on a variant",
                "options of the whole enum are written `#[sse(…)]`",
            );
        }
    }
    let valid = keys::valid(context, keys, Place::Enum);
    let mut attrs: EnumAttrs = from_valid(context, &valid.metas);
    attrs.refused = valid.refused;
    attrs.written = Written(valid.metas);
    attrs
}

pub(crate) fn variant_attrs(context: &Context, attributes: &[Attribute], owner: Owner) -> VariantAttrs {
    let mut attrs = VariantAttrs::default();
    let mut keys = Vec::new();
    for attribute in attributes {
        let path = attribute.path();
        if path.is_ident("event") {
            attrs.event.get_or_insert_with(|| attribute.meta.clone());
            let items = items(context, attribute, Place::Variant);
            attrs.poisoned |= items.poisoned;
            attrs.poisoned |= !name::peel(context, items.items, &mut attrs.name, &mut keys);
        } else if path.is_ident("sse") && owner == Owner::Variant {
            context.error(
                &attribute.meta,
                "`#[sse(…)]` belongs on the enum",
                "options of one variant are written `#[event(\"name\", …)]`",
            );
            attrs.poisoned = true;
        } else if path.is_ident("serde") {
            attrs.serde.extend(serde_attr::handed_on(attribute));
        }
    }
    let valid = keys::valid(context, keys, Place::Variant);
    attrs.poisoned |= !valid.refused.is_empty();
    attrs.has_refused = valid.refused.contains(&Some("has"));
    attrs.keys = from_valid(context, &valid.metas);
    attrs.written = Written(valid.metas);
    attrs
}

/// Attributes in a place where none is valid.
pub(crate) fn field_attrs(context: &Context, attributes: &[Attribute], owner: Owner) {
    let owner = if owner == Owner::Struct { "struct" } else { "variant" };
    for attribute in attributes {
        if attribute.path().is_ident("event") || attribute.path().is_ident("sse") {
            let name = attribute.path().to_token_stream();
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
}

/// The items between the parentheses.
fn items(context: &Context, attribute: &Attribute, place: Place) -> Items {
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            item::items(context, list, place.usage())
        }
        meta => {
            let name = place.attribute();
            context.error(
                meta,
                format_args!("expected parentheses after `{name}`"),
                format_args!("write {}", place.usage()),
            );
            Items { items: Vec::new(), poisoned: true }
        }
    }
}

/// Keys that passed [`keys::valid`]; what darling still refuses is reported in its own words.
fn from_valid<T: FromMeta + Default>(context: &Context, metas: &[Meta]) -> T {
    let metas: Vec<_> = metas.iter().cloned().map(NestedMeta::Meta).collect();
    T::from_list(&metas).unwrap_or_else(|error| {
        for error in error.flatten() {
            context.parse_error(
                &syn::Error::new(error.span(), &error),
                "see the attribute reference of sse-event",
            );
        }
        T::default()
    })
}
