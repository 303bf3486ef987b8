//! The companion enum of `kind`: the names without the payloads.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Attribute, Ident};

use super::ImplHeader;
use crate::attr::value::{Kind, is_implemented_by_kind};
use crate::model::{Model, Role, Variant};

/// The enum itself, which the user's code can name, and its impls.
pub(crate) fn kind(model: &Model<'_>) -> Option<(TokenStream, TokenStream)> {
    let kind = model.attrs.kind.value()?;
    // The name of the enum would cause a second error.
    let ident = Some(ident(model, kind)).filter(|ident| ident != model.ident())?;
    Some((definition(model, kind, &ident), impls(model, kind, &ident)))
}

fn ident(model: &Model<'_>, kind: &Kind) -> Ident {
    kind.name.clone().unwrap_or_else(|| format_ident!("{}Kind", model.ident()))
}

fn definition(model: &Model<'_>, kind: &Kind, ident: &Ident) -> TokenStream {
    let vis = &model.input.vis;
    let derive: Vec<_> = kind.derive.iter().filter(|path| !is_implemented_by_kind(path)).collect();
    let attributes = carried_over(&model.input.attrs);
    let default_doc = (!is_documented(&model.input.attrs)).then(|| {
        let doc = format!(" The names of [`{}`].", model.ident().unraw());
        quote!(#[doc = #doc])
    });
    let variants = kinds(model).map(|variant| {
        let (ident, attributes) = (variant.ident, carried_over(variant.attributes));
        let default_doc = (!is_documented(variant.attributes)).then(|| {
            let doc = format!(" `{}`", name(variant));
            quote!(#[doc = #doc])
        });
        quote!(#default_doc #(#attributes)* #ident,)
    });
    let other = has_other(model).then(|| {
        quote! {
            /// Every other event.
            Other,
        }
    });
    let derives = (!derive.is_empty()).then(|| quote!(#[derive(#(#derive),*)]));
    quote! {
        #default_doc
        #(#attributes)*
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::fmt::Debug,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #derives
        // The compiler reports the spelling at the enum.
        #[allow(non_camel_case_types)]
        #vis enum #ident { #(#variants)* #other }
    }
}

/// The variants that have a kind. The stubs include invalid variants, so that uses of their kinds are not further
/// errors.
fn kinds<'m, 'a>(model: &'m Model<'a>) -> impl Iterator<Item = &'m Variant<'a>> {
    model.variants.iter().filter(|variant| !matches!(variant.role, Role::Other(_)))
}

fn name<'m>(variant: &'m Variant<'_>) -> &'m str {
    variant.names.first().map_or("", |name| &name.value)
}

/// Whether the name `Other` is available for unknown events; if not, `check` reports it.
fn has_other(model: &Model<'_>) -> bool {
    model.other().is_some() && kinds(model).all(|variant| variant.ident != "Other")
}

/// The attributes that are copied to the kind.
fn carried_over(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    let kept = ["doc", "deprecated", "non_exhaustive"];
    attributes.iter().filter(move |attribute| kept.iter().any(|kept| attribute.path().is_ident(kept)))
}

fn is_documented(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}

fn impls(model: &Model<'_>, options: &Kind, kind: &Ident) -> TokenStream {
    let ImplHeader { ident, plain, types, bounds, .. } = ImplHeader::new(model);
    let variants: Vec<_> = kinds(model).map(|variant| variant.ident).collect();
    let found = model.named().map(|(variant, ..)| variant.ident);
    let names = kinds(model).map(name);
    let error = match &options.error_type {
        Some(error) => quote!(#error),
        None => quote!(__sse::ParseKindError),
    };
    let paths = kinds(model).map(|variant| model.path(variant));
    let other_name = has_other(model).then(|| quote!(Self::Other => "",));
    let other_kind = model.other().map(|(variant, _)| {
        let path = model.path(variant);
        // In a stub, if the name is not available, any kind works.
        let kind = if has_other(model) { quote!(Self::Other) } else { quote!(Self::ALL[0]) };
        quote!(#path { .. } => #kind,)
    });
    quote! {
        #[automatically_derived]
        impl #kind {
            /// Every kind that has a name, in declaration order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The canonical name on the wire; `""` for `Other`.
            #[must_use]
            pub const fn as_str(self) -> &'static __sse::str {
                match self { #(Self::#variants => #names,)* #other_name }
            }
        }

        #[automatically_derived]
        impl __sse::ParseKind for #kind {
            fn parse(__name: &__sse::str) -> __sse::Result<Self, __sse::ParseKindError> {
                match __variant(__name, "") {
                    #(__sse::Some(__Variant::#found) => __sse::Ok(Self::#found),)*
                    __sse::None => __sse::unknown_kind(__name, &[#(Self::#variants),*], Self::as_str),
                }
            }
        }

        __sse::kind_impls! { #kind, #error }

        #[automatically_derived]
        impl #plain __sse::From<&#ident #types> for #kind #bounds {
            fn from(__event: &#ident #types) -> Self {
                match __event { #(#paths { .. } => Self::#variants,)* #other_kind }
            }
        }
    }
}
