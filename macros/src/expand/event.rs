//! `impl SseEvent`: the names.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Field;

use super::{ImplHeader, option, other_name_source};
use crate::model::{Model, Other, Variant};

pub(super) fn event(model: &Model<'_>) -> TokenStream {
    let krate = &model.krate;
    let ImplHeader { ident, plain, types, bounds, .. } = ImplHeader::new(model);
    let table = table(model);
    let variants_by_name = model.variants_by_name();
    let names = variants_by_name.iter().map(|(name, _)| name);
    let end = model.attrs.end.value().map(|end| {
        quote! {
            const END: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(#end);
        }
    });
    let declares_end = has(model, |variant| variant.attrs.terminal.is_set()).then(|| {
        quote! {
            const HAS_END: ::core::primitive::bool = true;
        }
    });
    let arms: Vec<_> = model
        .named()
        .map(|(variant, names, _)| {
            let (path, name) = (model.path(variant), &names[0].value);
            quote!(#path { .. } => ::core::option::Option::Some(#name),)
        })
        .collect();
    let other = model.other().map(|(variant, _)| {
        let path = model.path(variant);
        quote!(#path { .. } => ::core::option::Option::None,)
    });
    let event_type = match other_event_type(model) {
        None => quote!(""),
        Some(arm) => quote!(match self { #arm, _ => "" }),
    };
    let is_terminal = flag(model, "is_terminal", |variant| variant.attrs.terminal.is_set());
    let is_error = flag(model, "is_error", |variant| variant.attrs.error.is_set());
    quote! {
        #(#[doc = #table])*
        #[automatically_derived]
        impl #plain #krate::SseEvent for #ident #types #bounds {
            const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[#(#names),*];
            #end
            #declares_end
            #[inline]
            fn event_type(&self) -> &::core::primitive::str {
                match #krate::SseEvent::static_event_type(self) {
                    ::core::option::Option::Some(__name) => __name,
                    ::core::option::Option::None => #event_type,
                }
            }
            #[inline]
            fn static_event_type(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
                match self { #(#arms)* #other }
            }
            #is_terminal
            #is_error
        }
    }
}

fn has(model: &Model<'_>, is: impl Fn(&Variant<'_>) -> bool) -> bool {
    model.variants.iter().any(is)
}

/// A method that is true for some variants; the trait's default where there are none.
fn flag(model: &Model<'_>, method: &str, is: impl Fn(&Variant<'_>) -> bool) -> Option<TokenStream> {
    let variants: Vec<_> =
        model.variants.iter().filter(|variant| is(variant)).map(|variant| model.path(variant)).collect();
    let method = quote::format_ident!("{method}");
    (!variants.is_empty()).then(|| {
        quote! {
            #[inline]
            fn #method(&self) -> ::core::primitive::bool {
                ::core::matches!(self, #(#variants { .. })|*)
            }
        }
    })
}

/// The arm that reads the name an `other` value came with, where it keeps one.
fn other_event_type(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.krate;
    let private = quote!(#krate::__private);
    let (variant, other) = model.other()?;
    let tag = option(model.attrs.tag.value());
    let path = model.path(variant);
    match other {
        Other::Unit => None,
        Other::Whole(ty) => Some(quote! {
            #path(__event) => {
                #private::kept_event_type(<#ty as #private::OtherPayload<'_>>::kept(__event), #tag)
            }
        }),
        Other::Fields(fields) => {
            let is_name = |field: &&Field| field.ident.as_ref().is_some_and(|name| name == "event");
            let ty = &fields.named.iter().find(is_name)?.ty;
            let source = other_name_source(model);
            Some(quote! {
                #path { event: __name, .. } => <#ty as #krate::OtherName<#source>>::name(__name)
            })
        }
    }
}

/// The names as a table for rustdoc.
fn table(model: &Model<'_>) -> Vec<String> {
    let mut lines = vec![" | event | variant | |".to_owned(), " |---|---|---|".to_owned()];
    for variant in &model.variants {
        let attrs = &variant.attrs;
        let names = variant
            .names
            .iter()
            .map(|name| {
                format!("`{}{}`", name.value.replace('|', "\\|"), if variant.is_prefix() { "…" } else { "" })
            })
            .collect::<Vec<_>>()
            .join(", ");
        let names = match variant.has_key() {
            _ if names.is_empty() => "every other event".to_owned(),
            Some(key) => format!("{names} with the key `{}`", key.replace('|', "\\|")),
            None => names,
        };
        let flags = [("terminal", &attrs.terminal), ("error", &attrs.error)];
        let flags = flags.iter().filter(|(_, flag)| flag.is_set()).map(|(name, _)| *name);
        let notes = flags.chain(attrs.codecs().map(|key| key.key)).collect::<Vec<_>>();
        lines.push(format!(" | {names} | `{}` | {} |", variant.ident, notes.join(", ")));
    }
    lines
}
