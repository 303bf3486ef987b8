//! `impl DecodeEvent` for a wrapper: serde reads the other fields through a helper struct, and the event decodes
//! itself.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Field, GenericParam, Ident, WherePredicate, parse_quote};

use super::super::lifetimes::has_reference;
use super::super::{ImplHeader, de_helper, decode as decode_impls, generics_with, lifetimes, span};
use super::{aliases, error, key};
use crate::attr::serde::Direction;
use crate::model::Model;
use crate::model::wrapper::Wrapper;

pub(super) fn decode(model: &Model<'_>, wrapper: &Wrapper<'_>, bounds: &[WherePredicate]) -> TokenStream {
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(bounds);
    let ImplHeader { ident, decoding, types, .. } = &header;
    let helper = helper(model, wrapper);
    let body = if wrapper.is_nested() { nested(model, wrapper) } else { beside(model, wrapper) };
    let owned = decode_impls::owned(model, &header, bounds);
    quote! {
        #helper
        #[automatically_derived]
        impl #decoding __sse::DecodeEvent<'__de> for #ident #types #where_clause {
            fn decode(
                __raw: __sse::RawEvent<'__de>,
            ) -> __sse::Result<__sse::Decoded<Self>> {
                #body
            }
        }
        #owned
    }
}

/// Whether the event or another field obviously borrows from the data.
pub(in super::super) fn borrows(wrapper: &Wrapper<'_>) -> bool {
    has_reference(wrapper.event.event())
        || wrapper.siblings().chain(&error_field(wrapper)).any(lifetimes::borrows_with_serde)
}

/// Decodes an event that is a value in the object.
fn nested(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let event = wrapper.event.event();
    let helper = helper_type(model, wrapper);
    let known = known(model, wrapper);
    let value = value(model, wrapper);
    let decoded = match (error(wrapper), error_field(wrapper)) {
        (Some((error_key, _)), Some(field)) => {
            let (key, inner) = (key(wrapper, Direction::Deserialize), inner(model, &field));
            quote! {
                match __sse::event_or_error(__raw, (__fields.__event, #key), (__fields.__error #inner, #error_key))? {
                    __sse::Ok(__text) => <#event as __sse::WrappedEvent<'__de>>::decode_nested(__raw, __text)?.map(__sse::Ok),
                    __sse::Err(__error) => __sse::Decoded::Event(__sse::Err(__error)),
                }
            }
        }
        _ => quote!(<#event as __sse::WrappedEvent<'__de>>::decode_nested(__raw, __fields.__event)?),
    };
    quote! {
        let __fields = match <#helper as __sse::Fields<'__de, #known>>::from_data(__raw.data) {
            __sse::Ok(__fields) => __fields,
            __sse::Err(__error) => {
                return <#event as __sse::WrappedEvent<'__de>>::decode_unwrapped(__raw, __error);
            }
        };
        let __decoded = #decoded;
        __sse::Ok(__decoded.map(|__event| #value))
    }
}

/// Decodes an event whose keys are in the same object as the other fields.
fn beside(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let event = wrapper.event.event();
    let value = value(model, wrapper);
    let fields = wrapper.siblings().next().map(|_| {
        let (helper, known) = (helper_type(model, wrapper), known(model, wrapper));
        quote! {
            let __fields =
                <#event as __sse::WrappedEvent<'__de>>::decode_beside::<#helper, #known>(&__event, __raw)?;
        }
    });
    quote! {
        __sse::Ok(match <#event as __sse::DecodeEvent<'__de>>::decode(__raw)? {
            __sse::Decoded::Event(__event) => {
                #fields
                __sse::Decoded::Event(#value)
            }
            __sse::Decoded::Ignored => __sse::Decoded::Ignored,
            __sse::Decoded::End => __sse::Decoded::End,
        })
    }
}

/// The wrapper from `__event` and `__fields`.
fn value(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let event = &wrapper.event.field.ident;
    let siblings = wrapper.siblings().map(|field| {
        let (name, inner) = (&field.ident, inner(model, field));
        quote!(#name: __fields.#name #inner)
    });
    quote!(Self { #event: __event, #(#siblings),* })
}

/// The path into the helper type through which a field is read.
fn inner(model: &Model<'_>, field: &Field) -> Option<TokenStream> {
    de_helper::is_wrapped(model, field).then(|| quote!(.0))
}

fn known(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let error = error_field(wrapper);
    de_helper::known(model, wrapper.siblings().chain(&error))
}

/// The error that can replace the event, as a field.
pub(super) fn error_field(wrapper: &Wrapper<'_>) -> Option<Field> {
    let (key, ty) = error(wrapper)?;
    let field = quote_spanned!(span(ty)=> __sse::Option<#ty>);
    // serde reads an absent key as `None`; `default` would require `Default` for the error's type.
    Some(parse_quote!(#[serde(rename = #key)] __error: #field))
}

/// The struct for serde: the other fields, and the text of a nested event.
fn helper(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let (ident, bounds) = (helper_ident(model), &model.generics().where_clause);
    let siblings = wrapper.siblings().map(|field| de_helper::field(model, field, None));
    let error = error_field(wrapper).map(|field| de_helper::field(model, &field, None));
    let event = wrapper.is_nested().then(|| {
        let (key, aliases) = (key(wrapper, Direction::Deserialize), aliases(wrapper));
        let text = quote!(__sse::EventText<'__text>);
        let ty = if error.is_some() { quote!(__sse::Option<#text>) } else { text };
        quote!(#[serde(borrow, rename = #key #(, alias = #aliases)*)] __event: #ty,)
    });
    let generics = if wrapper.is_nested() {
        generics_with(&parse_quote!('__text), model.generics())
    } else {
        let (generics, ..) = model.generics().split_for_impl();
        quote!(#generics)
    };
    let (user_bound, marker) =
        (de_helper::bound_of_user(model), de_helper::marker(model, &quote!(__marker:)));
    let expecting = format!("struct {}", model.ident().unraw());
    let metas = &wrapper.attrs.serde;
    let default = metas.iter().any(|meta| meta.path().is_ident("default")).then(|| {
        quote! {
            #[derive(::core::default::Default)]
        }
    });
    quote! {
        use __sse::serde as __serde;

        #[derive(__serde::Deserialize)]
        #default
        #[serde(crate = "__serde", expecting = #expecting #user_bound #(, #metas)*)]
        struct #ident #generics #bounds { #(#siblings)* #error #event #marker }
    }
}

fn helper_ident(model: &Model<'_>) -> Ident {
    de_helper::ident(model.ident())
}

/// The helper for data that lives for `'__de`.
pub(super) fn helper_type(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let ident = helper_ident(model);
    let mut generics = model.generics().clone();
    if wrapper.is_nested() {
        generics.params.insert(0, GenericParam::Lifetime(parse_quote!('__de)));
    }
    let (_, types, _) = generics.split_for_impl();
    quote!(#ident #types)
}
