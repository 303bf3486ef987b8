//! The name of an event, with the tokens it comes from.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Ident, LitStr};

/// A name that a variant or a field has: explicit, or derived from an identifier.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) value: String,
    /// What an error about the name underlines.
    pub(crate) tokens: TokenStream,
}

impl Name {
    pub(crate) fn explicit(literal: &LitStr) -> Self {
        Self { value: literal.value(), tokens: literal.to_token_stream() }
    }

    pub(crate) fn derived(value: String, ident: &Ident) -> Self {
        Self { value, tokens: ident.to_token_stream() }
    }
}
