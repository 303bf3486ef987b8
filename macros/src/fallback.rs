//! Impls for an enum with errors, so that the compiler reports no further errors where the enum is used.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::{self, ImplHeader, lifetimes};
use crate::model::Model;

/// Stubs for all impls of the derive. They never run, because the errors stop the build.
pub(crate) fn stubs(model: &Model<'_>) -> TokenStream {
    let ImplHeader { ident, plain, types, bounds, .. } = ImplHeader::new(model);
    let decoding = lifetimes::stub_generics(model);
    let decode = model.decodes().then(|| {
        let try_from = expand::try_from::try_from(model, &[]);
        quote! {
            #[automatically_derived]
            impl #decoding __sse::DecodeEvent<'__de> for #ident #types #bounds {
                fn decode(
                    __raw: __sse::RawEvent<'__de>,
                ) -> __sse::Result<__sse::Decoded<Self>> {
                    __sse::Ok(__sse::Decoded::Ignored)
                }
            }
            // For every enum, because a stub does not borrow.
            impl #plain __sse::DecodeEventOwned for #ident #types #bounds {}
            #try_from
        }
    });
    let encode = model.encodes().then(|| {
        quote! {
            #[automatically_derived]
            impl #plain __sse::EncodeEvent for #ident #types #bounds {
                fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
                    __sse::Ok(__sse::RawEventBuf::new("", ""))
                }
            }
        }
    });
    let deserialize = model.deserializes().then(|| {
        quote! {
            #[automatically_derived]
            impl #decoding __sse::serde::Deserialize<'__de> for #ident #types #bounds {
                fn deserialize<__D: __sse::Deserializer<'__de>>(
                    _: __D,
                ) -> __sse::Deserialized<'__de, Self, __D> {
                    __sse::Err(<__D::Error as __sse::serde::de::Error>::custom(""))
                }
            }
        }
    });
    let serialize = model.serializes().then(|| {
        quote! {
            #[automatically_derived]
            impl #plain __sse::serde::Serialize for #ident #types #bounds {
                fn serialize<__S: __sse::Serializer>(&self, __to: __S) -> __sse::Serialized<__S> {
                    __to.serialize_unit()
                }
            }
        }
    });
    let schema = expand::schema::stubs(model);
    let (kind, kind_impls) = expand::kind::kind(model).unzip();
    let lookup = model.attrs.kind.is_set().then(|| {
        let slots = model.named().map(|(variant, ..)| variant.ident);
        quote! {
            #[allow(dead_code)]
            enum __Variant { #(#slots),* }
            fn __variant(
                _: &__sse::str,
                _: &__sse::str,
            ) -> __sse::Option<__Variant> {
                __sse::None
            }
        }
    });
    let impls = expand::in_const_block(
        model,
        &quote! {
            #[automatically_derived]
            impl #plain __sse::SseEvent for #ident #types #bounds {
                const EVENT_TYPES: __sse::Names = &[];
                fn event_type(&self) -> &__sse::str { "" }
            }
            #decode
            #encode
            #deserialize
            #serialize
            #schema
            #lookup
            #kind_impls
        },
    );
    quote!(#kind #impls)
}
