//! The impls of a wrapper, which delegate to its event and add the other fields.

mod bounds;
mod decode;
mod encode;
mod event;
mod schema;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::try_from;
use crate::attr::serde::{self, Direction};
use crate::model::Model;
use crate::model::wrapper::{Holds, Wrapper};

pub(super) use decode::borrows;

pub(super) fn expand(model: &Model<'_>, wrapper: &Wrapper<'_>) -> TokenStream {
    let event = event::event(model, wrapper);
    let decode = model.decodes().then(|| {
        let bounds = bounds::decoding(model, wrapper);
        let decode = decode::decode(model, wrapper, &bounds);
        let try_from = try_from::try_from(model, &bounds);
        quote!(#decode #try_from)
    });
    let encode = model.encodes().then(|| encode::encode(model, wrapper));
    let schema = schema::schema(model, wrapper);
    quote!(#event #decode #encode #schema)
}

/// The key of the event.
fn key(wrapper: &Wrapper<'_>, direction: Direction) -> String {
    wrapper.key(wrapper.event.field, direction).map(|key| key.value).unwrap_or_default()
}

/// The key of the error, and its type.
fn error<'w>(wrapper: &'w Wrapper<'_>) -> Option<(String, &'w Type)> {
    match wrapper.event.holds() {
        Holds::Event(_) => None,
        Holds::EventOrError { error, key, .. } => Some((key.value(), error)),
    }
}

/// An expression for the event, or another one for an error.
fn on_event(wrapper: &Wrapper<'_>, of_event: &TokenStream, of_error: &TokenStream) -> TokenStream {
    let field = &wrapper.event.field.ident;
    if error(wrapper).is_some() {
        quote! {
            match &self.#field {
                __sse::Ok(__event) => #of_event,
                __sse::Err(__error) => #of_error,
            }
        }
    } else {
        quote!({
            let __event = &self.#field;
            #of_event
        })
    }
}

/// The names that a field is read from in addition to its key.
fn aliases(wrapper: &Wrapper<'_>) -> Vec<syn::LitStr> {
    serde::values(&wrapper.event.field.attrs, "alias")
}
