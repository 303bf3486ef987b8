//! What the payloads have to be, where that depends on a type parameter. The attribute `bound` overrides it.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Ident, Type, WherePredicate, parse_quote};

use super::{fields, mentions_type_parameter};
use crate::model::{Codec, Model, Variant};

/// For decoding from data that lives for `'__de`.
pub(super) fn decoding(model: &Model<'_>) -> Vec<WherePredicate> {
    match &model.attrs.bound.decode {
        Some(bounds) => bounds.iter().map(|bound| with_data_lifetime(model, bound)).collect(),
        None => inferred(model, decoding_bound),
    }
}

/// For encoding.
pub(super) fn encoding(model: &Model<'_>) -> Vec<WherePredicate> {
    match &model.attrs.bound.encode {
        Some(bounds) => bounds.clone(),
        None => inferred(model, encoding_bound),
    }
}

/// In the order of the variants, each once.
fn inferred(
    model: &Model<'_>,
    bound: fn(&Model<'_>, &Variant<'_>, &Codec<'_>) -> Option<WherePredicate>,
) -> Vec<WherePredicate> {
    let mut bounds: Vec<WherePredicate> = Vec::new();
    for (variant, _, codec) in model.named() {
        if let Some(bound) = bound(model, variant, codec).filter(|bound| !bounds.contains(bound)) {
            bounds.push(bound);
        }
    }
    bounds
}

fn decoding_bound(model: &Model<'_>, variant: &Variant<'_>, codec: &Codec<'_>) -> Option<WherePredicate> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    match codec {
        Codec::Json(ty) if depends(model, ty) => Some(parse_quote!(#ty: #private::Payload<'__de>)),
        Codec::Raw(ty) if depends(model, ty) => Some(parse_quote!(#ty: #private::RawPayload<'__de>)),
        Codec::Parse(ty) if depends(model, ty) => Some(parse_quote!(#ty: #private::ParsePayload)),
        Codec::Fields(fields) if fields.iter().any(|field| depends(model, &field.ty)) => {
            let fields = fields::ident(variant.ident);
            Some(parse_quote!(#fields #types: #private::Payload<'__de>))
        }
        Codec::Itself if is_generic(model) => Some(parse_quote!(#ident #types: #private::Payload<'__de>)),
        _ => None,
    }
}

fn encoding_bound(model: &Model<'_>, variant: &Variant<'_>, codec: &Codec<'_>) -> Option<WherePredicate> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    if variant.encode_with().is_some() {
        return None;
    }
    match codec {
        Codec::Json(ty) | Codec::With(ty, _) if depends(model, ty) => {
            Some(parse_quote!(#ty: #private::EncodePayload))
        }
        Codec::Raw(ty) | Codec::Parse(ty) if depends(model, ty) => {
            Some(parse_quote!(#ty: #private::EncodeText))
        }
        Codec::Fields(fields) if fields.iter().any(|field| depends(model, &field.ty)) => {
            let fields = fields::encoded_ident(variant.ident);
            let types = fields::encoded_types(model, &quote!('__ser));
            Some(parse_quote!(for<'__ser> #fields #types: #private::EncodePayload))
        }
        Codec::Itself if is_generic(model) => Some(parse_quote!(#ident #types: #private::EncodePayload)),
        _ => None,
    }
}

fn depends(model: &Model<'_>, ty: &Type) -> bool {
    mentions_type_parameter(ty, model.generics())
}

fn is_generic(model: &Model<'_>) -> bool {
    model.generics().type_params().next().is_some()
}

/// A bound that says `'de`, as serde's users write it, with the lifetime that the impls have.
fn with_data_lifetime(model: &Model<'_>, bound: &WherePredicate) -> WherePredicate {
    fn rename(tokens: TokenStream) -> TokenStream {
        // A lifetime is an apostrophe and a word; `de` alone is a module of serde's.
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
