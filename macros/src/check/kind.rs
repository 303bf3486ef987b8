//! Rules about the companion enum.

use crate::attr::readable;
use crate::attr::value::is_implemented_by_kind;
use crate::context::Context;
use crate::model::Model;

pub(super) fn check(context: &Context, model: &Model<'_>) {
    let Some(key) = model.attrs.kind.written() else { return };
    if model.is_struct() {
        context.error(
            key,
            "`kind` does not belong on a struct",
            "a struct is a single event, and `kind` lists the names of an enum's variants: remove it",
        );
    }
    has_its_own_name(context, model);
    reject_reserved_names(context, model);
    reject_implemented_traits(context, model);
}

/// Rejects variants with the names of items that the derive adds to the companion.
fn reject_reserved_names(context: &Context, model: &Model<'_>) {
    for variant in model.named().map(|(variant, ..)| variant.ident) {
        if variant == "Other" && model.other().is_some() {
            context.error(
                variant,
                "`kind` reserves the name `Other` for unknown events",
                "rename this variant, or remove `kind`",
            );
        }
        if variant == "ALL" {
            context.error(
                variant,
                "`kind` reserves the name `ALL` for the list of its variants",
                "rename this variant, or remove `kind`",
            );
        }
    }
}

fn has_its_own_name(context: &Context, model: &Model<'_>) {
    if let Some(name) = model.attrs.kind.value().and_then(|kind| kind.name.as_ref())
        && name == model.ident()
    {
        context.error(
            name,
            "`kind` must not have the name of the enum",
            format_args!("write another name, or `kind` alone: `{name}Kind`"),
        );
    }
}

fn reject_implemented_traits(context: &Context, model: &Model<'_>) {
    let Some(kind) = model.attrs.kind.value() else { return };
    for path in kind.derive.iter().filter(|path| is_implemented_by_kind(path)) {
        context.error(
            path,
            format_args!("`kind` already implements `{}`", readable(path)),
            "remove it from the list",
        );
    }
}
