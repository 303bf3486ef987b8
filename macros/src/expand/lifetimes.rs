//! The lifetimes of the enum with which its payloads borrow from the data.
//!
//! As in serde, only borrowing types tie their lifetimes to the data. For JSON the payload's impl decides (`&'a str:
//! Payload<'__de>` holds if `'__de: 'a`), so a `where` clause requires it. Any lifetime in another kind of payload is
//! tied to the data.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Field, LifetimeParam, Type, TypeReference, parse_quote};

use super::{generics_with, span, wrapper};
use crate::attr::serde::{CUSTOM_DE_KEYS, has_any};
use crate::mention::{is_apostrophe, mentions_any_lifetime, mentions_lifetime, mentions_type_parameter};
use crate::model::{Codec, Model, Other};

/// The generics with the data's lifetime first, which outlives the lifetimes that are tied to it.
pub(super) fn decoding_generics(model: &Model<'_>) -> TokenStream {
    outliving(model, |lifetime| is_tied(model, lifetime))
}

/// The generics with the data's lifetime first, which outlives none: a stub does not borrow.
pub(crate) fn stub_generics(model: &Model<'_>) -> TokenStream {
    outliving(model, |_| false)
}

/// The generics with the data's lifetime first, which outlives the selected ones.
fn outliving(model: &Model<'_>, outlives: impl Fn(&LifetimeParam) -> bool) -> TokenStream {
    let mut data: LifetimeParam = parse_quote!('__de);
    let tied = model.generics().lifetimes().filter(|param| outlives(param));
    data.bounds.extend(tied.map(|param| param.lifetime.clone()));
    generics_with(&data, model.generics())
}

/// Whether the data must outlive this lifetime.
fn is_tied(model: &Model<'_>, lifetime: &LifetimeParam) -> bool {
    let has_own_bounds = model.attrs.bound.value().is_some_and(|bound| bound.decode.is_some());
    let by_payload = model.named().any(|(.., codec)| match codec {
        Codec::Raw(ty) | Codec::With(ty, _) => mentions_lifetime(ty, lifetime),
        Codec::Json(ty) => mentions_lifetime(ty, lifetime) && !can_be_asked(model, ty),
        _ => false,
    });
    let by_other = model.other().is_some_and(|(_, other)| match other {
        Other::Unit => false,
        Other::Whole(ty) | Other::Json(ty) => mentions_lifetime(ty, lifetime),
        Other::Fields(fields) => fields.named.iter().any(|field| mentions_lifetime(&field.ty, lifetime)),
    });
    has_own_bounds || by_payload || by_other
}

/// Whether a `where` clause may require that a JSON payload can be read: not if another payload differs only in its
/// lifetimes, because the compiler does not distinguish such clauses.
pub(super) fn can_be_asked(model: &Model<'_>, ty: &Type) -> bool {
    let (tokens, erased) = (ty.to_token_stream().to_string(), without_lifetimes(ty.to_token_stream()));
    model.named().all(|(.., codec)| match codec {
        Codec::Json(other) => {
            let other = other.to_token_stream();
            other.to_string() == tokens || without_lifetimes(other) != erased
        }
        _ => true,
    })
}

/// The text of a type without its lifetimes.
fn without_lifetimes(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut after_apostrophe = false;
    for token in tokens {
        let is_lifetime = std::mem::replace(&mut after_apostrophe, is_apostrophe(&token));
        match token {
            TokenTree::Group(group) => text += &without_lifetimes(group.stream()),
            _ if is_lifetime => {}
            token => text += &token.to_string(),
        }
        text.push(' ');
    }
    text
}

/// Whether a payload obviously borrows from the data. Payloads of types that are not known here may borrow too.
pub(super) fn borrows(model: &Model<'_>) -> bool {
    let has_lifetimes = model.generics().lifetimes().next().is_some();
    if let Some(wrapper) = &model.wrapper {
        return has_lifetimes && wrapper::borrows(wrapper);
    }
    let is_tied = model.generics().lifetimes().any(|lifetime| is_tied(model, lifetime));
    let of_payload = model.named().any(|(variant, _, codec)| match codec {
        Codec::Json(ty) => has_reference(ty),
        Codec::Fields(fields) => fields.iter().any(borrows_with_serde),
        Codec::Itself => variant.fields.iter().any(borrows_with_serde),
        _ => false,
    });
    is_tied || (has_lifetimes && of_payload)
}

/// serde's rule: references borrow, and so do fields with `borrow`.
pub(super) fn borrows_with_serde(field: &Field) -> bool {
    has_any(&field.attrs, &["borrow"])
        || (has_reference(&field.ty) && !has_any(&field.attrs, &CUSTOM_DE_KEYS))
}

/// An item that is an error if a payload with a lifetime cannot be read, because a `where` clause would not be one.
pub(super) fn assertions(model: &Model<'_>) -> Option<TokenStream> {
    let types: Vec<TokenStream> = model
        .named()
        .filter_map(|(.., codec)| match codec {
            Codec::Json(ty) if is_bound_by_lifetime_alone(model, ty) => Some(*ty),
            _ => None,
        })
        .map(|ty| {
            let lifetime = quote!('__de);
            quote_spanned!(span(ty)=> <#ty as __sse::Payload<#lifetime>>::KNOWN)
        })
        .collect();
    let (generics, (_, _, bounds)) = (outliving(model, |_| true), model.generics().split_for_impl());
    (!types.is_empty()).then(|| quote!(fn __payloads #generics() #bounds { #(#types;)* }))
}

/// Whether a payload has a bound only because of a lifetime. A `&str` is always a payload.
fn is_bound_by_lifetime_alone(model: &Model<'_>, ty: &Type) -> bool {
    let is_str = match ty {
        Type::Reference(TypeReference { elem, .. }) => {
            matches!(&**elem, Type::Path(path) if path.path.is_ident("str"))
        }
        _ => false,
    };
    !is_str && mentions_any_lifetime(ty, model.generics()) && !mentions_type_parameter(ty, model.generics())
}

/// `Cow<'static, …>`, which cannot borrow from the data.
pub(super) fn is_static_cow(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| {
        let arguments = last.arguments.to_token_stream().into_iter();
        let mut idents = arguments.filter_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident),
            _ => None,
        });
        last.ident == "Cow" && idents.next().is_some_and(|first| first == "static")
    })
}

pub(super) fn has_reference(ty: &Type) -> bool {
    fn has_ampersand(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == '&',
            TokenTree::Group(group) => has_ampersand(group.stream()),
            _ => false,
        })
    }
    has_ampersand(ty.to_token_stream())
}
