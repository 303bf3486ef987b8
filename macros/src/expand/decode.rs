//! `impl DecodeEvent`: a raw event becomes a value.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{WherePredicate, parse_quote};

use super::{ImplHeader, de_helper, option, other_name_source, span};
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn decode(model: &Model<'_>, bounds: &[WherePredicate]) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(bounds);
    let ImplHeader { ident, decoding, types, .. } = &header;

    let arms = model.named().map(|(variant, names, codec)| {
        let slot = variant.ident;
        let value = value(model, variant, &names[0].value, codec);
        quote!(__Variant::#slot => #value,)
    });
    let unknown = match model.other() {
        Some((variant, other)) => {
            let event = other_value(model, variant, other);
            quote!(::core::result::Result::Ok(#krate::Decoded::Event(#event)))
        }
        None if model.has_keys() => quote!(::core::result::Result::Err(
            #private::unknown_event_by_key(__raw, &__unknown, <Self as #krate::SseEvent>::EVENT_TYPES)
        )),
        None => quote!(::core::result::Result::Err(#private::unknown_event(__raw, &__unknown))),
    };
    let find = if model.has_keys() {
        quote!(|__name: &::core::primitive::str| __variant(__name, __raw.data))
    } else {
        quote!(__variant)
    };
    let (end, tag) = (option(model.attrs.end.value()), option(model.attrs.tag.value()));
    let ignore = model.attrs.ignored();
    let owned = owned(model, &header, bounds);
    quote! {
        #[automatically_derived]
        impl #decoding #krate::DecodeEvent<'__de> for #ident #types #where_clause {
            fn decode(
                __raw: #krate::RawEvent<'__de>,
            ) -> ::core::result::Result<#krate::Decoded<Self>, #krate::Error> {
                const __RULES: #private::Rules = #private::Rules { end: #end, ignore: &[#(#ignore),*], tag: #tag };
                match #private::route(&__raw, &__RULES, #find) {
                    #private::Route::Variant(__variant) => match __variant { #(#arms)* },
                    #private::Route::Ignored => ::core::result::Result::Ok(#krate::Decoded::Ignored),
                    #private::Route::End => ::core::result::Result::Ok(#krate::Decoded::End),
                    #private::Route::Unknown(__unknown) => #unknown,
                }
            }
        }
        #owned
    }
}

/// `DecodeEventOwned`, for enums that cannot borrow.
fn owned(model: &Model<'_>, header: &ImplHeader<'_>, bounds: &[WherePredicate]) -> Option<TokenStream> {
    let krate = &model.krate;
    let ImplHeader { ident, plain, types, .. } = header;
    let decodes: Option<WherePredicate> =
        (!bounds.is_empty()).then(|| parse_quote!(#ident #types: for<'__de> #krate::DecodeEvent<'__de>));
    let where_clause = header.bounds_and(decodes.as_slice());
    (!model.borrows()).then(|| {
        quote! {
            #[automatically_derived]
            impl #plain #krate::DecodeEventOwned for #ident #types #where_clause {}
        }
    })
}

/// The expression of a variant out of `__raw`: `Result<Decoded<Self>, Error>`.
fn value(model: &Model<'_>, variant: &Variant<'_>, name: &str, codec: &Codec<'_>) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let path = model.path(variant);
    let ok = |event: TokenStream| quote!(::core::result::Result::Ok(#krate::Decoded::Event(#event)));
    let fallible = |payload: TokenStream, event: TokenStream, error: TokenStream| {
        let ok = ok(event);
        quote! {
            match #payload {
                ::core::result::Result::Ok(__payload) => #ok,
                ::core::result::Result::Err(__error) => {
                    ::core::result::Result::Err(#private::#error(__raw, #name, __error))
                }
            }
        }
    };
    let from_json = |payload: &TokenStream, codec: &TokenStream| match model.attrs.tag.value() {
        Some(tag) => {
            quote_spanned!(span(payload)=> <#payload as #codec>::from_tagged_data(__raw.data, #tag))
        }
        None => quote_spanned!(span(payload)=> <#payload as #codec>::from_data(__raw.data)),
    };
    match codec {
        Codec::Unit => ok(quote!(#path)),
        // The payload's own tokens in the call: an error about it underlines the type, whole.
        Codec::Json(ty) => fallible(
            from_json(&quote!(#ty), &quote!(#private::Payload<'_>)),
            quote!(#path(__payload)),
            quote!(json_error),
        ),
        Codec::Raw(ty) => {
            let text = quote_spanned!(span(ty)=> <#ty as #private::RawPayload<'_>>::from_text(__raw.data));
            ok(quote!(#path(#text)))
        }
        Codec::Parse(ty) => fallible(
            quote!(<#ty as #private::ParsePayload>::parse_text(__raw.data)),
            quote!(#path(__payload)),
            quote!(codec_error),
        ),
        Codec::With(ty, function) => {
            let span = span(function);
            let decode = quote_spanned!(span=> fn(#krate::RawEvent<'__de>) -> ::core::result::Result<#ty, _>);
            let boxed = quote_spanned!(span=> <_ as #krate::CodecError>::boxed);
            let ok = ok(quote!(#path(__payload)));
            // An exact name is known; after a prefix it is the codec's to read, wherever it stands.
            let raw = match model.attrs.tag.value() {
                Some(tag) if variant.attrs.prefix.is_set() => quote!(#private::with_name(__raw, #tag)),
                _ => quote!(__raw),
            };
            quote!({
                let __decode: #decode = #function;
                match __decode(#raw) {
                    ::core::result::Result::Ok(__payload) => #ok,
                    ::core::result::Result::Err(__error) => {
                        ::core::result::Result::Err(#private::codec_error(__raw, #name, #boxed(__error)))
                    }
                }
            })
        }
        Codec::Fields(fields) => {
            let (helper, (_, types, _)) =
                (de_helper::ident(variant.ident), model.generics().split_for_impl());
            let members: Vec<_> = fields.members().collect();
            let known = de_helper::known(model, fields);
            fallible(
                from_json(&quote!(#helper #types), &quote!(#krate::Fields<'_, #known>)),
                quote!(#path { #(#members: __payload.#members),* }),
                quote!(json_error),
            )
        }
        Codec::Itself => {
            let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
            fallible(
                from_json(&quote!(#ident #types), &quote!(#private::Payload<'_>)),
                quote!(__payload),
                quote!(json_error),
            )
        }
    }
}

/// The `other` variant out of `__raw` and `__unknown`. As with payloads, the types' own tokens stand in the calls.
fn other_value(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let path = model.path(variant);
    match other {
        Other::Unit => quote!(#path),
        Other::Whole(ty) => quote! {
            #path(<#ty as #private::OtherPayload<'_>>::from_raw_event(__raw))
        },
        Other::Fields(fields) => {
            let source = other_name_source(model);
            let name = match model.attrs.tag.value() {
                Some(_) => quote!(__unknown.into_event_type()),
                None => quote!(__raw.event_type()),
            };
            let fields = fields.named.iter().filter_map(|field| {
                let (ident, ty) = (field.ident.as_ref()?, &field.ty);
                let value = match ident.to_string().as_str() {
                    "event" => quote!(<#ty as #krate::OtherName<#source>>::from_name(#name)),
                    "data" => quote!(<#ty as #krate::OtherData<'_>>::from_data(__raw.data)),
                    "id" => quote!(<#ty as #krate::OtherId<'_>>::from_id(__raw.id)),
                    _ => quote!(<#ty as #krate::OtherRetry>::from_retry(__raw.retry)),
                };
                Some(quote!(#ident: #value))
            });
            quote!(#path { #(#fields),* })
        }
    }
}
