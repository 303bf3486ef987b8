//! Rules of the companion enum.

use crate::context::Context;
use crate::expand;
use crate::keys;
use crate::model::Model;

pub(super) fn check(context: &Context, model: &Model<'_>) {
    let Some(key) = model.attrs.written.get("kind") else { return };
    if model.is_struct() {
        context.error(
            key,
            "a struct is one kind of event",
            "remove `kind`: it is the enum of the names of an enum of events",
        );
    }
    name_is_its_own(context, model);
    names_are_free(context, model);
    traits_are_new(context, model);
    if !model.is_struct() {
        names_are_enough(context, model);
    }
}

/// What the derive writes into the companion beside the variants.
fn names_are_free(context: &Context, model: &Model<'_>) {
    for variant in model.named().map(|(variant, ..)| variant.ident) {
        if variant == "Other" && model.other().is_some() {
            context.error(
                variant,
                "`kind` calls the kind of unknown events `Other`",
                "rename this variant, or remove `kind`",
            );
        }
        if variant == "ALL" {
            context.error(
                variant,
                "`kind` calls the list of the kinds `ALL`",
                "rename this variant, or remove `kind`",
            );
        }
    }
}

/// A kind is made from its name, and a variant that a key tells cannot be.
fn names_are_enough(context: &Context, model: &Model<'_>) {
    for key in model.named().filter_map(|(variant, ..)| variant.attrs.written.get("has")) {
        context.error(
            key,
            "`has` and `kind` exclude each other",
            "a kind is known by its name alone, and this variant by its data: remove one of the two",
        );
    }
}

fn name_is_its_own(context: &Context, model: &Model<'_>) {
    if let Some(name) = model.attrs.kind.as_ref().and_then(|kind| kind.name.as_ref())
        && name == model.ident()
    {
        context.error(
            name,
            "the `kind` is another enum than the one it is derived for",
            format_args!("write another name, or `kind` alone: `{name}Kind`"),
        );
    }
}

fn traits_are_new(context: &Context, model: &Model<'_>) {
    let Some(kind) = &model.attrs.kind else { return };
    for path in kind.derive.iter().filter(|path| expand::is_implemented_by_kind(path)) {
        context.error(
            path,
            format_args!("every `kind` implements `{}`", keys::written(path)),
            "remove it from the list",
        );
    }
}
