//! The name of an event, with its tokens.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Ident, LitStr};

/// The name of a variant or a field: explicit, or derived from an identifier.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) value: String,
    /// The tokens that an error about the name underlines.
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
