//! What was written in the attributes: the only file that knows darling.
//!
//! A wrong attribute is reported and left out, so that whatever else is wrong shows in the same compile.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Lit, LitStr, MacroDelimiter, Meta, Path};

use crate::context::Context;
use crate::item::{self, Item, Items};
use crate::keys::{self, Place};

/// `#[sse(…)]` on the enum.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct EnumAttrs {
    pub(crate) tag: Option<LitStr>,
    pub(crate) end: Option<LitStr>,
    pub(crate) ignore: Strings,
    pub(crate) error_type: Option<Path>,
    pub(crate) try_from: Option<bool>,
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}

/// The keys of `#[event("name", …)]` on a variant.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct VariantKeys {
    #[darling(multiple)]
    pub(crate) alias: Vec<LitStr>,
    pub(crate) raw: Flag,
    pub(crate) parse: Flag,
    pub(crate) terminal: Flag,
    pub(crate) error: Flag,
    pub(crate) other: Flag,
}

/// `#[event(…)]` and what counts of `#[serde(…)]` on a variant.
#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) name: Option<LitStr>,
    pub(crate) keys: VariantKeys,
    /// serde's attributes of a struct variant, to be handed on: `rename_all`, `deny_unknown_fields`, `default`.
    pub(crate) serde: Vec<Meta>,
    /// The `#[event(…)]`, the first if there are several.
    pub(crate) event: Option<Meta>,
    /// Whether something in it was wrong: what is missing is then no second error.
    pub(crate) poisoned: bool,
}

/// A key without a value, and the word itself to point at.
#[derive(Default)]
pub(crate) struct Flag(Option<Path>);

impl Flag {
    pub(crate) fn is_set(&self) -> bool {
        self.0.is_some()
    }
}

impl ToTokens for Flag {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

impl FromMeta for Flag {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        meta.require_path_only().map(|path| Self(Some(path.clone()))).map_err(Into::into)
    }
}

/// `("…", "…")`
#[derive(Default)]
pub(crate) struct Strings(pub(crate) Vec<LitStr>);

impl FromMeta for Strings {
    fn from_list(items: &[NestedMeta]) -> darling::Result<Self> {
        items
            .iter()
            .map(|item| match item {
                NestedMeta::Lit(Lit::Str(string)) => Ok(string.clone()),
                _ => Err(darling::Error::unexpected_type("not a string")),
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

pub(crate) fn enum_attrs(context: &Context, attributes: &[Attribute]) -> EnumAttrs {
    let mut keys = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("sse") {
            keys.extend(items(context, attribute, Place::Enum).items);
        } else if attribute.path().is_ident("event") {
            context.error(
                &attribute.meta,
                "`#[event(…)]` belongs on a variant",
                "options of the whole enum are written `#[sse(…)]`",
            );
        }
    }
    from_valid(context, keys::valid(context, keys, Place::Enum).metas)
}

pub(crate) fn variant_attrs(context: &Context, attributes: &[Attribute]) -> VariantAttrs {
    let mut attrs = VariantAttrs::default();
    let mut keys = Vec::new();
    for attribute in attributes {
        let path = attribute.path();
        if path.is_ident("event") {
            attrs.event.get_or_insert_with(|| attribute.meta.clone());
            let items = items(context, attribute, Place::Variant);
            attrs.poisoned |= items.poisoned;
            attrs.poisoned |= !peel_name(context, items.items, &mut attrs.name, &mut keys);
        } else if path.is_ident("sse") {
            context.error(
                &attribute.meta,
                "`#[sse(…)]` belongs on the enum",
                "options of one variant are written `#[event(\"name\", …)]`",
            );
            attrs.poisoned = true;
        } else if path.is_ident("serde") {
            attrs.serde.extend(serde_metas(attribute));
        }
    }
    let valid = keys::valid(context, keys, Place::Variant);
    attrs.poisoned |= valid.poisoned;
    attrs.keys = from_valid(context, valid.metas);
    attrs
}

/// Attributes in a place where none is valid.
pub(crate) fn field_attrs(context: &Context, attributes: &[Attribute]) {
    for attribute in attributes {
        if attribute.path().is_ident("event") || attribute.path().is_ident("sse") {
            let name = attribute.path().to_token_stream();
            context.error(
                &attribute.meta,
                format_args!("`#[{name}(…)]` does not belong on a field"),
                "write `#[event(\"name\", …)]` on the variant; a field takes serde's attributes: `#[serde(…)]`",
            );
        }
    }
}

/// The items between the parentheses.
fn items(context: &Context, attribute: &Attribute, place: Place) -> Items {
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            item::items(context, list, place.usage())
        }
        meta => {
            let name = place.attribute();
            context.error(
                meta,
                format_args!("expected parentheses after `{name}`"),
                format_args!("write {}", place.usage()),
            );
            Items { items: Vec::new(), poisoned: true }
        }
    }
}

/// Splits the leading string off the keys; `false` where the name is not well written.
fn peel_name(context: &Context, items: Vec<Item>, name: &mut Option<LitStr>, keys: &mut Vec<Item>) -> bool {
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

/// Keys that passed [`keys::valid`]; what darling still refuses is reported in its own words.
fn from_valid<T: FromMeta + Default>(context: &Context, metas: Vec<Meta>) -> T {
    let metas: Vec<_> = metas.into_iter().map(NestedMeta::Meta).collect();
    T::from_list(&metas).unwrap_or_else(|error| {
        for error in error.flatten() {
            context.parse_error(
                &syn::Error::new(error.span(), &error),
                "see the attribute reference of sse-event",
            );
        }
        T::default()
    })
}

/// Whether a field has this key of serde's.
pub(crate) fn has_serde_key(attributes: &[Attribute], key: &str) -> bool {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .flat_map(serde_keys)
        .any(|meta| meta.path().is_ident(key))
}

/// What a struct variant hands on to serde.
fn serde_metas(attribute: &Attribute) -> impl Iterator<Item = Meta> {
    let handed_on = ["rename_all", "deny_unknown_fields", "default"];
    serde_keys(attribute).filter(move |meta| handed_on.iter().any(|key| meta.path().is_ident(key)))
}

/// The keys of a `#[serde(…)]`. Where it is malformed, that is serde's to report.
fn serde_keys(attribute: &Attribute) -> impl Iterator<Item = Meta> {
    let items = match &attribute.meta {
        Meta::List(list) => NestedMeta::parse_meta_list(list.tokens.clone()).unwrap_or_default(),
        _ => Vec::new(),
    };
    items.into_iter().filter_map(|item| match item {
        NestedMeta::Meta(meta) => Some(meta),
        _ => None,
    })
}
