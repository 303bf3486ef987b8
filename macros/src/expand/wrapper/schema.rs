//! `impl EventSchema` and `impl JsonSchema`: the event's own, in the object with the other fields.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::super::schema::{bound, doc, ident_of_helper, impls, named_helper};
use super::super::{span, without_self};
use super::{error, key};
use crate::attr::serde::Direction;
use crate::mention::{mentions_type, mentions_type_parameter};
use crate::model::Model;
use crate::model::wrapper::Wrapper;

pub(super) fn schema(model: &Model<'_>, wrapper: &Wrapper<'_>) -> Option<TokenStream> {
    let (_, types, _) = model.generics().split_for_impl();
    let ident = ident_of_helper(model.ident());
    let metas: Vec<_> = wrapper.attrs.serde.iter().map(ToTokens::to_token_stream).collect();
    let helper = named_helper(model, &ident, &metas, wrapper.siblings());
    let helper_type = quote!(#ident #types);
    let (doc, key) = (doc(&model.input.attrs), key(wrapper, Direction::Deserialize));
    let event = without_self(model, wrapper.event.event());
    let generator = quote!(__generator);
    let events = quote_spanned!(span(&event)=> __sse::Described::of::<#event>(#generator));
    let describe = match error(wrapper) {
        _ if !wrapper.is_nested() => quote!(#events.flattened::<#helper_type>(#doc, __generator)),
        None => quote!(#events.nested::<#helper_type>(#doc, #key, __generator)),
        Some((error_key, error)) => {
            let error = without_self(model, error);
            quote!(#events.nested_or_error::<#helper_type, #error>(#doc, #key, #error_key, __generator))
        }
    };
    // A parameter is an event, or a part of the other fields.
    let mut bounds = Vec::new();
    let (mut names, mut ids) = (Vec::new(), Vec::new());
    let ty = wrapper.event.event();
    if mentions_type_parameter(ty, model.generics()) {
        bounds.push(syn::parse_quote!(#ty: __sse::EventSchema));
        names.push(quote!(<#ty as __sse::EventSchema>::schema_name()));
        ids.push(quote!(<#ty as __sse::EventSchema>::schema_id()));
    }
    let others = wrapper.siblings().map(|field| &field.ty).chain(error(wrapper).map(|(_, error)| error));
    let others: Vec<_> = others.collect();
    for param in model.generics().type_params() {
        if others.iter().any(|ty| mentions_type(ty, param)) {
            let ident = &param.ident;
            bounds.push(bound(ident));
            names.push(quote!(<#ident as __sse::JsonSchema>::schema_name()));
            ids.push(quote!(<#ident as __sse::JsonSchema>::schema_id()));
        }
    }
    impls(model, &helper, &[names, ids], &bounds, &describe)
}
