//! The bounds on the event and on the other fields that depend on a parameter.

use proc_macro2::TokenStream;
use syn::{Field, Type, WherePredicate, parse_quote};

use super::super::bounds;
use super::decode::{error_field, helper_type};
use super::error;
use crate::mention::{mentions_any_lifetime, mentions_type_parameter};
use crate::model::Model;
use crate::model::wrapper::Wrapper;

/// The bounds for the names.
pub(super) fn names(model: &Model<'_>, wrapper: &Wrapper<'_>) -> Vec<WherePredicate> {
    let ty = wrapper.event.event();
    let is_generic = mentions_type_parameter(ty, model.generics());
    is_generic.then(|| parse_quote!(#ty: __sse::SseEvent)).into_iter().collect()
}

/// The bounds for decoding from data that lives for `'__de`.
pub(super) fn decoding(model: &Model<'_>, wrapper: &Wrapper<'_>) -> Vec<WherePredicate> {
    if let Some(bounds) = bounds::of_decoding(model) {
        return bounds;
    }
    let depends = |ty: &Type| {
        mentions_type_parameter(ty, model.generics()) || mentions_any_lifetime(ty, model.generics())
    };
    let mut bounds = Vec::new();
    if wrapper.siblings().chain(&error_field(wrapper)).any(|field: &Field| depends(&field.ty)) {
        let helper: TokenStream = helper_type(model, wrapper);
        bounds.push(parse_quote!(#helper: __sse::Payload<'__de>));
    }
    let ty = wrapper.event.event();
    if depends(ty) {
        bounds.push(parse_quote!(#ty: __sse::DecodeEvent<'__de>));
    }
    bounds
}

/// The bounds for encoding.
pub(super) fn encoding(model: &Model<'_>, wrapper: &Wrapper<'_>) -> Vec<WherePredicate> {
    if let Some(bounds) = bounds::of_encoding(model) {
        return bounds;
    }
    let is_generic = |ty: &Type| mentions_type_parameter(ty, model.generics());
    let mut bounds: Vec<WherePredicate> =
        wrapper.siblings().flat_map(|field| bounds::field_bound(model, field)).collect();
    if let Some((_, error)) = error(wrapper).filter(|(_, error)| is_generic(error)) {
        bounds.push(parse_quote!(#error: __sse::serde::Serialize));
    }
    let ty = wrapper.event.event();
    if is_generic(ty) {
        bounds.push(parse_quote!(#ty: __sse::EncodeEvent));
    }
    bounds
}
