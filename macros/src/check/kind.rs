//! Rules of the companion enum.

use syn::Path;

use crate::context::Context;
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
    names_are_free(context, model);
    traits_are_new(context, model);
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

/// What every companion implements.
const TRAITS: [&str; 13] = [
    "AsRef",
    "Clone",
    "Copy",
    "Debug",
    "Deserialize",
    "Display",
    "Eq",
    "FromStr",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Serialize",
];

fn traits_are_new(context: &Context, model: &Model<'_>) {
    let Some(kind) = &model.attrs.kind else { return };
    let has =
        |path: &&Path| path.segments.last().is_some_and(|last| TRAITS.iter().any(|name| last.ident == name));
    for path in kind.derive.iter().filter(has) {
        context.error(
            path,
            format_args!("every `kind` implements `{}`", crate::keys::written(path)),
            "remove it from the list",
        );
    }
}
