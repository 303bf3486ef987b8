//! The leading name in `#[event("name", …)]`.

use quote::ToTokens;
use syn::{Lit, LitStr, Meta, Path};

use super::item::Item;
use super::key::{self, Place};
use super::{Attr, readable};
use crate::context::Context;

/// Splits the leading string from the keys. Returns the keys, and whether the name is valid.
pub(super) fn split_name(context: &Context, items: Vec<Item>, name: &mut Attr<LitStr>) -> (Vec<Item>, bool) {
    let mut keys = Vec::new();
    let mut is_valid = true;
    for (index, item) in items.into_iter().enumerate() {
        let name_expected = index == 0 && !name.is_set();
        match item {
            Item::Lit(Lit::Str(string)) => is_valid &= read_name(context, index, string, name),
            Item::Lit(literal) => {
                let help = format!("write {}", Place::Variant.usage());
                context.error(&literal, NAMES_ARE_STRINGS, help);
                is_valid = false;
            }
            Item::Words(words) if name_expected => {
                report_bare_name(context, &words);
                is_valid = false;
            }
            Item::Key(Meta::Path(path)) if name_expected && !key::resembles(Place::Variant, &path) => {
                report_bare_name(context, &path);
                is_valid = false;
            }
            Item::Key(Meta::NameValue(pair)) if name_expected && is_key_of_a_name(&pair.path) => {
                let (key, value) = (pair.path.to_token_stream(), pair.value.to_token_stream());
                context.error(
                    &pair,
                    "the name of an event is written without a key",
                    format_args!("remove `{key} =`: `#[event({value})]`"),
                );
                is_valid = false;
            }
            item => keys.push(item),
        }
    }
    (keys, is_valid)
}

/// Reads the string as the name. Returns whether it is at the right position.
fn read_name(context: &Context, index: usize, string: LitStr, name: &mut Attr<LitStr>) -> bool {
    let text = string.to_token_stream();
    if let Some(first) = name.value() {
        context.error(
            &string,
            format_args!("the variant already has the name {}", first.to_token_stream()),
            format_args!("write another name as `alias = {text}`"),
        );
        return false;
    }
    if index > 0 {
        context.error(
            &string,
            "the name must come first",
            format_args!("move it before the keys: `#[event({text}, …)]`"),
        );
    }
    *name = Attr::Set { key: "name", value: string, tokens: text };
    index == 0
}

/// Whether other derives use this key for the name.
fn is_key_of_a_name(key: &Path) -> bool {
    key.is_ident("name") || key.is_ident("rename")
}

const NAMES_ARE_STRINGS: &str = "event names must be strings";

/// Reports words instead of a string.
fn report_bare_name(context: &Context, words: &impl ToTokens) {
    let name = readable(words);
    context.error(words, NAMES_ARE_STRINGS, format_args!("write `#[event(\"{name}\")]`"));
}
