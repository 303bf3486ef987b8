//! `impl DecodeEvent`: decodes a raw event.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{WherePredicate, parse_quote};

use super::{ImplHeader, de_helper, lifetimes, option, other_name_source, span};
use crate::event_name::Name;
use crate::mention::{mentions_any_lifetime, mentions_parameter};
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn decode(model: &Model<'_>, bounds: &[WherePredicate]) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(bounds);
    let ImplHeader { ident, decoding, types, .. } = &header;
    let tag_key = model.attrs.tag.value();
    let (end, tag) = (option(model.attrs.end.value()), option(tag_key));
    let ignored = model.attrs.ignored();
    let unknown = model.other().map(|(variant, other)| {
        let event = other_value(model, variant, other);
        quote!(__sse::Route::Unknown(__unknown) => __sse::event(#event),)
    });
    let without_variant = if model.has_keys() {
        quote!(without_variant_of(__raw, <Self as __sse::SseEvent>::EVENT_TYPES))
    } else {
        quote!(without_variant(__raw))
    };
    let arms = model.named().map(|(variant, names, codec)| {
        let slot = variant.ident;
        let value = value(model, variant, names, codec);
        (quote!(__Variant::#slot), quote!(__sse::event(#value)))
    });
    let variants = if may_read_again(model) {
        let arms = arms.map(|(slot, event)| quote!(#slot => #event,));
        quote! {
            __sse::Route::Variant(__variant) => __sse::with_and_without_tag(
                __raw,
                #tag_key,
                |__raw| match __variant { #(#arms)* },
            ),
        }
    } else {
        let arms = arms.map(|(slot, event)| quote!(__sse::Route::Variant(#slot) => #event,));
        quote!(#(#arms)*)
    };
    let named = without_line(model, quote!(__raw));
    let owned = owned(model, &header, bounds);
    let assertions = lifetimes::assertions(model);
    quote! {
        #assertions
        #[automatically_derived]
        impl #decoding __sse::DecodeEvent<'__de> for #ident #types #where_clause {
            fn decode(
                __raw: __sse::RawEvent<'__de>,
            ) -> __sse::Result<__sse::Decoded<Self>> {
                let __rules = &__sse::Rules(#end, &[#(#ignored),*], #tag);
                match __sse::route(&#named, __rules, __variant) {
                    #variants
                    #unknown
                    __route => __route.#without_variant,
                }
            }
        }
        #owned
    }
}

/// The event without its line if the enum ignores lines.
fn without_line(model: &Model<'_>, raw: TokenStream) -> TokenStream {
    if model.reads_line() { raw } else { quote!(__sse::without_line(#raw)) }
}

/// `DecodeEventOwned`, for enums that do not obviously borrow.
pub(super) fn owned(
    model: &Model<'_>,
    header: &ImplHeader<'_>,
    bounds: &[WherePredicate],
) -> Option<TokenStream> {
    let ImplHeader { ident, plain, types, .. } = header;
    let decodes = owned_bound(model, bounds);
    let where_clause = header.bounds_and(decodes.as_slice());
    (!lifetimes::borrows(model)).then(|| {
        quote! {
            #[automatically_derived]
            impl #plain __sse::DecodeEventOwned for #ident #types #where_clause {}
        }
    })
}

/// A bound that the enum can be decoded for any lifetime of the data, if that is not obvious.
pub(super) fn owned_bound(model: &Model<'_>, bounds: &[WherePredicate]) -> Option<WherePredicate> {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    let is_conditional = !bounds.is_empty() || model.generics().lifetimes().next().is_some();
    is_conditional.then(|| parse_quote!(#ident #types: for<'__de> __sse::DecodeEvent<'__de>))
}

/// The expression that makes a variant, `Self`, from `__raw`; `?` returns its error.
fn value(model: &Model<'_>, variant: &Variant<'_>, names: &[Name], codec: &Codec<'_>) -> TokenStream {
    let (path, name) = (model.path(variant), &names[0].value);
    let adjacent = adjacent(model, names);
    let from_json = |payload: &TokenStream, codec: &TokenStream, hides_tag: bool| {
        let decode = match (&adjacent, model.attrs.tag.value()) {
            (Some(adjacent), _) => quote!(decode_content(__raw, #adjacent)),
            (_, Some(tag)) if hides_tag => quote!(decode_tagged(__raw, #name, #tag)),
            _ => quote!(decode(__raw, #name)),
        };
        // The call contains the payload's own tokens: an error about the payload underlines the whole type.
        quote_spanned!(span(payload)=> <#payload as #codec>::#decode?)
    };
    match codec {
        Codec::Unit => path,
        Codec::Json(ty) => {
            let payload = from_json(&quote!(#ty), &payload_trait(model), true);
            quote!(#path(#payload))
        }
        Codec::Raw(ty) => {
            let data = match &adjacent {
                // Text from a JSON string with escapes cannot be borrowed from the event.
                Some(adjacent) if mentions_parameter(ty, model.generics()) => {
                    quote!(__sse::borrowed_content(__raw, #adjacent)?)
                }
                Some(adjacent) => quote!(&__sse::content(__raw, #adjacent)?),
                None => quote!(__raw.data),
            };
            if lifetimes::is_static_cow(ty) {
                return quote!(#path(__sse::owned_text::<#ty>(#data)));
            }
            let text = quote_spanned!(span(ty)=> <#ty as __sse::RawPayload>::from_text(#data));
            quote!(#path(#text))
        }
        Codec::Parse(ty) if adjacent.is_some() => quote! {
            #path(
                <#ty as __sse::ParsePayload>::parse_text(&__sse::content(__raw, #adjacent)?)
                    .or_else(|__error| __sse::codec_error(__raw, #name, __error))?
            )
        },
        Codec::Parse(ty) => quote!(#path(<#ty as __sse::ParsePayload>::decode(__raw, #name)?)),
        Codec::With(ty, function) => {
            let span = span(function);
            let boxed = quote_spanned!(span=> <_ as __sse::CodecError>::boxed);
            // A single name is known. With several names, or with a prefix, the codec needs the received name from
            // the line or the tag.
            let reads_line = model.reads_line();
            let reads_name = variant.attrs.prefix.is_set() || names.len() > 1;
            let raw = match model.attrs.tag.value() {
                // If the name has to be unescaped, it cannot be borrowed from the event.
                Some(tag) if reads_name && !mentions_any_lifetime(ty, model.generics()) => {
                    let raw = quote!(__raw);
                    let decoded = quote_spanned!(span=> <_ as __sse::DecodeWith<'_, #ty>>::decode_with(#function, #raw));
                    return quote!(#path(__sse::decode_named(__raw, #tag, #reads_line, #name, |__raw| {
                        #decoded.map_err(|__error| #boxed(__error))
                    })?));
                }
                Some(tag) if reads_name => {
                    let names = names.iter().map(|name| &name.value);
                    quote!(__sse::with_name(__raw, #tag, #reads_line, &[#(#names),*])?)
                }
                _ => quote!(__raw),
            };
            // The call uses a trait whose message contains the signature. The whole call has the function's span, so
            // that errors about any part of it are one error.
            let decoded =
                quote_spanned!(span=> <_ as __sse::DecodeWith<'_, #ty>>::decode_with(#function, #raw));
            quote!(#path(
                #decoded.or_else(|__error| __sse::codec_error(__raw, #name, #boxed(__error)))?
            ))
        }
        Codec::Fields(fields) => {
            let (helper, (_, types, _)) =
                (de_helper::ident(variant.ident), model.generics().split_for_impl());
            let known = de_helper::known(model, *fields);
            let hides_tag = !de_helper::ignores_unknown_keys(variant, fields);
            let payload = from_json(&quote!(#helper #types), &quote!(__sse::Fields<'_, #known>), hides_tag);
            de_helper::variant(model, &path, fields, &payload)
        }
        Codec::Itself => {
            let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
            from_json(&quote!(#ident #types), &payload_trait(model), true)
        }
    }
}

/// Whether payloads are read from data with a tag, and none borrows. The tag is not hidden from such payloads: they are read
/// again, without it, if they reject it.
fn may_read_again(model: &Model<'_>) -> bool {
    model.attrs.tag.value().is_some()
        && model.attrs.content.value().is_none()
        && model.generics().params.is_empty()
        && model.named().any(|(_, _, codec)| matches!(codec, Codec::Json(_) | Codec::Itself))
}

/// The trait through which a payload is read.
pub(super) fn payload_trait(model: &Model<'_>) -> TokenStream {
    if may_read_again(model) { quote!(__sse::OwnedPayload) } else { quote!(__sse::Payload) }
}

/// The location of a payload with a separate key.
fn adjacent(model: &Model<'_>, names: &[Name]) -> Option<TokenStream> {
    let (tag, content) = (model.attrs.tag.value()?, model.attrs.content.value()?);
    let name = &names[0].value;
    let takes_unnamed = names.iter().any(|name| name.value == "message");
    let reads_line = model.reads_line();
    Some(quote!(&__sse::Adjacent(#name, #tag, #content, #takes_unnamed, #reads_line)))
}

/// The `other` variant from `__raw` and, if there is a tag, from `__unknown`.
fn other_value(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let path = model.path(variant);
    match other {
        Other::Unit => quote!(#path),
        Other::Whole(ty) => {
            let kept = match model.attrs.tag.value() {
                Some(_) => quote!(from_unknown(__raw, __unknown)),
                None => quote!(from_raw_event(__raw)),
            };
            quote!(#path(<#ty as __sse::OtherPayload>::#kept))
        }
        Other::Json(ty) => {
            let data = quote!(__raw.data);
            let payload = quote_spanned!(span(ty)=> <#ty as __sse::Payload>::from_data(#data));
            quote!(#path(__unknown.payload(__raw, #payload)?))
        }
        Other::Fields(fields) => {
            let source = other_name_source(model);
            let name = match model.attrs.tag.value() {
                Some(_) if !model.reads_line() => quote!(__unknown.line_or_event_type(__raw)),
                Some(_) => quote!(__unknown.into_event_type()),
                None => quote!(__raw.event_type()),
            };
            let fields = fields.named.iter().filter_map(|field| {
                let (ident, ty) = (field.ident.as_ref()?, &field.ty);
                let value = match ident.to_string().as_str() {
                    "event" => quote!(<#ty as __sse::OtherName<#source>>::from_name(#name)),
                    "data" => quote!(<#ty as __sse::OtherData>::from_data(__raw.data)),
                    "id" => quote!(<#ty as __sse::OtherId>::from_id(__raw.id)),
                    _ => quote!(<#ty as __sse::OtherRetry>::from_retry(__raw.retry)),
                };
                Some(quote!(#ident: #value))
            });
            quote!(#path { #(#fields),* })
        }
    }
}
