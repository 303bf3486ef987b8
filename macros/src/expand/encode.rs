//! `impl EncodeEvent`: encodes a value as a raw event.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Fields, FieldsNamed};

use super::{ImplHeader, bounds, other_name_source, ser_helper, span};
use crate::json;
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn encode(model: &Model<'_>) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(&bounds::encoding(model));
    let ImplHeader { ident, plain, types, .. } = &header;
    let encoded = match model.named().next() {
        Some((variant, names, Codec::Itself)) => itself(model, variant, &names[0].value),
        _ => {
            let named =
                model.named().map(|(variant, names, codec)| arm(model, variant, &names[0].value, codec));
            let other = model.other().map(|(variant, other)| other_arm(model, variant, other));
            let skipped = model.skipped().map(|variant| {
                let (path, ident) = (model.path(variant), variant.ident.unraw().to_string());
                quote!(#path { .. } => __sse::encode_skipped(#ident),)
            });
            quote!(match self { #(#named)* #other #(#skipped)* })
        }
    };
    quote! {
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

fn arm(model: &Model<'_>, variant: &Variant<'_>, name: &str, codec: &Codec<'_>) -> TokenStream {
    let path = model.path(variant);
    if let Some(function) = variant.encode_with() {
        let ty = variant.fields.iter().next().map(|field| &field.ty);
        let span = span(&function);
        let payload = quote!(__payload);
        let encoded =
            quote_spanned!(span=> <_ as __sse::EncodeWith<'_, #ty>>::encode_with(#function, #payload));
        let boxed = quote_spanned!(span=> <_ as __sse::CodecError>::boxed);
        return quote! {
            #path(__payload) => match #encoded {
                __sse::Ok(__event) => __sink.owned(__event),
                __sse::Err(__error) => __sse::encode_error(#name, #boxed(__error)),
            },
        };
    }
    let json = |ty: &TokenStream, payload: &TokenStream| json(model, variant, name, ty, payload);
    let head = || head(model, variant, name);
    let payload = quote!(__payload);
    match codec {
        Codec::Unit if model.attrs.content.is_set() => {
            let line = line(model, variant, name);
            let data = model.attrs.tag.value().map(|tag| json::object(&tag.value(), name));
            quote!(#path => __sink.event(__sse::RawEvent::new(#line, #data)),)
        }
        Codec::Unit => {
            let unit = if model.attrs.tag.is_set() { quote!(tagged_unit) } else { quote!(unit) };
            let head = head();
            quote!(#path => __sink.#unit(#head),)
        }
        Codec::Json(ty) | Codec::With(ty, _) => {
            let event = json(&quote!(#ty), &payload);
            quote!(#path(__payload) => #event,)
        }
        Codec::Raw(ty) | Codec::Parse(ty) if model.attrs.content.is_set() => {
            let head = head();
            quote!(#path(__payload) => <#ty as __sse::EncodeText>::encode_text_content(__payload, __sink, #head),)
        }
        Codec::Raw(ty) | Codec::Parse(ty) => {
            let line = line(model, variant, name);
            quote!(#path(__payload) => <#ty as __sse::EncodeText>::encode_text(__payload, __sink, #line),)
        }
        Codec::Fields(Fields::Unnamed(fields)) if !ser_helper::is_serialized(variant) => {
            let event = json(&fields.unnamed[0].ty.to_token_stream(), &payload);
            quote!(#path(__payload) => #event,)
        }
        Codec::Fields(_) => {
            let event = json(&quote!(_), &quote!(&__sse::AsFields(self)));
            quote!(#path { .. } => #event,)
        }
        Codec::Itself => {
            let event = itself(model, variant, name);
            quote!(_ => #event,)
        }
    }
}

/// A struct is written by its own `Serialize`.
fn itself(model: &Model<'_>, variant: &Variant<'_>, name: &str) -> TokenStream {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    json(model, variant, name, &quote!(#ident #types), &quote!(self))
}

fn json(
    model: &Model<'_>,
    variant: &Variant<'_>,
    name: &str,
    ty: &TokenStream,
    payload: &TokenStream,
) -> TokenStream {
    let encode = match (model.attrs.tag.is_set(), model.attrs.content.is_set()) {
        (_, true) => quote!(encode_content),
        (true, _) => quote!(encode_tagged),
        _ => quote!(encode_json),
    };
    let head = head(model, variant, name);
    quote!(<#ty as __sse::EncodePayload>::#encode(#payload, __sink, #head))
}

/// The value of the `event:` line.
fn line<'n>(model: &Model<'_>, variant: &Variant<'_>, name: &'n str) -> &'n str {
    if model.writes_line(variant) { name } else { "" }
}

/// The names of an event as a constant, so that nothing is escaped at run time.
fn head(model: &Model<'_>, variant: &Variant<'_>, name: &str) -> TokenStream {
    let line = line(model, variant, name);
    match model.attrs.tag.value() {
        Some(tag) => {
            let key = tag.value();
            let text = match model.attrs.content.value() {
                Some(content) => format!("{},{}:", json::head(&key, name), json::string(&content.value())),
                None => json::head(&key, name),
            };
            quote!(&__sse::Tagged(__sse::Head(#line, #name), #key, #text))
        }
        None => quote!(&__sse::Head(#line, #name)),
    }
}

fn other_arm(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let path = model.path(variant);
    match other {
        Other::Unit => quote!(#path => __sse::encode_other(__sink, __sse::None),),
        Other::Whole(ty) => quote! {
            #path(__event) => __sse::encode_other(__sink, <#ty as __sse::OtherPayload>::kept(__event)),
        },
        Other::Json(ty) => quote! {
            #path(__payload) => {
                <#ty as __sse::EncodePayload>::encode_json(__payload, __sink, &__sse::Head("", ""))
            }
        },
        Other::Fields(fields) => other_fields(model, &path, fields),
    }
}

/// `check` ensures that the name and the data are kept.
fn other_fields(model: &Model<'_>, path: &TokenStream, fields: &FieldsNamed) -> TokenStream {
    let source = other_name_source(model);
    let ty = |part: &str| {
        let mut fields = fields.named.iter();
        fields.find(|field| field.ident.as_ref().is_some_and(|field| field == part)).map(|field| &field.ty)
    };
    let (name, data) = (ty("event"), ty("data"));
    let (id_pattern, id) = ty("id")
        .map(|ty| (quote!(id: __id,), quote!(__event.id = <#ty as __sse::OtherId>::id(__id);)))
        .unzip();
    let (retry_pattern, retry) = ty("retry")
        .map(|ty| {
            (quote!(retry: __retry,), quote!(__event.retry = <#ty as __sse::OtherRetry>::retry(__retry);))
        })
        .unzip();
    quote! {
        #path { event: __name, data: __data, #id_pattern #retry_pattern } => {
            let mut __event = __sse::RawEvent::new(
                <#name as __sse::OtherName<#source>>::name(__name),
                <#data as __sse::OtherData>::data(__data),
            );
            #id
            #retry
            __sse::encode_other(__sink, __sse::Some(__event))
        }
    }
}
