//! serde's own attributes, as far as they count here. What is malformed in them is serde's to report.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Token};

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
    match &meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit { lit: Lit::Str(string), .. }) => Some((meta.clone(), string.clone())),
        _ => None,
    }
}

pub(crate) fn is_serde(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

fn metas(attribute: &Attribute) -> Punctuated<Meta, Token![,]> {
    attribute.parse_args_with(Punctuated::parse_terminated).unwrap_or_default()
}
