//! `impl EncodeEvent` for a wrapper: the event encodes itself, and the other fields are added to its object.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::WherePredicate;

use super::super::{ImplHeader, ser_helper, serde_attributes, span, without_self};
use super::{bounds, error, key, on_event};
use crate::attr::serde::Direction;
use crate::model::Model;
use crate::model::wrapper::Wrapper;

pub(super) fn encode(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let bounds = bounds::encoding(model, wrapper);
    let where_clause = header.bounds_and(&bounds);
    let ImplHeader { ident, plain, types, .. } = header;
    let siblings = siblings(model, wrapper, &bounds);
    let event = wrapper.event.event();
    let encoded = if wrapper.is_nested() {
        let key = key(wrapper, Direction::Serialize);
        let of_error = error(wrapper).map(|(key, ty)| {
            let error = quote!(__error);
            quote_spanned!(span(ty)=> __sse::encode_nested_error::<#ty, Self>(__sink, #error, self, #key))
        });
        let of_event = quote!(<#event as __sse::EncodeWrapped>::encode_nested(__event, __sink, self, #key));
        on_event(wrapper, &of_event, &of_error.unwrap_or_default())
    } else {
        let of_event = quote!(<#event as __sse::EncodeWrapped>::encode_beside(__event, __sink, self));
        on_event(wrapper, &of_event, &TokenStream::new())
    };
    quote! {
        #siblings

        #[automatically_derived]
        impl #plain __sse::EncodeEvent for #ident #types #where_clause {
            fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
                __sse::encode(self)
            }

            fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
                #encoded
            }
        }
    }
}

/// A copy of the struct without the event, with serde's derived `Serialize`.
fn siblings(model: &Model<'_>, wrapper: &Wrapper<'_>, bounds: &[WherePredicate]) -> TokenStream {
    let cases = wrapper.attrs.serde.iter().filter(|meta| meta.path().is_ident("rename_all"));
    let cases: Vec<_> = cases.map(ToTokens::to_token_stream).collect();
    let fields = wrapper.fields.iter().map(|field| {
        let (name, ty) = (&field.ident, without_self(model, &field.ty));
        if wrapper.is_event(field) {
            quote!(#[serde(skip)] #name: #ty)
        } else {
            let attributes = serde_attributes(model, field, None);
            quote!(#(#attributes)* #name: #ty)
        }
    });
    ser_helper::remote(model, bounds, &quote!(struct), &cases, &quote!(#(#fields),*))
}
