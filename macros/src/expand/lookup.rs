//! The generated lookup from a name to its variant.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use crate::model::{Model, Variant};

/// The variants for events with one name.
#[derive(PartialEq)]
struct Choice<'m> {
    /// The variants that need a key in the data.
    keyed: Vec<(String, &'m Ident)>,
    /// The variant for the remaining events.
    plain: Option<&'m Ident>,
}

/// `__variant` finds the variant for a name and the data.
pub(super) fn lookup(model: &Model<'_>) -> TokenStream {
    let slots = model.named().map(|(variant, ..)| variant.ident);
    let mut prefixes: Vec<(&str, &Ident)> = model
        .named()
        .filter(|(variant, ..)| variant.is_prefix())
        .flat_map(|(variant, names, _)| names.iter().map(|name| (&*name.value, variant.ident)))
        .collect();
    // The longest match wins.
    prefixes.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));

    let mut exact: Vec<(Vec<&str>, Choice<'_>)> = Vec::new();
    for (name, variants) in model.variants_by_name() {
        let choice = choice(name, &variants, &prefixes);
        match exact.last_mut().filter(|(_, last)| *last == choice) {
            Some((names, _)) => names.push(name),
            None => exact.push((vec![name], choice)),
        }
    }
    let exact = exact.iter().map(|(names, choice)| {
        let found = found(choice);
        quote!(#(#names)|* => #found,)
    });
    let (prefixes, slots_of_prefixes): (Vec<_>, Vec<_>) = prefixes.iter().copied().unzip();
    quote! {
        enum __Variant { #(#slots),* }
        fn __variant(
            __name: &__sse::str,
            __data: &__sse::str,
        ) -> __sse::Option<__Variant> {
            match __name {
                #(#exact)*
                #(_ if __name.starts_with(#prefixes) => __sse::Some(__Variant::#slots_of_prefixes),)*
                _ => __sse::None,
            }
        }
    }
}

/// The variants with the name `name`.
fn choice<'m>(name: &str, variants: &[&'m Variant<'_>], prefixes: &[(&str, &'m Ident)]) -> Choice<'m> {
    let keyed = variants.iter().filter_map(|variant| Some((variant.has_key()?, variant.ident))).collect();
    let exact = variants.iter().find(|variant| variant.has_key().is_none()).map(|variant| variant.ident);
    let by_prefix = || prefixes.iter().find(|(prefix, _)| name.starts_with(prefix)).map(|(_, slot)| *slot);
    Choice { keyed, plain: exact.or_else(by_prefix) }
}

/// The lookup expression: `Option<__Variant>`.
fn found(choice: &Choice<'_>) -> TokenStream {
    let plain = match choice.plain {
        Some(slot) => quote!(__sse::Some(__Variant::#slot)),
        None => quote!(__sse::None),
    };
    if choice.keyed.is_empty() {
        return plain;
    }
    let keys: Vec<_> = choice.keyed.iter().map(|(key, _)| key).collect();
    let slots = choice.keyed.iter().map(|(_, slot)| slot);
    quote! {
        match __sse::first_present_key(__data, [#(#keys),*]) {
            #(__sse::Some(#keys) => __sse::Some(__Variant::#slots),)*
            _ => #plain,
        }
    }
}
