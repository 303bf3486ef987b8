//! `impl TryFrom`: for the raw event and for the events of `eventsource-stream`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::WherePredicate;

use super::{ImplHeader, decode, lifetimes};
use crate::model::Model;

/// The `TryFrom` impls; none with `try_from = false`.
pub(crate) fn try_from(model: &Model<'_>, bounds: &[WherePredicate]) -> TokenStream {
    if !model.has_try_from() {
        return TokenStream::new();
    }
    let event = quote!(__sse::eventsource_stream::Event);
    let from_raw = impl_try_from(model, &quote!(__sse::RawEvent<'__de>), &quote!(__event), bounds, true);
    let from_ref =
        impl_try_from(model, &quote!(&'__de #event), &quote!(__sse::From::from(__event)), bounds, true);
    let from_owned = (!lifetimes::borrows(model)).then(|| {
        let decodes = decode::owned_bound(model, bounds);
        impl_try_from(model, &event, &quote!(__sse::From::from(&__event)), decodes.as_slice(), false)
    });
    quote! {
        #from_raw
        __sse::eventsource_stream_impls! { #from_ref #from_owned }
    }
}

/// `TryFrom<source>`, where `raw` makes the raw event from `__event`.
fn impl_try_from(
    model: &Model<'_>,
    source: &TokenStream,
    raw: &TokenStream,
    bounds: &[WherePredicate],
    borrows_from_source: bool,
) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(bounds);
    let ImplHeader { ident, plain, decoding, types, .. } = header;
    let generics = if borrows_from_source { decoding } else { quote!(#plain) };
    let result = quote!(__sse::try_from(#raw));
    let (error, result) = match model.attrs.error_type.value() {
        Some(error) => (
            quote!(#error),
            quote!(#result.or_else(|__error| __sse::Err(<#error as __sse::UserError>::from_error(__error)))),
        ),
        None => (quote!(__sse::Error), result),
    };
    quote! {
        #[automatically_derived]
        impl #generics __sse::TryFrom<#source> for #ident #types #where_clause {
            type Error = #error;
            fn try_from(__event: #source) -> __sse::Result<Self, #error> {
                #result
            }
        }
    }
}
