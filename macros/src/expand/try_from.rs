//! `impl TryFrom`: for the raw event and, with the feature, for the events of `eventsource-stream`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{WherePredicate, parse_quote};

use super::ImplHeader;
use crate::model::Model;

/// The `TryFrom` impls, none with `try_from = false`.
pub(crate) fn try_from(model: &Model<'_>, bounds: &[WherePredicate]) -> TokenStream {
    if !model.has_try_from() {
        return TokenStream::new();
    }
    let krate = &model.krate;
    let borrowed = impl_try_from(model, &quote!(#krate::RawEvent<'__de>), &quote!(__event), bounds, true);
    if !cfg!(feature = "eventsource-stream") {
        return borrowed;
    }
    let event = quote!(#krate::__private::eventsource_stream::Event);
    let from_ref = impl_try_from(
        model,
        &quote!(&'__de #event),
        &quote!(<#krate::RawEvent<'_> as ::core::convert::From<&#event>>::from(__event)),
        bounds,
        true,
    );
    let from_owned = (!model.borrows()).then(|| {
        let ImplHeader { ident, types, .. } = ImplHeader::new(model);
        let decodes: Option<WherePredicate> =
            (!bounds.is_empty()).then(|| parse_quote!(#ident #types: for<'__de> #krate::DecodeEvent<'__de>));
        impl_try_from(
            model,
            &event,
            &quote!(<#krate::RawEvent<'_> as ::core::convert::From<&#event>>::from(&__event)),
            decodes.as_slice(),
            false,
        )
    });
    quote!(#borrowed #from_ref #from_owned)
}

/// `TryFrom<source>`, where `raw` makes the raw event out of `__event`.
fn impl_try_from(
    model: &Model<'_>,
    source: &TokenStream,
    raw: &TokenStream,
    bounds: &[WherePredicate],
    borrows_from_source: bool,
) -> TokenStream {
    let krate = &model.krate;
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(bounds);
    let ImplHeader { ident, plain, decoding, types, .. } = header;
    let generics = if borrows_from_source { decoding } else { quote!(#plain) };
    let error = match model.attrs.error_type.value() {
        Some(error) => quote!(#error),
        None => quote!(#krate::Error),
    };
    let error_of = match model.attrs.error_type.value() {
        Some(error) => quote!(<#error as #krate::UserError>::from_error(__error)),
        None => quote!(__error),
    };
    quote! {
        #[automatically_derived]
        impl #generics ::core::convert::TryFrom<#source> for #ident #types #where_clause {
            type Error = #error;
            fn try_from(__event: #source) -> ::core::result::Result<Self, #error> {
                let __raw = #raw;
                let __error = match <Self as #krate::DecodeEvent<'_>>::decode(__raw) {
                    ::core::result::Result::Ok(#krate::Decoded::Event(__event)) => {
                        return ::core::result::Result::Ok(__event);
                    }
                    ::core::result::Result::Ok(#krate::Decoded::Ignored) => #krate::__private::ignored(__raw),
                    ::core::result::Result::Ok(#krate::Decoded::End) => #krate::__private::end(__raw),
                    ::core::result::Result::Err(__error) => __error,
                };
                ::core::result::Result::Err(#error_of)
            }
        }
    }
}
