//! `impl SseEvent` for a wrapper: the names, the end and the flags of its event.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::ImplHeader;
use super::{bounds, error, on_event};
use crate::model::Model;
use crate::model::wrapper::Wrapper;

pub(super) fn event(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::names(model, wrapper));
    let ImplHeader { ident, plain, types, .. } = header;
    let event = wrapper.event.event();
    let consts = quote! {
        const EVENT_TYPES: __sse::Names = <#event as __sse::SseEvent>::EVENT_TYPES;
        const END: __sse::Option<&'static __sse::str> = <#event as __sse::SseEvent>::END;
        const HAS_END: __sse::bool = <#event as __sse::SseEvent>::HAS_END;
    };
    let key = error(wrapper).map(|(key, _)| key).unwrap_or_default();
    let methods = [
        ("event_type", quote!(&__sse::str), quote!(#key)),
        ("static_event_type", quote!(__sse::Option<&'static __sse::str>), quote!(__sse::Some(#key))),
        ("is_terminal", quote!(__sse::bool), quote!(false)),
        ("is_complete", quote!(__sse::bool), quote!(false)),
        ("is_error", quote!(__sse::bool), quote!(true)),
    ];
    let methods = methods.into_iter().map(|(method, returns, of_error)| {
        let method = quote::format_ident!("{method}");
        let body = on_event(wrapper, &quote!(<#event as __sse::SseEvent>::#method(__event)), &of_error);
        quote! {
            #[inline]
            fn #method(&self) -> #returns {
                #body
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #plain __sse::SseEvent for #ident #types #where_clause {
            #consts
            #(#methods)*
        }
    }
}
