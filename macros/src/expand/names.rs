//! The names as code: from a name to the variant that answers to it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use crate::model::Model;

/// `__variant` finds the variant of a name.
pub(super) fn names(model: &Model<'_>) -> TokenStream {
    let slots = model.named().map(|(variant, ..)| variant.ident);
    let exact = model.named().filter(|(variant, ..)| !variant.is_prefix()).map(|(variant, names, _)| {
        let (slot, names) = (variant.ident, names.iter().map(|name| &name.value));
        quote!(#(#names)|* => ::core::option::Option::Some(__Variant::#slot),)
    });
    let mut prefixes: Vec<(&String, &Ident)> = model
        .named()
        .filter(|(variant, ..)| variant.is_prefix())
        .flat_map(|(variant, names, _)| names.iter().map(|name| (&name.value, variant.ident)))
        .collect();
    // The longest match wins.
    prefixes.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
    let (prefixes, slots_of_prefixes): (Vec<_>, Vec<_>) = prefixes.into_iter().unzip();
    quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        enum __Variant { #(#slots),* }
        fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
            match __name {
                #(#exact)*
                #(_ if __name.starts_with(#prefixes) => ::core::option::Option::Some(__Variant::#slots_of_prefixes),)*
                _ => ::core::option::Option::None,
            }
        }
    }
}
