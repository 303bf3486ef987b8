//! Finds the enum's parameters in a type.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics, Ident, LifetimeParam, Type, TypeParam};

/// A name among tokens.
#[derive(Clone, Copy)]
enum Mention<'a> {
    Ident(&'a Ident),
    /// Without its apostrophe.
    Lifetime(&'a Ident),
}

/// Whether a type mentions one of the type parameters: only then its codec needs a bound.
pub(crate) fn mentions_type_parameter(ty: &Type, generics: &Generics) -> bool {
    generics.type_params().any(|param| mentions_type(ty, param))
}

/// Whether a type mentions this type parameter.
pub(crate) fn mentions_type(ty: &Type, param: &TypeParam) -> bool {
    mentions(ty.to_token_stream(), &|mention| match mention {
        Mention::Ident(ident) => param.ident == *ident,
        Mention::Lifetime(_) => false,
    })
}

/// Whether tokens mention any parameter.
pub(crate) fn mentions_parameter(tokens: &impl ToTokens, generics: &Generics) -> bool {
    mentions(tokens.to_token_stream(), &|mention| {
        generics.params.iter().any(|param| match (param, mention) {
            (GenericParam::Lifetime(param), Mention::Lifetime(ident)) => param.lifetime.ident == *ident,
            (GenericParam::Type(param), Mention::Ident(ident)) => param.ident == *ident,
            (GenericParam::Const(param), Mention::Ident(ident)) => param.ident == *ident,
            _ => false,
        })
    })
}

/// Whether a type mentions one of the lifetimes.
pub(crate) fn mentions_any_lifetime(ty: &Type, generics: &Generics) -> bool {
    generics.lifetimes().any(|param| mentions_lifetime(ty, param))
}

/// Whether a type mentions this lifetime.
pub(crate) fn mentions_lifetime(ty: &Type, param: &LifetimeParam) -> bool {
    mentions(ty.to_token_stream(), &|mention| match mention {
        Mention::Lifetime(ident) => param.lifetime.ident == *ident,
        Mention::Ident(_) => false,
    })
}

fn mentions(tokens: TokenStream, is_meant: &impl Fn(Mention<'_>) -> bool) -> bool {
    let mut after_apostrophe = false;
    tokens.into_iter().any(|token| {
        let is_lifetime = std::mem::replace(&mut after_apostrophe, is_apostrophe(&token));
        match token {
            TokenTree::Ident(ident) if is_lifetime => is_meant(Mention::Lifetime(&ident)),
            TokenTree::Ident(ident) => is_meant(Mention::Ident(&ident)),
            TokenTree::Group(group) => mentions(group.stream(), is_meant),
            _ => false,
        }
    })
}

/// Whether the next token is the name of a lifetime.
pub(crate) fn is_apostrophe(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'')
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn lifetime_and_type_of_one_name_differ() {
        let generics: Generics = parse_quote!(<'T, T, const N: usize>);
        let [lifetime, both]: [Type; 2] = [parse_quote!(Cow<'T, str>), parse_quote!((&'T str, [T; N]))];
        assert!(
            mentions_any_lifetime(&lifetime, &generics) && !mentions_type_parameter(&lifetime, &generics)
        );
        assert!(mentions_any_lifetime(&both, &generics) && mentions_type_parameter(&both, &generics));
        let owned: Type = parse_quote!(Vec<T>);
        assert!(!mentions_any_lifetime(&owned, &generics) && mentions_type_parameter(&owned, &generics));
    }

    #[test]
    fn every_parameter_is_found_in_groups() {
        let generics: Generics = parse_quote!(<'a, T, const N: usize>);
        for ty in ["Vec<(u8, &'a str)>", "[(T,); 2]", "[u8; { N + 1 }]"] {
            let ty: Type = syn::parse_str(ty).expect("a type");
            assert!(mentions_parameter(&ty, &generics));
        }
        let other: Type = parse_quote!(a::N2<'b, A>);
        assert!(!mentions_parameter(&other, &generics));
    }
}
