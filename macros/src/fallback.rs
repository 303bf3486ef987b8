//! Impls for an enum with errors, so that the compiler reports nothing more where the enum is used.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::{self, ImplHeader};
use crate::model::Model;

/// Impls of everything the derive would implement. They never run: the errors stop the build.
pub(crate) fn stubs(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    let ImplHeader { ident, plain, types, bounds, decoding, .. } = ImplHeader::new(model);
    let decode = model.decodes().then(|| {
        let owned = (!model.borrows()).then(|| {
            quote! {
                impl #plain #krate::DecodeEventOwned for #ident #types #bounds {}
            }
        });
        let try_from = expand::try_from::try_from(model, &[]);
        quote! {
            #[automatically_derived]
            impl #decoding #krate::DecodeEvent<'__de> for #ident #types #bounds {
                fn decode(
                    __raw: #krate::RawEvent<'__de>,
                ) -> ::core::result::Result<#krate::Decoded<Self>, #krate::Error> {
                    ::core::result::Result::Ok(#krate::Decoded::Ignored)
                }
            }
            #owned
            #try_from
        }
    });
    let encode = model.encodes().then(|| {
        quote! {
            #[automatically_derived]
            impl #plain #krate::EncodeEvent for #ident #types #bounds {
                fn encode(&self) -> ::core::result::Result<#krate::RawEventBuf, #krate::Error> {
                    #krate::__private::encode_other(
                        <#krate::__private::Owned<'_> as ::core::default::Default>::default(),
                        ::core::option::Option::None,
                    )
                }
            }
        }
    });
    let (kind, kind_impls) = expand::kind::kind(model).unzip();
    let lookup = model.attrs.kind.is_set().then(|| {
        let slots = model.named().map(|(variant, ..)| variant.ident);
        quote! {
            #[allow(dead_code)]
            enum __Variant { #(#slots),* }
            fn __variant(_: &::core::primitive::str) -> ::core::option::Option<__Variant> {
                ::core::option::Option::None
            }
        }
    });
    let impls = expand::in_const_block(&quote! {
        #[automatically_derived]
        impl #plain #krate::SseEvent for #ident #types #bounds {
            const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[];
            fn event_type(&self) -> &::core::primitive::str { "" }
        }
        #decode
        #encode
        #lookup
        #kind_impls
    });
    quote!(#kind #impls)
}
