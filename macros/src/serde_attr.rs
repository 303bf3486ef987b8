//! serde's own attributes, as far as they count here. What is malformed in them is serde's to report.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Token, WherePredicate};

/// What a struct variant hands on to the struct that serde derives for it.
pub(crate) fn handed_on(attribute: &Attribute) -> impl Iterator<Item = Meta> {
    let keys = ["rename_all", "deny_unknown_fields", "default"];
    metas(attribute).into_iter().filter(move |meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// The keys of a field that serde reads in another way than through its type's `Deserialize`.
pub(crate) const READS: [&str; 5] = ["bound", "deserialize_with", "skip", "skip_deserializing", "with"];

/// The keys of a field that serde writes in another way than through its type's `Serialize`.
pub(crate) const WRITES: [&str; 5] = ["bound", "serialize_with", "skip", "skip_serializing", "with"];

/// Whether one of the attributes has one of these keys.
pub(crate) fn has_key(attributes: &[Attribute], keys: &[&str]) -> bool {
    attributes
        .iter()
        .filter(|attr| is_serde(attr))
        .flat_map(metas)
        .any(|meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// `key = "…"`, and the string.
pub(crate) fn string(attributes: &[Attribute], key: &str) -> Option<(Meta, LitStr)> {
    let mut metas = attributes.iter().filter(|attr| is_serde(attr)).flat_map(metas);
    let meta = metas.find(|meta| meta.path().is_ident(key))?;
    let string = text(&meta)?.clone();
    Some((meta, string))
}

/// The bounds that `bound = "…"` or `bound(serialize = "…")` says for writing a field.
pub(crate) fn serialize_bound(attributes: &[Attribute]) -> Option<Vec<WherePredicate>> {
    let metas = attributes.iter().filter(|attribute| is_serde(attribute)).flat_map(metas);
    let bound = metas.into_iter().find(|meta| meta.path().is_ident("bound"))?;
    let bound = match &bound {
        Meta::List(list) => {
            let directions = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
            text(directions.iter().find(|meta| meta.path().is_ident("serialize"))?)?.clone()
        }
        bound => text(bound)?.clone(),
    };
    let predicates = bound.parse_with(Punctuated::<WherePredicate, Token![,]>::parse_terminated).ok()?;
    Some(predicates.into_iter().collect())
}

/// The value of `key = "…"`.
fn text(meta: &Meta) -> Option<&LitStr> {
    match &meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => Some(string),
        _ => None,
    }
}

/// The attribute without this key.
pub(crate) fn without(attribute: &Attribute, key: &str) -> TokenStream {
    let Ok(metas) = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) else {
        return attribute.to_token_stream();
    };
    let metas = metas.iter().filter(|meta| !meta.path().is_ident(key));
    quote!(#[serde(#(#metas),*)])
}

pub(crate) fn is_serde(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

fn metas(attribute: &Attribute) -> Punctuated<Meta, Token![,]> {
    attribute.parse_args_with(Punctuated::parse_terminated).unwrap_or_default()
}
