//! `impl EncodeEvent`: a value becomes a raw event.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Fields, FieldsNamed, Path};

use super::{ImplHeader, bounds, json, option, other_name_source, ser_helper, span};
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn encode(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::encoding(model));
    let ImplHeader { ident, plain, types, .. } = &header;
    let fields = ser_helper::fields(model);
    let named = model.named().map(|(variant, names, codec)| arm(model, variant, &names[0].value, codec));
    let other = model.other().map(|(variant, other)| other_arm(model, variant, other));
    quote! {
        #fields
        #[automatically_derived]
        impl #plain #krate::EncodeEvent for #ident #types #where_clause {
            fn encode(&self) -> ::core::result::Result<#krate::RawEventBuf, #krate::Error> {
                <Self as #krate::EncodeEvent>::encode_to(
                    self,
                    <#krate::__private::Owned<'_> as ::core::default::Default>::default(),
                )
            }

            fn encode_to<'__a, __S: #krate::__private::EncodeSink<'__a>>(
                &'__a self,
                __sink: __S,
            ) -> ::core::result::Result<__S::Ok, #krate::Error> {
                match self { #(#named)* #other }
            }
        }
    }
}

fn arm(model: &Model<'_>, variant: &Variant<'_>, name: &str, codec: &Codec<'_>) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let path = model.path(variant);
    let line = if model.writes_line(variant) { name } else { "" };
    let tag = option(model.attrs.tag.value().map(|tag| self::tag(krate, &tag.value(), name)));
    let json = |ty: &TokenStream, payload: &TokenStream| {
        quote! {
            <#ty as #private::EncodePayload>::encode_json(#payload, __sink, #line, #name, #tag)
        }
    };
    let payload = quote!(__payload);
    if let Some(function) = variant.encode_with() {
        let ty = variant.fields.iter().next().map(|field| &field.ty);
        let span = span(&function);
        let encode = quote_spanned!(span=> fn(&#ty) -> ::core::result::Result<#krate::RawEventBuf, _>);
        let boxed = quote_spanned!(span=> <_ as #krate::CodecError>::boxed);
        return quote! {
            #path(__payload) => {
                let __encode: #encode = #function;
                match __encode(__payload) {
                    ::core::result::Result::Ok(__event) => #private::EncodeSink::owned(__sink, __event),
                    ::core::result::Result::Err(__error) => {
                        ::core::result::Result::Err(#private::encode_error(#name, #boxed(__error)))
                    }
                }
            }
        };
    }
    match codec {
        Codec::Unit => quote!(#path => #private::encode_unit(__sink, #line, #name, #tag),),
        Codec::Json(ty) | Codec::With(ty, _) => {
            let event = json(&quote!(#ty), &payload);
            quote!(#path(__payload) => #event,)
        }
        Codec::Raw(ty) | Codec::Parse(ty) => quote! {
            #path(__payload) => {
                #private::EncodeSink::text(__sink, #line, <#ty as #private::EncodeText>::to_text(__payload))
            }
        },
        Codec::Fields(Fields::Unnamed(fields)) if !ser_helper::is_serialized(variant) => {
            let event = json(&fields.unnamed[0].ty.to_token_stream(), &payload);
            quote!(#path(__payload) => #event,)
        }
        Codec::Fields(_) => {
            let event = json(&quote!(_), &quote!(&__Fields(self)));
            quote!(#path { .. } => #event,)
        }
        Codec::Itself => {
            let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
            let event = json(&quote!(#ident #types), &quote!(self));
            quote!(_ => #event,)
        }
    }
}

/// How the data begin is known here: at run time there is nothing to escape.
fn tag(krate: &Path, key: &str, name: &str) -> TokenStream {
    let head = format!("{{{}:{}", json::string(key), json::string(name));
    quote!(#krate::__private::Tag { key: #key, event_type: #name, head: #head })
}

fn other_arm(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let path = model.path(variant);
    match other {
        Other::Unit => quote!(#path => #private::encode_other(__sink, ::core::option::Option::None),),
        Other::Whole(ty) => quote! {
            #path(__event) => #private::encode_other(__sink, <#ty as #private::OtherPayload<'_>>::kept(__event)),
        },
        Other::Fields(fields) => other_fields(model, &path, fields),
    }
}

/// `check` has seen to it that the name and the data are kept.
fn other_fields(model: &Model<'_>, path: &TokenStream, fields: &FieldsNamed) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let source = other_name_source(model);
    let ty = |part: &str| {
        let mut fields = fields.named.iter();
        fields.find(|field| field.ident.as_ref().is_some_and(|field| field == part)).map(|field| &field.ty)
    };
    let (name, data) = (ty("event"), ty("data"));
    let (id_pattern, id) = ty("id")
        .map(|ty| (quote!(id: __id,), quote!(__event.id = <#ty as #krate::OtherId<'_>>::id(__id);)))
        .unzip();
    let (retry_pattern, retry) = ty("retry")
        .map(|ty| {
            (quote!(retry: __retry,), quote!(__event.retry = <#ty as #krate::OtherRetry>::retry(__retry);))
        })
        .unzip();
    quote! {
        #path { event: __name, data: __data, #id_pattern #retry_pattern } => {
            let mut __event = #krate::RawEvent::new(
                <#name as #krate::OtherName<#source>>::name(__name),
                <#data as #krate::OtherData<'_>>::data(__data),
            );
            #id
            #retry
            #private::encode_other(__sink, ::core::option::Option::Some(__event))
        }
    }
}
