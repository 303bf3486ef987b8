//! The parts of serde's attributes that matter here. serde reports malformed ones.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Field, Ident, Lit, LitStr, Meta, Token, WherePredicate};

use crate::case::Case;
use crate::event_name::Name;

/// The keys of a variant that are forwarded to the struct that serde derives for it.
pub(crate) fn forwarded(attribute: &Attribute) -> impl Iterator<Item = Meta> {
    let keys = ["rename_all", "deny_unknown_fields", "default"];
    all(std::slice::from_ref(attribute)).filter(move |meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// The enum's defaults for the fields of all its variants, unless a variant overrides them.
pub(crate) fn inherited(container: &[Attribute], own: &[Meta]) -> Vec<Meta> {
    let of_variants = all(container).filter_map(|mut meta| {
        let key = match meta.path().get_ident()?.to_string().as_str() {
            "rename_all_fields" => "rename_all",
            "deny_unknown_fields" => "deny_unknown_fields",
            _ => return None,
        };
        let path = match &mut meta {
            Meta::Path(path) => path,
            Meta::List(list) => &mut list.path,
            Meta::NameValue(pair) => &mut pair.path,
        };
        *path = Ident::new(key, path.span()).into();
        (!own.iter().any(|own| own.path().is_ident(key))).then_some(meta)
    });
    of_variants.collect()
}

/// The keys with which serde does not read a field through the `Deserialize` of its type.
pub(crate) const CUSTOM_DE_KEYS: [&str; 5] =
    ["bound", "deserialize_with", "skip", "skip_deserializing", "with"];

/// The keys with which serde does not write a field through the `Serialize` of its type.
pub(crate) const CUSTOM_SER_KEYS: [&str; 5] = ["bound", "serialize_with", "skip", "skip_serializing", "with"];

/// Whether one of the attributes has one of these keys.
pub(crate) fn has_any(attributes: &[Attribute], keys: &[&str]) -> bool {
    find(attributes, keys).is_some()
}

/// The first item of serde's attributes with one of these keys.
pub(crate) fn find(attributes: &[Attribute], keys: &[&str]) -> Option<Meta> {
    all(attributes).find(|meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// Every string of `key = "…"`.
pub(crate) fn values(attributes: &[Attribute], key: &str) -> Vec<LitStr> {
    let metas = all(attributes).filter(|meta| meta.path().is_ident(key));
    metas.filter_map(|meta| text(&meta).cloned()).collect()
}

/// `key = "…"`, or `key(serialize = "…", deserialize = "…")`, and the string for one direction.
pub(crate) fn value(attributes: &[Attribute], key: &str, direction: Direction) -> Option<(Meta, LitStr)> {
    in_direction(all(attributes), key, direction)
}

/// `key = "…"`, and the string.
pub(crate) fn string(attributes: &[Attribute], key: &str) -> Option<(Meta, LitStr)> {
    let meta = find(attributes, &[key])?;
    let string = text(&meta)?.clone();
    Some((meta, string))
}

/// Every string of `key = "…"`.
pub(crate) fn strings(attributes: &[Attribute], key: &str) -> Vec<LitStr> {
    all(attributes).filter(|meta| meta.path().is_ident(key)).filter_map(|meta| text(&meta).cloned()).collect()
}

/// The bounds of `bound = "…"` or `bound(serialize = "…")` for writing a field.
pub(crate) fn serialize_bound(attributes: &[Attribute]) -> Option<Vec<WherePredicate>> {
    let (_, bound) = in_direction(all(attributes), "bound", Direction::Serialize)?;
    let predicates = bound.parse_with(Punctuated::<WherePredicate, Token![,]>::parse_terminated).ok()?;
    Some(predicates.into_iter().collect())
}

/// One of serde's two traits.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Direction {
    Deserialize,
    Serialize,
}

/// The attribute that skips a variant or a field in one direction.
pub(crate) fn skipped(attributes: &[Attribute], direction: Direction) -> Option<Meta> {
    let skip = match direction {
        Direction::Deserialize => "skip_deserializing",
        Direction::Serialize => "skip_serializing",
    };
    find(attributes, &["skip", skip])
}

/// The key of a field in the object; `None` if the field is skipped or flattened. `container` holds the attributes of
/// the struct or variant.
pub(crate) fn key(field: &Field, container: &[Meta], direction: Direction) -> Option<Name> {
    let ident = field.ident.as_ref()?;
    if skipped(&field.attrs, direction).is_some() || has_any(&field.attrs, &["flatten"]) {
        return None;
    }
    if let Some((rename, key)) = in_direction(all(&field.attrs), "rename", direction) {
        return Some(Name { value: key.value(), tokens: rename.to_token_stream() });
    }
    let case = in_direction(container.iter().cloned(), "rename_all", direction);
    let case = case.and_then(|(_, case)| Case::parse(&case.value())).unwrap_or(Case::Snake);
    Some(Name::derived(case.apply_to_field(&ident.unraw().to_string()), ident))
}

/// The value of `key = "…"` or `key(serialize = "…", deserialize = "…")` for one direction.
fn in_direction(
    metas: impl IntoIterator<Item = Meta>,
    key: &str,
    direction: Direction,
) -> Option<(Meta, LitStr)> {
    let direction = match direction {
        Direction::Deserialize => "deserialize",
        Direction::Serialize => "serialize",
    };
    metas.into_iter().filter(|meta| meta.path().is_ident(key)).find_map(|meta| {
        let value = match &meta {
            Meta::List(list) => {
                let directions =
                    list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
                text(directions.iter().find(|meta| meta.path().is_ident(direction))?)?.clone()
            }
            meta => text(meta)?.clone(),
        };
        Some((meta, value))
    })
}

/// The value of `key = "…"`.
fn text(meta: &Meta) -> Option<&LitStr> {
    match &meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => Some(string),
        _ => None,
    }
}

/// The keys whose strings are paths.
const PATH_KEYS: [&str; 5] = ["default", "deserialize_with", "serialize_with", "skip_serializing_if", "with"];

/// The attribute without the key `dropped`, and with `path` applied to the paths in its strings that contain `Self`.
pub(crate) fn rewritten(
    attribute: &Attribute,
    dropped: Option<&str>,
    path: impl Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    let Ok(mut metas) = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) else {
        return attribute.to_token_stream();
    };
    for meta in &mut metas {
        if PATH_KEYS.iter().any(|key| meta.path().is_ident(key))
            && let Some(string) = text_mut(meta)
            && string.value().contains("Self")
            && let Ok(tokens) = string.value().parse::<TokenStream>()
        {
            *string = LitStr::new(&path(tokens).to_string(), string.span());
        }
    }
    let metas = metas.iter().filter(|meta| !dropped.is_some_and(|key| meta.path().is_ident(key)));
    quote!(#[serde(#(#metas),*)])
}

fn text_mut(meta: &mut Meta) -> Option<&mut LitStr> {
    match meta {
        Meta::NameValue(pair) => match &mut pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => Some(string),
            _ => None,
        },
        _ => None,
    }
}

pub(crate) fn is_serde(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

/// Every item of serde's attributes.
pub(crate) fn all(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
    attributes.iter().filter(|attribute| is_serde(attribute)).flat_map(metas)
}

fn metas(attribute: &Attribute) -> Punctuated<Meta, Token![,]> {
    attribute.parse_args_with(Punctuated::parse_terminated).unwrap_or_default()
}
