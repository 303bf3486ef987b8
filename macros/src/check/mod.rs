//! Checks whether the enum is valid: one small function per rule.

mod conflicts;
mod data;
mod kind;
mod names;
mod options;
mod payloads;
mod serde;
mod variants;
mod wrapper;

use quote::{ToTokens as _, quote};
use syn::{Data, DataUnion, GenericParam};

use crate::context::Context;
use crate::model::Model;

/// Reports every error in the model.
pub(crate) fn check(context: &Context, model: &Model<'_>) {
    reject_union(context, model);
    has_variants(context, model);
    reject_reserved_parameters(context, model);
    conflicts::check(context, model);
    variants::check(context, model);
    payloads::check(context, model);
    serde::check(context, model);
    data::check(context, model);
    names::check(context, model);
    options::check(context, model);
    kind::check(context, model);
    wrapper::check(context, model);
}

fn reject_union(context: &Context, model: &Model<'_>) {
    let ident = model.ident();
    if let Data::Union(DataUnion { union_token, .. }) = &model.input.data {
        context.error(
            quote!(#union_token #ident),
            "`SseEvent` can be derived for enums and structs, not for unions",
            format_args!("write `enum {ident} {{ #[event(\"name\")] Variant(Payload), … }}`"),
        );
    }
}

/// The derive adds parameters with this prefix.
fn reject_reserved_parameters(context: &Context, model: &Model<'_>) {
    for param in &model.generics().params {
        let (tokens, ident) = match param {
            GenericParam::Lifetime(param) => (param.lifetime.to_token_stream(), &param.lifetime.ident),
            GenericParam::Type(param) => (param.ident.to_token_stream(), &param.ident),
            GenericParam::Const(param) => (param.ident.to_token_stream(), &param.ident),
        };
        if ident.to_string().starts_with("__") {
            context.error(
                tokens,
                "names that begin with `__` are reserved for generated code",
                "give the parameter another name",
            );
        }
    }
}

fn has_variants(context: &Context, model: &Model<'_>) {
    if matches!(&model.input.data, Data::Enum(data) if data.variants.is_empty()) {
        context.error(
            model.ident(),
            "an enum of events needs at least one variant",
            "add `#[event(\"name\")] Variant(Payload)`",
        );
    }
}
