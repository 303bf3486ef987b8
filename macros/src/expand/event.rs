//! `impl SseEvent`: the names.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Field;

use super::{ImplHeader, option, other_name_source};
use crate::model::{Model, Other, Variant};

pub(super) fn event(model: &Model<'_>) -> TokenStream {
    let ImplHeader { ident, plain, types, bounds, .. } = ImplHeader::new(model);
    let table = table(model);
    let variants_by_name = model.variants_by_name();
    let names = variants_by_name.iter().map(|(name, _)| name);
    let end = model.attrs.end.value().map(|end| {
        quote! {
            const END: __sse::Option<&'static __sse::str> = __sse::Some(#end);
        }
    });
    let declares_end = has(model, |variant| variant.attrs.terminal.is_set()).then(|| {
        quote! {
            const HAS_END: __sse::bool = true;
        }
    });
    let arms: Vec<_> = model
        .named()
        .map(|(variant, names, _)| {
            let (path, name) = (model.path(variant), &names[0].value);
            quote!(#path { .. } => __sse::Some(#name),)
        })
        .collect();
    let other = model.other().map(|(variant, _)| {
        let path = model.path(variant);
        quote!(#path { .. } => __sse::None,)
    });
    let event_type = match other_event_type(model) {
        None => quote!(__sse::static_name(self)),
        Some(arm) => quote!(match self { #arm, _ => __sse::static_name(self) }),
    };
    let is_terminal = flag(model, "is_terminal", |variant| variant.attrs.terminal.is_set());
    let is_error = flag(model, "is_error", |variant| variant.attrs.error.is_set());
    quote! {
        #(#[doc = #table])*
        #[automatically_derived]
        impl #plain __sse::SseEvent for #ident #types #bounds {
            const EVENT_TYPES: __sse::Names = &[#(#names),*];
            #end
            #declares_end
            #[inline]
            fn event_type(&self) -> &__sse::str {
                #event_type
            }
            #[inline]
            fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
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
            fn #method(&self) -> __sse::bool {
                ::core::matches!(self, #(#variants { .. })|*)
            }
        }
    })
}

/// The arm that reads the name an `other` value came with, where it keeps one.
fn other_event_type(model: &Model<'_>) -> Option<TokenStream> {
    let (variant, other) = model.other()?;
    let tag = option(model.attrs.tag.value());
    let path = model.path(variant);
    match other {
        Other::Unit | Other::Json(_) => None,
        Other::Whole(ty) => {
            let without_line = (!model.reads_line()).then(|| quote!(.map(__sse::without_line)));
            Some(quote! {
                #path(__event) => {
                    __sse::kept_event_type(<#ty as __sse::OtherPayload>::kept(__event) #without_line, #tag)
                }
            })
        }
        Other::Fields(fields) => {
            let is_name = |field: &&Field| field.ident.as_ref().is_some_and(|name| name == "event");
            let ty = &fields.named.iter().find(is_name)?.ty;
            let source = other_name_source(model);
            Some(quote! {
                #path { event: __name, .. } => <#ty as __sse::OtherName<#source>>::name(__name)
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
