//! serde's own attributes, as far as they count here. What is malformed in them is serde's to report.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// What a struct variant hands on to the struct that serde derives for it.
pub(crate) fn handed_on(attribute: &Attribute) -> impl Iterator<Item = Meta> {
    let keys = ["rename_all", "deny_unknown_fields", "default"];
    metas(attribute).into_iter().filter(move |meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// Whether one of the attributes has this key.
pub(crate) fn has_key(attributes: &[Attribute], key: &str) -> bool {
    attributes.iter().filter(|attr| is_serde(attr)).flat_map(metas).any(|meta| meta.path().is_ident(key))
}

pub(crate) fn is_serde(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

fn metas(attribute: &Attribute) -> Punctuated<Meta, Token![,]> {
    attribute.parse_args_with(Punctuated::parse_terminated).unwrap_or_default()
}
