//! Impls that stand beside errors, so that the places where the enum is used stay quiet.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::{self, Impl};
use crate::model::Model;

/// Impls of everything the derive would implement. They are never run: the errors beside them stop the build.
pub(crate) fn stubs(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    let Impl { ident, plain, types, bounds, decoding, .. } = Impl::new(model);
    let decode = model.decodes().then(|| {
        let owned = (!model.borrows()).then(|| {
            quote! {
                impl #plain #krate::DecodeEventOwned for #ident #types #bounds {}
            }
        });
        let try_from = expand::convert(model, &[]);
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
    let (kind, kind_impls) = expand::kind(model).unzip();
    let impls = expand::enclose(&quote! {
        #[automatically_derived]
        impl #plain #krate::SseEvent for #ident #types #bounds {
            const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[];
            fn event_type(&self) -> &::core::primitive::str { "" }
        }
        #decode
        #encode
        #kind_impls
    });
    quote!(#kind #impls)
}
