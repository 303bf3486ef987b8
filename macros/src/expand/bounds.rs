//! The bounds on payloads that depend on a parameter. The attribute `bound` overrides them.

use std::collections::BTreeSet;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Field, Ident, Type, WherePredicate, parse_quote};

use super::de_helper;
use super::lifetimes::can_be_asked;
use crate::attr::serde;
use crate::mention::{mentions_any_lifetime, mentions_type_parameter};
use crate::model::{Codec, Model, Other, Variant};

/// The bounds for decoding from data that lives for `'__de`.
pub(super) fn decoding(model: &Model<'_>) -> Vec<WherePredicate> {
    of_decoding(model).unwrap_or_else(|| {
        let of_other = unknown_json(model).map(|ty| parse_quote!(#ty: __sse::Payload<'__de>));
        inferred(model, decoding_bound, of_other)
    })
}

/// The user's bounds for decoding.
pub(super) fn of_decoding(model: &Model<'_>) -> Option<Vec<WherePredicate>> {
    let bounds = model.attrs.bound.value()?.decode.as_ref()?;
    Some(bounds.iter().map(|bound| with_data_lifetime(model, bound)).collect())
}

/// The bounds for encoding.
pub(super) fn encoding(model: &Model<'_>) -> Vec<WherePredicate> {
    of_encoding(model).unwrap_or_else(|| {
        let of_other = unknown_json(model).map(|ty| parse_quote!(#ty: __sse::EncodePayload));
        inferred(model, encoding_bound, of_other)
    })
}

/// The user's bounds for encoding.
pub(super) fn of_encoding(model: &Model<'_>) -> Option<Vec<WherePredicate>> {
    model.attrs.bound.value()?.encode.clone()
}

/// The type that unknown events are read as, if it depends on a type parameter.
fn unknown_json<'a>(model: &Model<'a>) -> Option<&'a Type> {
    match model.other() {
        Some((_, Other::Json(ty))) if depends(model, ty) => Some(ty),
        _ => None,
    }
}

/// The bounds in the order of the variants, without duplicates.
fn inferred(
    model: &Model<'_>,
    of: fn(&Model<'_>, &Variant<'_>, &Codec<'_>) -> Vec<WherePredicate>,
    of_other: Option<WherePredicate>,
) -> Vec<WherePredicate> {
    let bounds = model.named().flat_map(|(variant, _, codec)| of(model, variant, codec)).chain(of_other);
    // syn can compare types only with a feature that takes seconds to build.
    let mut texts = BTreeSet::new();
    bounds.filter(|bound| texts.insert(bound.to_token_stream().to_string())).collect()
}

fn decoding_bound(model: &Model<'_>, variant: &Variant<'_>, codec: &Codec<'_>) -> Vec<WherePredicate> {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    let borrows = |ty: &Type| depends(model, ty) || mentions_any_lifetime(ty, model.generics());
    match codec {
        Codec::Json(ty) if depends(model, ty) || (borrows(ty) && can_be_asked(model, ty)) => {
            vec![parse_quote!(#ty: __sse::Payload<'__de>)]
        }
        Codec::Raw(ty) if depends(model, ty) => vec![parse_quote!(#ty: __sse::RawPayload<'__de>)],
        Codec::Parse(ty) if depends(model, ty) => vec![parse_quote!(#ty: __sse::ParsePayload)],
        Codec::Fields(fields) if fields.iter().any(|field| borrows(&field.ty)) => {
            let fields = de_helper::ident(variant.ident);
            vec![parse_quote!(#fields #types: __sse::Payload<'__de>)]
        }
        Codec::Itself if is_generic(model) || model.generics().lifetimes().next().is_some() => {
            vec![parse_quote!(#ident #types: __sse::Payload<'__de>)]
        }
        _ => Vec::new(),
    }
}

fn encoding_bound(model: &Model<'_>, variant: &Variant<'_>, codec: &Codec<'_>) -> Vec<WherePredicate> {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    if variant.encode_with().is_some() {
        return Vec::new();
    }
    match codec {
        Codec::Json(ty) | Codec::With(ty, _) if depends(model, ty) => {
            vec![parse_quote!(#ty: __sse::EncodePayload)]
        }
        Codec::Raw(ty) | Codec::Parse(ty) if depends(model, ty) => {
            vec![parse_quote!(#ty: __sse::EncodeText)]
        }
        Codec::Fields(fields) => fields.iter().flat_map(|field| field_bound(model, field)).collect(),
        Codec::Itself if is_generic(model) => vec![parse_quote!(#ident #types: __sse::EncodePayload)],
        _ => Vec::new(),
    }
}

/// The bound that serde would infer for writing a field, unless its attributes override it.
pub(super) fn field_bound(model: &Model<'_>, field: &Field) -> Vec<WherePredicate> {
    if let Some(bounds) = serde::serialize_bound(&field.attrs) {
        return bounds;
    }
    if !depends(model, &field.ty) || serde::has_any(&field.attrs, &serde::CUSTOM_SER_KEYS) {
        return Vec::new();
    }
    let ty = &field.ty;
    vec![parse_quote!(#ty: __sse::serde::Serialize)]
}

fn depends(model: &Model<'_>, ty: &Type) -> bool {
    mentions_type_parameter(ty, model.generics())
}

fn is_generic(model: &Model<'_>) -> bool {
    model.generics().type_params().next().is_some()
}

/// A bound that uses `'de`, as users of serde write it, with the lifetime of the impls.
fn with_data_lifetime(model: &Model<'_>, bound: &WherePredicate) -> WherePredicate {
    fn rename(tokens: TokenStream) -> TokenStream {
        // A lifetime is an apostrophe and a word; `de` without an apostrophe is serde's module.
        let mut after_apostrophe = false;
        tokens
            .into_iter()
            .map(|token| {
                let is_lifetime = std::mem::replace(&mut after_apostrophe, is_apostrophe(&token));
                match token {
                    TokenTree::Ident(ident) if is_lifetime && ident == "de" => {
                        TokenTree::Ident(Ident::new("__de", ident.span()))
                    }
                    TokenTree::Group(group) => {
                        TokenTree::Group(Group::new(group.delimiter(), rename(group.stream())))
                    }
                    token => token,
                }
            })
            .collect()
    }
    if model.generics().lifetimes().any(|param| param.lifetime.ident == "de") {
        return bound.clone();
    }
    let bound = rename(bound.to_token_stream());
    parse_quote!(#bound)
}

fn is_apostrophe(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'')
}
