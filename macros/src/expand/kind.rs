//! The companion enum of `kind`: the names without the payloads.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Attribute, Ident, Path};

use super::Impl;
use crate::attr::Kind;
use crate::model::Model;

/// What every companion implements.
const TRAITS: [&str; 13] = [
    "AsRef",
    "Clone",
    "Copy",
    "Debug",
    "Deserialize",
    "Display",
    "Eq",
    "FromStr",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Serialize",
];

pub(crate) fn is_implemented_by_kind(name: &Path) -> bool {
    name.segments.last().is_some_and(|last| TRAITS.iter().any(|known| last.ident == known))
}

/// The enum itself, for the user's code to name, and what it implements, which nobody names.
pub(crate) fn kind(model: &Model<'_>) -> Option<(TokenStream, TokenStream)> {
    let kind = model.attrs.kind.as_ref()?;
    // Beside the error that it has the enum's own name it would be another one.
    let ident = Some(ident(model, kind)).filter(|ident| ident != model.ident())?;
    Some((definition(model, kind, &ident), impls(model, &ident)))
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
    let variants = model.named().map(|(variant, names, _)| {
        let (ident, attributes) = (variant.ident, carried_over(variant.attributes));
        let default_doc = (!is_documented(variant.attributes)).then(|| {
            let doc = format!(" `{}`", names[0].value);
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
        // The spelling is the enum's: whoever is told of it is told there.
        #[allow(non_camel_case_types)]
        #vis enum #ident { #(#variants)* #other }
    }
}

/// Whether the name is left for the kind of unknown events; `check` has told where it is not.
fn has_other(model: &Model<'_>) -> bool {
    model.other().is_some() && model.named().all(|(variant, ..)| variant.ident != "Other")
}

/// What is as true of a name as of the event: its docs, and what it says of its future.
fn carried_over(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    let kept = ["doc", "deprecated", "non_exhaustive"];
    attributes.iter().filter(move |attribute| kept.iter().any(|kept| attribute.path().is_ident(kept)))
}

fn is_documented(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}

fn impls(model: &Model<'_>, kind: &Ident) -> TokenStream {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let Impl { ident, plain, types, bounds, .. } = Impl::new(model);
    let variants: Vec<_> = model.named().map(|(variant, ..)| variant.ident).collect();
    let names = model.named().map(|(_, names, _)| &names[0].value);
    let paths = model.named().map(|(variant, ..)| model.path(variant));
    let other_name = has_other(model).then(|| quote!(Self::Other => "",));
    let other_kind = model.other().map(|(variant, _)| {
        let path = model.path(variant);
        // Where `check` has told that the name is taken, any kind will do.
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
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                match self { #(Self::#variants => #names,)* #other_name }
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #kind {
            type Err = #krate::ParseKindError;
            fn from_str(__name: &::core::primitive::str) -> ::core::result::Result<Self, #krate::ParseKindError> {
                match __variant(__name) {
                    #(::core::option::Option::Some(__Variant::#variants) => {
                        ::core::result::Result::Ok(Self::#variants)
                    })*
                    ::core::option::Option::None => {
                        ::core::result::Result::Err(#private::unknown_kind(__name, &[#(Self::#variants),*], Self::as_str))
                    }
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #kind {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.pad(Self::as_str(*self))
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for #kind {
            fn as_ref(&self) -> &::core::primitive::str {
                Self::as_str(*self)
            }
        }

        #[automatically_derived]
        impl #private::serde::Serialize for #kind {
            fn serialize<__S: #private::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #private::serialize_kind(Self::as_str(*self), __serializer)
            }
        }

        #[automatically_derived]
        impl<'__de> #private::serde::Deserialize<'__de> for #kind {
            fn deserialize<__D: #private::serde::Deserializer<'__de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                #private::deserialize_kind(__deserializer)
            }
        }

        #[automatically_derived]
        impl #plain ::core::convert::From<&#ident #types> for #kind #bounds {
            fn from(__event: &#ident #types) -> Self {
                match __event { #(#paths { .. } => Self::#variants,)* #other_kind }
            }
        }
    }
}
