//! The derive macro of [`sse-event`](https://docs.rs/sse-event). Use it through that crate.
//!
//! Data flows one way: `attr` (the attributes as written) → `model` (their meaning) → `check` (validation) → `expand`
//! (tokens, which cannot fail). All of them build on `context` (the sink for errors), `event_name`, `case` and
//! `json`. A module imports only from modules before it. If there are errors, `fallback` adds stub impls, so that the
//! compiler reports no further errors where the enum is used.
#![forbid(unsafe_code)]
// Neither a server's input nor a user's code may cause a panic.
#![warn(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod attr;
mod case;
mod check;
mod context;
mod event_name;
mod expand;
mod fallback;
mod json;
mod mention;
mod model;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use context::Context;
use model::Model;

/// Implements `SseEvent`, `DecodeEvent` and `TryFrom` for an enum of server-sent events. See the crate `sse-event`.
#[proc_macro_derive(SseEvent, attributes(event, sse, serde, schemars))]
pub fn derive_sse_event(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into()).into()
}

fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let context = Context::default();
    let model = Model::new(&context, &input);
    check::check(&context, &model);
    match context.finish() {
        Ok(()) => expand::expand(&model),
        Err(errors) => {
            let stubs = fallback::stubs(&model);
            quote!(#errors #stubs)
        }
    }
}
