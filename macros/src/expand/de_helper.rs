//! A struct for each struct variant, for serde to derive `Deserialize`: its fields are the keys of the data's
//! object. And one for each payload that serde's attributes say how to read.

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
    // An item, not `#[serde(crate = "…")]`: text could not hold the `$crate` of a `macro_rules!`.
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
    // A payload has no default: it is there, or the event is malformed.
    let dropped = if matches!(fields, Fields::Named(_)) { None } else { Some("default") };
    let derived = fields.iter().map(|field| self::field(model, field, dropped));
    let said = bound_of_user(model);
    if let Fields::Unnamed(_) = fields {
        let marker = marker(model, &TokenStream::new());
        return quote! {
            #[derive(__serde::Deserialize)]
            #[serde(crate = "__serde", transparent #said)]
            struct #ident #generics (#(#derived)* #marker) #bounds;
        };
    }
    let marker = marker(model, &quote!(__marker:));
    // As serde calls a struct variant in its messages; the helper's own name says nothing to anybody.
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
        #[serde(crate = "__serde", expecting = #expecting #said #(, #metas)*)]
        struct #ident #generics #bounds { #(#derived)* #marker }
    }
}

/// The variant out of the struct that `payload` is.
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

/// The user's bounds for decoding are serde's too: it infers no other then.
pub(super) fn bound_of_user(model: &Model<'_>) -> Option<TokenStream> {
    let bounds = model.attrs.bound.value()?.decode.as_ref()?;
    let bounds = quote!(#(#bounds),*).to_string();
    Some(quote!(, bound(deserialize = #bounds)))
}

/// A field that uses every parameter, whichever of them the others mention.
pub(super) fn marker(model: &Model<'_>, name: &TokenStream) -> Option<TokenStream> {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    (!model.generics().params.is_empty()).then(|| {
        quote! {
            #[serde(skip)]
            #name __sse::PhantomData<#ident #types>,
        }
    })
}

/// Its name, for a variant of this name.
pub(super) fn ident(variant: &Ident) -> Ident {
    format_ident!("__{}Fields", variant.unraw())
}

// A field that serde cannot read is told once, on its type and in our words: serde's own code is told to take
// the field's bound for granted, and what stands in for the bound is a constant. Where the bound does not hold,
// that constant is an error, the type that names it is one too, and of such a type nothing more is reported.

/// A type that is an error if one of the fields cannot be read.
pub(super) fn known<'f>(model: &Model<'_>, fields: impl IntoIterator<Item = &'f Field>) -> TokenStream {
    let fields = fields.into_iter().filter(|field| is_checked(model, field));
    let types = fields.map(|field| without_self(model, &field.ty));
    quote!([(); { 0 #(+ <#types as __sse::FieldPayload<'_>>::KNOWN)* }])
}

/// The bound of a field: for granted, or what its wrapper asks for.
fn bound(model: &Model<'_>, field: &Field) -> Option<TokenStream> {
    let ty = without_self(model, &field.ty);
    let bound = match (is_checked(model, field), is_wrapped(model, field)) {
        (true, _) => format!("{ty}: __serde::Deserialize<'de>"),
        (_, true) => format!("{ty}: __sse::Payload<'de>"),
        _ => return None,
    };
    Some(quote!(#[serde(bound(deserialize = #bound))]))
}

/// Whether a field is read through a wrapper, because it depends on a type parameter. What the enum asks of the
/// parameter may be `DeserializeOwned`: beside the bound of serde's code, the compiler would not know which of the two
/// to take.
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

/// Not where serde reads it in another way, nor where the bound depends on a parameter, nor where it cannot be
/// written as text.
fn is_checked(model: &Model<'_>, field: &Field) -> bool {
    // `borrow` says lifetimes, which the bound is about.
    !has_any(&field.attrs, &CUSTOM_DE_KEYS)
        && !has_any(&field.attrs, &["borrow"])
        && !mentions_parameter(&without_self(model, &field.ty), model.generics())
        && !field.ty.to_token_stream().to_string().contains('$')
}
