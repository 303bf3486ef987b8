//! `impl SseEvent`: the names.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Field, Fields};

use super::{ImplHeader, option, other_name_source, span};
use crate::attr::value::Condition;
use crate::attr::{Attr, readable};
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
    let has_end =
        model.variants.iter().flat_map(|variant| variant.attrs.ends()).any(Attr::is_set).then(|| {
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
    let nameless =
        model.other().map(|(variant, _)| variant).into_iter().chain(model.skipped()).map(|variant| {
            let path = model.path(variant);
            quote!(#path { .. } => __sse::None,)
        });
    let event_type = match other_event_type(model) {
        None => quote!(__sse::static_name(self)),
        Some(arm) => quote!(match self { #arm, _ => __sse::static_name(self) }),
    };
    let is_terminal = test(model, |variant| variant.attrs.terminal.value()).map(|is_terminal| {
        quote! {
            #[inline]
            fn is_terminal(&self) -> __sse::bool {
                #is_terminal
            }
        }
    });
    let is_complete = test(model, |variant| variant.attrs.complete.value()).map(|is_complete| {
        let or_terminal = is_terminal.is_some().then(|| quote!(__sse::SseEvent::is_terminal(self) ||));
        quote! {
            #[inline]
            fn is_complete(&self) -> __sse::bool {
                #or_terminal #is_complete
            }
        }
    });
    let is_error = test(model, |variant| variant.attrs.error.value().map(|()| &Condition::Always));
    let is_error = is_error.map(|is_error| {
        quote! {
            #[inline]
            fn is_error(&self) -> __sse::bool {
                #is_error
            }
        }
    });
    quote! {
        #(#[doc = #table])*
        #[automatically_derived]
        impl #plain __sse::SseEvent for #ident #types #bounds {
            const EVENT_TYPES: __sse::Names = &[#(#names),*];
            #end
            #has_end
            #[inline]
            fn event_type(&self) -> &__sse::str {
                #event_type
            }
            #[inline]
            fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
                match self { #(#arms)* #(#nameless)* }
            }
            #is_terminal
            #is_complete
            #is_error
        }
    }
}

/// An expression that is true for some variants or some of their payloads; `None` if it is never true.
fn test<'m>(
    model: &'m Model<'_>,
    condition: impl Fn(&'m Variant<'_>) -> Option<&'m Condition>,
) -> Option<TokenStream> {
    let (mut always, mut arms) = (Vec::new(), Vec::new());
    for variant in &model.variants {
        let path = model.path(variant);
        match condition(variant) {
            None => {}
            Some(Condition::Always) => always.push(quote!(#path { .. })),
            Some(Condition::If(function)) => {
                // An error about the call underlines the function. The names in it are generated.
                let span = Span::call_site().located_at(span(function));
                let (pattern, payload) = match variant.fields {
                    Fields::Unnamed(_) if !model.is_struct() => {
                        (quote!((__payload)), quote_spanned!(span=> __payload))
                    }
                    // The fields alone do not have a type that the function could take.
                    _ => (quote!({ .. }), quote_spanned!(span=> self)),
                };
                let is_true = quote_spanned!(span=> #function(#payload));
                arms.push(quote!(#path #pattern if #is_true => true,));
            }
        }
    }
    let always = (!always.is_empty()).then(|| quote!(#(#always)|*));
    match (always, arms.is_empty()) {
        (None, true) => None,
        (Some(always), true) => Some(quote!(::core::matches!(self, #always))),
        (always, false) => {
            let always = always.map(|always| quote!(#always => true,));
            Some(quote!(match self { #always #(#arms)* _ => false }))
        }
    }
}

/// The match arm that returns the received name of an `other` value, if the value keeps it.
fn other_event_type(model: &Model<'_>) -> Option<TokenStream> {
    let (variant, other) = model.other()?;
    let tag = option(model.attrs.tag.value());
    let path = model.path(variant);
    match other {
        Other::Unit | Other::Json(_) => None,
        Other::Whole(ty) => {
            let name = if model.reads_line() { quote!(kept_event_type) } else { quote!(kept_tag_name) };
            Some(quote!(#path(__event) => <#ty as __sse::OtherPayload>::#name(__event, #tag)))
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
    for variant in model.variants.iter().filter(|variant| !variant.attrs.is_skipped) {
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
        let ends = attrs.ends().into_iter().filter_map(|end| Some((end.written()?.key, end.value()?)));
        let ends = ends.map(|(key, condition)| match condition {
            Condition::Always => key.to_owned(),
            Condition::If(function) => format!("{key} if `{}`", readable(function)),
        });
        let others = attrs.error.written().into_iter().chain(attrs.codecs());
        let notes = ends.chain(others.map(|key| key.key.to_owned())).collect::<Vec<_>>();
        lines.push(format!(" | {names} | `{}` | {} |", variant.ident, notes.join(", ")));
    }
    lines
}
