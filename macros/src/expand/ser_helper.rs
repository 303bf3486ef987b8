//! A copy of the enum with serde's derived `Serialize`, for variants whose payload is their fields, and for payloads
//! with serde attributes that change how they are written.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Fields, WherePredicate};

use super::{ImplHeader, bounds, serde_attributes, without_self};
use crate::attr::serde::has_any;
use crate::model::{Codec, Model, Role, Variant};

/// `AsFields` serializes an event as the fields of its variant; `None` if no variant needs it.
///
/// With serde's `remote`, its code matches on the user's enum: functions that attributes name are called with the
/// fields themselves, as in a `Serialize` that the user derives.
pub(super) fn fields(model: &Model<'_>) -> Option<TokenStream> {
    if !model.variants.iter().any(is_serialized) {
        return None;
    }
    let variants = model.variants.iter().map(|variant| remote_variant(model, variant));
    Some(remote(model, &bounds::encoding(model), &quote!(enum), &[quote!(untagged)], &quote!(#(#variants,)*)))
}

/// A copy of the type with this body and serde's attributes for it, and the impl of `SerializeFields` through it.
pub(super) fn remote(
    model: &Model<'_>,
    bounds: &[WherePredicate],
    keyword: &TokenStream,
    attributes: &[TokenStream],
    body: &TokenStream,
) -> TokenStream {
    let header = ImplHeader::new(model);
    let bounds = header.bounds_and(bounds);
    let ImplHeader { ident, plain, types, .. } = header;
    let remote = ident.to_string();
    quote! {
        use __sse::serde as __serde_out;

        // The bounds are on the type, so serde must not infer any.
        #[derive(__serde_out::Serialize)]
        #[serde(crate = "__serde_out", remote = #remote #(, #attributes)*, bound(serialize = ""))]
        #[allow(dead_code)]
        #keyword __Remote #plain #bounds { #body }

        impl #plain __sse::SerializeFields for #ident #types #bounds {
            fn serialize<__S: __sse::Serializer>(&self, __to: __S) -> __sse::Serialized<__S> {
                <__Remote #types>::serialize(self, __to)
            }
        }
    }
}

/// Whether the payload is serialized as fields with serde's attributes. A newtype whose field has only attributes for
/// reading is a plain payload.
pub(super) fn is_serialized(variant: &Variant<'_>) -> bool {
    let Role::Named(Codec::Fields(fields)) = variant.role else { return false };
    let is_written = |field: &Field| has_any(&field.attrs, &["serialize_with", "with"]);
    variant.encode_with().is_none() && (matches!(fields, Fields::Named(_)) || fields.iter().any(is_written))
}

/// A variant that is written in another way only needs its shape.
fn remote_variant(model: &Model<'_>, variant: &Variant<'_>) -> TokenStream {
    let ident = variant.ident;
    let is_serialized = is_serialized(variant);
    let field = |field: &Field| {
        let attributes = if is_serialized { serde_attributes(model, field, None) } else { Vec::new() };
        let name = field.ident.as_ref().map(|name| quote!(#name:));
        let ty = without_self(model, &field.ty);
        quote!(#(#attributes)* #name #ty)
    };
    let fields = variant.fields.iter().map(field);
    let fields = match variant.fields {
        Fields::Named(_) => quote!({ #(#fields),* }),
        Fields::Unnamed(_) => quote!((#(#fields),*)),
        Fields::Unit => TokenStream::new(),
    };
    if !is_serialized {
        return quote!(#[serde(skip)] #ident #fields);
    }
    // The other forwarded attributes only concern decoding.
    let cases = variant.attrs.serde.iter().filter(|meta| meta.path().is_ident("rename_all"));
    quote!(#(#[serde(#cases)])* #ident #fields)
}
