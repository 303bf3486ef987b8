//! A struct per struct variant, with serde's derived `Deserialize`: its fields are the keys of the data's object.
//! Also a struct per payload with serde attributes that change how it is read.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Field, Fields, Ident};

use super::{serde_attributes, without_self};
use crate::attr::serde::{CUSTOM_DE_KEYS, has_any, string};
use crate::mention::{mentions_any_lifetime, mentions_parameter, mentions_type_parameter};
use crate::model::{Codec, Model, Variant};

pub(super) fn structs(model: &Model<'_>) -> TokenStream {
    let structs: Vec<_> = model
        .named()
        .filter_map(|(variant, _, codec)| match codec {
            Codec::Fields(fields) => Some(fields_struct(model, variant, fields)),
            _ => None,
        })
        .collect();
    // An item, not `#[serde(crate = "…")]`: a string cannot contain the `$crate` of a `macro_rules!`.
    let serde = (!structs.is_empty()).then(|| {
        quote!(
            use __sse::serde as __serde;
        )
    });
    quote!(#serde #(#structs)*)
}

fn fields_struct(model: &Model<'_>, variant: &Variant<'_>, fields: &Fields) -> TokenStream {
    let (enum_ident, (generics, _, bounds)) = (model.ident(), model.generics().split_for_impl());
    let ident = ident(variant.ident);
    // A missing payload is an error, so it has no default.
    let dropped = if matches!(fields, Fields::Named(_)) { None } else { Some("default") };
    let derived = fields.iter().map(|field| self::field(model, field, dropped));
    let user_bound = bound_of_user(model);
    if let Fields::Unnamed(_) = fields {
        let marker = marker(model, &TokenStream::new());
        return quote! {
            #[derive(__serde::Deserialize)]
            #[serde(crate = "__serde", transparent #user_bound)]
            struct #ident #generics (#(#derived)* #marker) #bounds;
        };
    }
    let marker = marker(model, &quote!(__marker:));
    // The text that serde uses for a struct variant; the name of the helper would confuse users.
    let expecting = format!("struct variant {}::{}", enum_ident.unraw(), variant.ident.unraw());
    let metas = &variant.attrs.serde;
    let default = metas.iter().any(|meta| meta.path().is_ident("default")).then(|| {
        quote! {
            #[derive(::core::default::Default)]
        }
    });
    quote! {
        #[derive(__serde::Deserialize)]
        #default
        #[serde(crate = "__serde", expecting = #expecting #user_bound #(, #metas)*)]
        struct #ident #generics #bounds { #(#derived)* #marker }
    }
}

/// Whether the struct ignores keys that it does not have, and so a tag too.
pub(super) fn ignores_unknown_keys(variant: &Variant<'_>, fields: &Fields) -> bool {
    let denies = variant.attrs.serde.iter().any(|meta| meta.path().is_ident("deny_unknown_fields"));
    matches!(fields, Fields::Named(_))
        && !denies
        && !fields.iter().any(|field| has_any(&field.attrs, &["flatten"]))
}

/// The variant from the struct in `payload`.
pub(super) fn variant(
    model: &Model<'_>,
    path: &TokenStream,
    fields: &Fields,
    payload: &TokenStream,
) -> TokenStream {
    let members: Vec<_> = fields.members().collect();
    let wrapped = fields.iter().map(|field| is_wrapped(model, field).then(|| quote!(.0)));
    quote!({
        let __payload = #payload;
        #path { #(#members: __payload.#members #wrapped),* }
    })
}

/// A field of the struct, without the key `dropped` of serde's attributes.
pub(super) fn field(model: &Model<'_>, field: &Field, dropped: Option<&str>) -> TokenStream {
    let name = field.ident.as_ref().map(|name| quote!(#name:));
    let ty = without_self(model, &field.ty);
    let attrs = serde_attributes(model, field, dropped);
    let bound = bound(model, field);
    let ty = if is_wrapped(model, field) { quote!(__sse::Field<#ty>) } else { ty };
    quote!(#(#attrs)* #bound #name #ty,)
}

/// The user's bounds for decoding also apply to serde's code, which then infers no others.
pub(super) fn bound_of_user(model: &Model<'_>) -> Option<TokenStream> {
    let bounds = model.attrs.bound.value()?.decode.as_ref()?;
    let bounds = quote!(#(#bounds),*).to_string();
    Some(quote!(, bound(deserialize = #bounds)))
}

/// A field that uses every parameter, because the other fields may not use all of them.
pub(super) fn marker(model: &Model<'_>, name: &TokenStream) -> Option<TokenStream> {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    (!model.generics().params.is_empty()).then(|| {
        quote! {
            #[serde(skip)]
            #name __sse::PhantomData<#ident #types>,
        }
    })
}

/// The name of the helper for a variant.
pub(super) fn ident(variant: &Ident) -> Ident {
    format_ident!("__{}Fields", variant.unraw())
}

// A field that serde cannot read should be reported once, on its type and with our message. So serde's code gets the
// field's bound from `#[serde(bound)]`, and a constant asserts that the bound holds. If it does not, the constant is
// an error, the type that contains the constant is an error too, and the compiler reports nothing else about that
// type.

/// A type that is an error if one of the fields cannot be read.
pub(super) fn known<'f>(model: &Model<'_>, fields: impl IntoIterator<Item = &'f Field>) -> TokenStream {
    let fields = fields.into_iter().filter(|field| is_checked(model, field));
    let types = fields.map(|field| without_self(model, &field.ty));
    quote!([(); { 0 #(+ <#types as __sse::FieldPayload<'_>>::KNOWN)* }])
}

/// The bound of a field: the assumed `Deserialize`, or the bound that its wrapper needs.
fn bound(model: &Model<'_>, field: &Field) -> Option<TokenStream> {
    let ty = without_self(model, &field.ty);
    let bound = match (is_checked(model, field), is_wrapped(model, field)) {
        (true, _) => format!("{ty}: __serde::Deserialize<'de>"),
        (_, true) => format!("{ty}: __sse::Payload<'de>"),
        _ => return None,
    };
    Some(quote!(#[serde(bound(deserialize = #bound))]))
}

/// Whether a field is read through a wrapper, because it depends on a type parameter. The enum's bound on the
/// parameter may be `DeserializeOwned`: with a second bound in serde's code, the compiler could not decide between
/// the two.
pub(super) fn is_wrapped(model: &Model<'_>, field: &Field) -> bool {
    let has_own_bounds = model.attrs.bound.value().is_some_and(|bound| bound.decode.is_some());
    let has_default_of_its_type = string(&field.attrs, "default").is_some();
    mentions_type_parameter(&field.ty, model.generics())
        && !mentions_any_lifetime(&field.ty, model.generics())
        && !has_own_bounds
        && !has_default_of_its_type
        && !has_any(&field.attrs, &CUSTOM_DE_KEYS)
        && !has_any(&field.attrs, &["borrow"])
        && !field.ty.to_token_stream().to_string().contains('$')
}

/// Excludes fields that serde reads in another way, whose bound depends on a parameter, or whose bound cannot be
/// written as text.
fn is_checked(model: &Model<'_>, field: &Field) -> bool {
    // `borrow` lists lifetimes that the bound would have to contain.
    !has_any(&field.attrs, &CUSTOM_DE_KEYS)
        && !has_any(&field.attrs, &["borrow"])
        && !mentions_parameter(&without_self(model, &field.ty), model.generics())
        && !field.ty.to_token_stream().to_string().contains('$')
}
