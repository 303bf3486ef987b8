//! `impl EncodeEvent`: the event as it encodes itself, in the object with the other fields.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::super::{ImplHeader, serde_attributes, span, without_self};
use super::{bounds, error, event_type, key, on_event};
use crate::attr::serde::Direction;
use crate::model::Model;
use crate::model::wrapper::Wrapper;

pub(super) fn encode(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::encoding(model, wrapper));
    let ImplHeader { ident, plain, types, .. } = header;
    let siblings = siblings(model, wrapper);
    let event = event_type(model, wrapper);
    let encoded = if wrapper.is_nested() {
        let key = key(wrapper, Direction::Serialize);
        let of_error = error(wrapper).map(|(key, ty)| {
            let error = quote!(__error);
            quote_spanned!(span(ty)=> __sse::encode_nested_error::<#ty, Self>(__sink, #error, self, #key))
        });
        let of_event = quote!(__sse::encode_nested::<#event, Self>(__sink, __event, self, #key));
        on_event(wrapper, &of_event, &of_error.unwrap_or_default())
    } else {
        let of_event = quote!(__sse::encode_beside::<#event, Self>(__sink, __event, self));
        on_event(wrapper, &of_event, &TokenStream::new())
    };
    quote! {
        #siblings
        impl #plain __sse::SerializeFields for #ident #types #where_clause {
            fn serialize<__S: __sse::Serializer>(&self, __to: __S) -> __sse::Serialized<__S> {
                <__Remote #types>::serialize(self, __to)
            }
        }

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

/// The struct once more, for serde to derive `Serialize` without the event.
fn siblings(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::encoding(model, wrapper));
    let ImplHeader { ident, plain, .. } = header;
    let remote = ident.to_string();
    let cases = wrapper.attrs.serde.iter().filter(|meta| meta.path().is_ident("rename_all"));
    let fields = wrapper.fields.iter().map(|field| {
        let (name, ty) = (&field.ident, without_self(model, &field.ty));
        if wrapper.is_event(field) {
            quote!(#[serde(skip)] #name: #ty)
        } else {
            let attributes = serde_attributes(model, field, None);
            quote!(#(#attributes)* #name: #ty)
        }
    });
    quote! {
        use __sse::serde as __serde_out;

        // The bounds are on the type, so serde has none to infer.
        #[derive(__serde_out::Serialize)]
        #[serde(crate = "__serde_out", remote = #remote, bound(serialize = "") #(, #cases)*)]
        #[allow(dead_code)]
        struct __Remote #plain #where_clause { #(#fields),* }
    }
}
