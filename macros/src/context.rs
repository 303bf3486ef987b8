//! The sink for errors.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

/// Collects all errors of an expansion, so that one compilation shows all of them.
#[derive(Default)]
pub(crate) struct Context {
    errors: RefCell<Vec<Error>>,
}

impl Context {
    /// Reports an error that underlines all of `tokens`, with a second line that says what to do.
    pub(crate) fn error(&self, tokens: impl ToTokens, message: impl Display, help: impl Display) {
        let error = Error::new_spanned(tokens, format_args!("{message}\nhelp: {help}"));
        self.errors.borrow_mut().push(error);
    }

    /// Reports a parser's error.
    pub(crate) fn parse_error(&self, error: &Error, help: impl Display) {
        let error = Error::new(error.span(), format_args!("{error}\nhelp: {help}"));
        self.errors.borrow_mut().push(error);
    }

    /// The errors as tokens, if there are any.
    pub(crate) fn finish(self) -> Result<(), TokenStream> {
        let errors = self.errors.into_inner();
        if errors.is_empty() { Ok(()) } else { Err(errors.iter().map(Error::to_compile_error).collect()) }
    }
}
