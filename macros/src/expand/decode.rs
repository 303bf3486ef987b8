//! `impl DecodeEvent`: a raw event becomes a value.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{WherePredicate, parse_quote};

use super::{Impl, fields, mentions_type_parameter, option, other_name_source, payload_type};
use crate::model::{Codec, Model, Other, Variant};

/// What the payloads have to be, where that depends on a type parameter.
pub(super) fn bounds(model: &Model<'_>) -> Vec<WherePredicate> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let generics = model.generics();
    let mut bounds: Vec<WherePredicate> = Vec::new();
    for (variant, _, codec) in model.named() {
        let bound: WherePredicate = match (codec, payload_type(codec)) {
            (Codec::Struct(fields), _)
                if fields.named.iter().any(|f| mentions_type_parameter(&f.ty, generics)) =>
            {
                let (fields, (_, types, _)) = (fields::ident(variant.ident()), generics.split_for_impl());
                parse_quote!(#fields #types: #private::Payload<'__de>)
            }
            (Codec::Json(_), Some(ty)) if mentions_type_parameter(ty, generics) => {
                parse_quote!(#ty: #private::Payload<'__de>)
            }
            (Codec::Raw(_), Some(ty)) if mentions_type_parameter(ty, generics) => {
                parse_quote!(#ty: #private::RawPayload<'__de>)
            }
            (Codec::Parse(_), Some(ty)) if mentions_type_parameter(ty, generics) => {
                parse_quote!(#ty: #private::ParsePayload)
            }
            _ => continue,
        };
        if !bounds.contains(&bound) {
            bounds.push(bound);
        }
    }
    bounds
}

pub(super) fn decode(model: &Model<'_>, bounds: &[WherePredicate]) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let header = Impl::new(model);
    let where_clause = header.bounds_and(bounds);
    let Impl { ident, decoding, types, .. } = &header;

    let slots: Vec<_> = model.named().map(|(variant, ..)| variant.ident()).collect();
    let lookups = model.named().map(|(variant, names, _)| {
        let (slot, names) = (variant.ident(), names.iter().map(|name| &name.value));
        quote!(#(#names)|* => ::core::option::Option::Some(__Variant::#slot),)
    });
    let arms = model.named().map(|(variant, names, codec)| {
        let slot = variant.ident();
        let value = value(model, variant, &names[0].value, codec);
        quote!(__Variant::#slot => #value,)
    });
    let unknown = match model.other() {
        Some((variant, other)) => {
            let event = other_value(model, variant, other);
            quote!(::core::result::Result::Ok(#krate::Decoded::Event(#event)))
        }
        None => quote!(::core::result::Result::Err(#private::unknown_event(__raw, &__unknown))),
    };
    let (end, tag) = (option(model.attrs.end.as_ref()), option(model.attrs.tag.as_ref()));
    let ignore = &model.attrs.ignore.0;
    let owned = owned(model, &header, bounds);
    quote! {
        #[automatically_derived]
        impl #decoding #krate::DecodeEvent<'__de> for #ident #types #where_clause {
            fn decode(
                __raw: #krate::RawEvent<'__de>,
            ) -> ::core::result::Result<#krate::Decoded<Self>, #krate::Error> {
                enum __Variant { #(#slots),* }
                const __RULES: #private::Rules = #private::Rules { end: #end, ignore: &[#(#ignore),*], tag: #tag };
                fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
                    match __name {
                        #(#lookups)*
                        _ => ::core::option::Option::None,
                    }
                }
                let __route = #private::route(&__raw, &__RULES, __variant);
                match __route {
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
fn owned(model: &Model<'_>, header: &Impl<'_>, bounds: &[WherePredicate]) -> Option<TokenStream> {
    let krate = &model.krate;
    let Impl { ident, plain, types, .. } = header;
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
    let (ident, variant) = (model.ident(), variant.ident());
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
    let from_json = |payload: &TokenStream, codec: &TokenStream| match &model.attrs.tag {
        Some(tag) => quote!(<#payload as #private::#codec>::from_tagged_data(__raw.data, #tag)),
        None => quote!(<#payload as #private::#codec>::from_data(__raw.data)),
    };
    match codec {
        Codec::Unit => ok(quote!(#ident::#variant)),
        // The payload's own tokens in the call: an error about it underlines the type, whole.
        Codec::Json(ty) => fallible(
            from_json(&quote!(#ty), &quote!(Payload<'_>)),
            quote!(#ident::#variant(__payload)),
            quote!(json_error),
        ),
        Codec::Raw(ty) => ok(quote! {
            #ident::#variant(<#ty as #private::RawPayload<'_>>::from_text(__raw.data))
        }),
        Codec::Parse(ty) => fallible(
            quote!(<#ty as #private::ParsePayload>::parse_text(__raw.data)),
            quote!(#ident::#variant(__payload)),
            quote!(codec_error),
        ),
        Codec::Struct(fields) => {
            let (helper, (_, types, _)) = (fields::ident(variant), model.generics().split_for_impl());
            let names: Vec<_> = fields.named.iter().filter_map(|field| field.ident.as_ref()).collect();
            let known = fields::known(model, fields);
            fallible(
                from_json(&quote!(#helper #types), &quote!(Fields<'_, #known>)),
                quote!(#ident::#variant { #(#names: __payload.#names),* }),
                quote!(json_error),
            )
        }
    }
}

/// The `other` variant out of `__raw` and `__unknown`. As with payloads, the types' own tokens stand in the calls.
fn other_value(model: &Model<'_>, variant: &Variant<'_>, other: &Other<'_>) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let (ident, variant) = (model.ident(), variant.ident());
    match other {
        Other::Unit => quote!(#ident::#variant),
        Other::Whole(ty) => quote! {
            #ident::#variant(<#ty as #private::OtherPayload<'_>>::from_raw_event(__raw))
        },
        Other::Fields(fields) => {
            let source = other_name_source(model);
            let name = match &model.attrs.tag {
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
            quote!(#ident::#variant { #(#fields),* })
        }
    }
}
