//! serde's traits for an enum that is a union in an object: `impl Deserialize`, `impl Serialize`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Field, Fields};

use super::decode::payload_trait;
use super::{ImplHeader, bounds, de_helper, other_name_source, ser_helper, span};
use crate::attr::Attr;
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn deserialize(model: &Model<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::decoding(model));
    let ImplHeader { ident, decoding, types, .. } = &header;
    let (name, tag) = (ident.unraw().to_string(), model.attrs.tag.value());
    let content = model.attrs.content.value().map(|content| {
        quote! {
            const CONTENT: __sse::Option<&'static __sse::str> = __sse::Some(#content);
        }
    });
    let arms = model.named().map(|(variant, _, codec)| {
        let (slot, value) = (variant.ident, payload(model, variant, codec));
        quote!(__Variant::#slot => #value,)
    });
    let other = model.other().map(|(variant, other)| {
        let value = unknown(model, variant, other);
        quote! {
            const HAS_OTHER: __sse::bool = true;

            fn other<__D: __sse::Deserializer<'__de>>(
                __name: __sse::Cow<'__de>,
                __from: __D,
            ) -> __sse::Deserialized<'__de, Self, __D> {
                __sse::Ok(#value)
            }
        }
    });
    let deserialize = quote_spanned! {at(&model.attrs.deserialize)=>
        #[automatically_derived]
        impl #decoding __sse::serde::Deserialize<'__de> for #ident #types #where_clause {
            fn deserialize<__D: __sse::Deserializer<'__de>>(
                __from: __D,
            ) -> __sse::Deserialized<'__de, Self, __D> {
                __sse::read_union(__from)
            }
        }
    };
    quote! {
        impl #decoding __sse::Union<'__de, __Variant> for #ident #types #where_clause {
            const ENUM: &'static __sse::str = #name;
            const TAG: &'static __sse::str = #tag;
            #content
            const NAMES: __sse::Names = <Self as __sse::SseEvent>::EVENT_TYPES;

            fn variant(__name: &__sse::str) -> __sse::Option<__Variant> {
                __variant(__name, "")
            }

            fn payload<__D: __sse::Deserializer<'__de>>(
                __variant: __Variant,
                __from: __D,
            ) -> __sse::Deserialized<'__de, Self, __D> {
                __sse::Ok(match __variant { #(#arms)* })
            }
            #other
        }

        #deserialize
    }
}

/// The span of a key, for the impl that it generates: if serde's derive is present too, the compiler reports the
/// conflict at this key.
fn at(key: &Attr<()>) -> Span {
    key.written().map_or_else(Span::call_site, |key| Span::call_site().located_at(span(&key)))
}

/// The expression that makes a variant, `Self`, from `__from`; `?` returns its error.
fn payload(model: &Model<'_>, variant: &Variant<'_>, codec: &Codec<'_>) -> TokenStream {
    let path = model.path(variant);
    let from = quote!(__from);
    match codec {
        Codec::Unit | Codec::Itself => quote!({
            __sse::skip_object(__from)?;
            #path
        }),
        Codec::Json(ty) | Codec::Raw(ty) | Codec::Parse(ty) | Codec::With(ty, _) => {
            let payload_trait = payload_trait(model);
            let payload = quote_spanned!(span(ty)=> <#ty as #payload_trait>::from_deserializer(#from)?);
            quote!(#path(#payload))
        }
        Codec::Fields(fields) => {
            let (helper, (_, types, _)) =
                (de_helper::ident(variant.ident), model.generics().split_for_impl());
            let known = de_helper::known(model, *fields);
            let payload = quote!(<#helper #types as __sse::Fields<'_, #known>>::from_deserializer(#from)?);
            de_helper::variant(model, &path, fields, &payload)
        }
    }
}

/// The `other` variant from `__from` and `__name`.
fn unknown(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let path = model.path(variant);
    match other {
        Other::Unit => quote!({
            __sse::skip_object(__from)?;
            #path
        }),
        Other::Json(ty) => {
            let from = quote!(__from);
            let payload = quote_spanned!(span(ty)=> <#ty as __sse::Payload<'_>>::from_deserializer(#from)?);
            quote!(#path(#payload))
        }
        Other::Whole(ty) => quote!({
            let __text = __sse::kept_text(__from)?;
            #path(<#ty as __sse::OtherPayload>::from_unknown(
                __sse::RawEvent::new("", &__text),
                __sse::Unknown::Named(__name),
            ))
        }),
        Other::Fields(fields) => {
            let source = other_name_source(model);
            let fields = fields.named.iter().filter_map(|field| {
                let (ident, ty) = (field.ident.as_ref()?, &field.ty);
                let value = match ident.to_string().as_str() {
                    "event" => quote!(<#ty as __sse::OtherName<#source>>::from_name(__name)),
                    "data" => quote!(<#ty as __sse::OtherData>::from_data(&__text)),
                    "id" => quote!(<#ty as __sse::OtherId>::from_id(__sse::None)),
                    _ => quote!(<#ty as __sse::OtherRetry>::from_retry(__sse::None)),
                };
                Some(quote!(#ident: #value))
            });
            quote!({
                let __text = __sse::kept_text(__from)?;
                #path { #(#fields),* }
            })
        }
    }
}

pub(super) fn serialize(model: &Model<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::encoding(model));
    let ImplHeader { ident, plain, types, .. } = &header;
    let named = model.named().map(|(variant, names, codec)| arm(model, variant, &names[0].value, codec));
    let other = model.other().map(|(variant, other)| other_arm(model, variant, other));
    let skipped = model.skipped().map(|variant| {
        let (path, ident) = (model.path(variant), variant.ident.unraw().to_string());
        quote!(#path { .. } => __sse::write_skipped(#ident, __to),)
    });
    quote_spanned! {at(&model.attrs.serialize)=>
        #[automatically_derived]
        impl #plain __sse::serde::Serialize for #ident #types #where_clause {
            fn serialize<__S: __sse::Serializer>(&self, __to: __S) -> __sse::Serialized<__S> {
                match self { #(#named)* #other #(#skipped)* }
            }
        }
    }
}

fn arm(model: &Model<'_>, variant: &Variant<'_>, name: &str, codec: &Codec<'_>) -> TokenStream {
    let (path, tag) = (model.path(variant), model.attrs.tag.value());
    let ident = model.ident().unraw().to_string();
    let member = quote!(&__sse::Member(#ident, #tag, #name));
    let write = |ty: &TokenStream, payload: &TokenStream| match model.attrs.content.value() {
        None => quote!(<#ty as __sse::EncodePayload>::serialize_tagged(#payload, __to, #member)),
        Some(content) => {
            quote!(<#ty as __sse::EncodePayload>::serialize_content(#payload, __to, #member, #content))
        }
    };
    match codec {
        Codec::Unit | Codec::Itself => quote!(#path { .. } => __sse::write_unit(#member, __to),),
        Codec::Json(ty) | Codec::Raw(ty) | Codec::Parse(ty) | Codec::With(ty, _) => {
            let written = write(&ty.to_token_stream(), &quote!(__payload));
            quote!(#path(__payload) => #written,)
        }
        Codec::Fields(Fields::Unnamed(fields)) if !ser_helper::is_serialized(variant) => {
            let written = write(&fields.unnamed[0].ty.to_token_stream(), &quote!(__payload));
            quote!(#path(__payload) => #written,)
        }
        Codec::Fields(_) => {
            let written = write(&quote!(_), &quote!(&__sse::AsFields(self)));
            quote!(#path { .. } => #written,)
        }
    }
}

fn other_arm(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let path = model.path(variant);
    match other {
        Other::Unit => quote!(#path => __sse::write_kept(__sse::None, __to),),
        Other::Json(ty) => quote! {
            #path(__payload) => <#ty as __sse::EncodePayload>::serialize_itself(__payload, __to),
        },
        Other::Whole(ty) => quote! {
            #path(__event) => __sse::write_kept(
                <#ty as __sse::OtherPayload>::kept(__event).map(|__event| __event.data),
                __to,
            ),
        },
        Other::Fields(fields) => {
            // `check` ensures that the data is kept.
            let is_data = |field: &&Field| field.ident.as_ref().is_some_and(|ident| ident == "data");
            let ty = fields.named.iter().find(is_data).map(|field| &field.ty);
            quote! {
                #path { data: __data, .. } => {
                    __sse::write_kept(__sse::Some(<#ty as __sse::OtherData>::data(__data)), __to)
                }
            }
        }
    }
}
