//! serde's own attributes, as far as they count here. What is malformed in them is serde's to report.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Field, Ident, Lit, LitStr, Meta, Token, WherePredicate};

use crate::case::Case;
use crate::model::Name;

/// What a struct variant hands on to the struct that serde derives for it.
pub(crate) fn handed_on(attribute: &Attribute) -> impl Iterator<Item = Meta> {
    let keys = ["rename_all", "deny_unknown_fields", "default"];
    metas(attribute).into_iter().filter(move |meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// What an enum says of the fields of all its variants, where a variant does not say it itself.
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

/// The keys of a field that serde reads in another way than through its type's `Deserialize`.
pub(crate) const READS: [&str; 5] = ["bound", "deserialize_with", "skip", "skip_deserializing", "with"];

/// The keys of a field that serde writes in another way than through its type's `Serialize`.
pub(crate) const WRITES: [&str; 5] = ["bound", "serialize_with", "skip", "skip_serializing", "with"];

/// Whether one of the attributes has one of these keys.
pub(crate) fn has_key(attributes: &[Attribute], keys: &[&str]) -> bool {
    find(attributes, keys).is_some()
}

/// The first of what serde is told that has one of these keys.
pub(crate) fn find(attributes: &[Attribute], keys: &[&str]) -> Option<Meta> {
    all(attributes).find(|meta| keys.iter().any(|key| meta.path().is_ident(key)))
}

/// `key = "…"`, and the string.
pub(crate) fn string(attributes: &[Attribute], key: &str) -> Option<(Meta, LitStr)> {
    let meta = find(attributes, &[key])?;
    let string = text(&meta)?.clone();
    Some((meta, string))
}

/// The bounds that `bound = "…"` or `bound(serialize = "…")` says for writing a field.
pub(crate) fn serialize_bound(attributes: &[Attribute]) -> Option<Vec<WherePredicate>> {
    let (_, bound) = one_way(all(attributes), "bound", Way::Write)?;
    let predicates = bound.parse_with(Punctuated::<WherePredicate, Token![,]>::parse_terminated).ok()?;
    Some(predicates.into_iter().collect())
}

/// Which of its two traits is asked.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Read,
    Write,
}

/// The key under which a field stands in the object; none where the field is skipped or flattened. `container` is
/// what is said above the fields.
pub(crate) fn key(field: &Field, container: &[Meta], way: Way) -> Option<Name> {
    let ident = field.ident.as_ref()?;
    let skip = match way {
        Way::Read => "skip_deserializing",
        Way::Write => "skip_serializing",
    };
    if has_key(&field.attrs, &["skip", "flatten", skip]) {
        return None;
    }
    if let Some((rename, key)) = one_way(all(&field.attrs), "rename", way) {
        return Some(Name { value: key.value(), tokens: rename.to_token_stream() });
    }
    let case = one_way(container.iter().cloned(), "rename_all", way);
    let case = case.and_then(|(_, case)| Case::parse(&case.value())).unwrap_or(Case::Snake);
    Some(Name { value: case.apply_to_field(&ident.unraw().to_string()), tokens: ident.to_token_stream() })
}

/// What `key = "…"` or `key(serialize = "…", deserialize = "…")` says for one way.
fn one_way(metas: impl IntoIterator<Item = Meta>, key: &str, way: Way) -> Option<(Meta, LitStr)> {
    let direction = match way {
        Way::Read => "deserialize",
        Way::Write => "serialize",
    };
    metas.into_iter().filter(|meta| meta.path().is_ident(key)).find_map(|meta| {
        let said = match &meta {
            Meta::List(list) => {
                let ways = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
                text(ways.iter().find(|meta| meta.path().is_ident(direction))?)?.clone()
            }
            meta => text(meta)?.clone(),
        };
        Some((meta, said))
    })
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

/// Everything that serde is told.
fn all(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
    attributes.iter().filter(|attribute| is_serde(attribute)).flat_map(metas)
}

fn metas(attribute: &Attribute) -> Punctuated<Meta, Token![,]> {
    attribute.parse_args_with(Punctuated::parse_terminated).unwrap_or_default()
}
