//! The name that comes first in `#[event("name", …)]`.

use quote::ToTokens;
use syn::{Lit, LitStr, Meta, Path};

use crate::context::Context;
use crate::item::Item;
use crate::keys::{self, Place};

/// Splits the leading string off the keys; `false` where the name is not well written.
pub(crate) fn peel(
    context: &Context,
    items: Vec<Item>,
    name: &mut Option<LitStr>,
    keys: &mut Vec<Item>,
) -> bool {
    let mut well = true;
    for (index, item) in items.into_iter().enumerate() {
        let name_expected = index == 0 && name.is_none();
        match item {
            Item::Lit(Lit::Str(string)) => match &name {
                Some(first) => {
                    context.error(
                        &string,
                        "a variant has one name",
                        format_args!("write a further name as `alias = {}`", string.to_token_stream()),
                    );
                    context.note(first, "first used here");
                    well = false;
                }
                None => {
                    if index > 0 {
                        context.error(
                            &string,
                            "the name comes first",
                            format_args!(
                                "move it before the keys: `#[event({}, …)]`",
                                string.to_token_stream()
                            ),
                        );
                        well = false;
                    }
                    *name = Some(string);
                }
            },
            Item::Lit(literal) => {
                context.error(&literal, NAME_IS_A_STRING, format_args!("write {}", Place::Variant.usage()));
                well = false;
            }
            Item::Words(words) if name_expected => {
                bare_name(context, &words);
                well = false;
            }
            Item::Key(Meta::Path(path)) if name_expected && is_bare_name(&path) => {
                bare_name(context, &path);
                well = false;
            }
            Item::Key(Meta::NameValue(pair)) if name_expected && says_name(&pair.path) => {
                let (key, value) = (pair.path.to_token_stream(), pair.value.to_token_stream());
                context.error(
                    &pair,
                    "the name of an event is written without a key",
                    format_args!("remove `{key} =`: `#[event({value})]`"),
                );
                well = false;
            }
            item => keys.push(item),
        }
    }
    well
}

/// The keys under which other derives have it.
fn says_name(key: &Path) -> bool {
    key.is_ident("name") || key.is_ident("rename")
}

const NAME_IS_A_STRING: &str = "the name of an event is a string";

/// Reports words where a string belongs.
fn bare_name(context: &Context, words: &impl ToTokens) {
    let name = keys::written(words);
    context.error(words, NAME_IS_A_STRING, format_args!("write `#[event(\"{name}\")]`"));
}

/// A word where the name belongs: neither a key nor nearly one.
fn is_bare_name(path: &Path) -> bool {
    let word = keys::written(path);
    keys::find(Place::Variant, &word).is_none() && keys::similar(Place::Variant, &word).is_none()
}
