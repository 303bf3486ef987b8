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

/// Implements `SseEvent`, `DecodeEvent` and `TryFrom<RawEvent>` for an enum of server-sent events.
///
/// Each variant is an event. A newtype variant reads the data as JSON, a struct variant reads the keys of its object, and a
/// unit variant does not look at the data. A struct is a single event.
///
/// ```text
/// #[derive(Debug, SseEvent)]
/// #[sse(tag = "type", end = "[DONE]")]    // The name may be in the data; this data ends the stream.
/// enum Event {
///     #[event("delta", alias = "text")]   // Two names of one event: {"text": "Hi"}
///     Delta { text: String },
///     #[event("usage")]                   // A payload that implements `Deserialize`.
///     Usage(Usage),
///     #[event("error", error)]            // The server's error report.
///     Error { message: String },
///     #[event("done", terminal)]          // The stream ends after it.
///     Done,
///     #[event(other)]                     // Every event that no other variant takes.
///     Unknown(RawEventBuf),
/// }
///
/// let mut events = response.bytes_stream().sse_events::<Event>();
/// ```
///
/// `#[sse(encode)]` implements `EncodeEvent` as well. Further keys: `prefix`, `has_key`, `raw`, `parse`, `with`, `complete`
/// and `line` on a variant; `content`, `rename_all`, `ignore`, `deserialize`, `serialize`, `kind`, `error_type`, `schema` and
/// `bound` on the enum; `nested` and `flatten` on the field of a wrapper. The
/// [reference](https://docs.rs/sse-event/latest/sse_event/attributes/) has each of them with an example that runs.
// The example is text: this crate cannot depend on the traits that it implements. The same enum runs in the reference.
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
