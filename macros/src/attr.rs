//! What was written in the attributes: the only file that knows darling.
//!
//! A wrong attribute is reported and left out, so that whatever else is wrong shows in the same compile.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Expr, Lit, LitStr, Meta, MetaList, Path};

use crate::context::Context;
use crate::keys::{self, Form, Key, Place};

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
    /// Whether there is an `#[event(…)]` at all.
    pub(crate) present: bool,
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
    let mut metas = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("sse") {
            for item in items(context, attribute, Place::Enum).unwrap_or_default() {
                match item {
                    NestedMeta::Meta(meta) => metas.push(meta),
                    item => context.error(
                        item,
                        "expected a key",
                        format_args!("the keys are {}", keys::list(Place::Enum)),
                    ),
                }
            }
        } else if attribute.path().is_ident("event") {
            context.error(
                &attribute.meta,
                "`#[event(…)]` belongs on a variant",
                "options of the whole enum are written `#[sse(…)]`",
            );
        }
    }
    let valid = valid_keys(context, metas, Place::Enum);
    from_valid(context, &valid.metas)
}

pub(crate) fn variant_attrs(context: &Context, attributes: &[Attribute]) -> VariantAttrs {
    let mut attrs = VariantAttrs::default();
    let mut metas = Vec::new();
    for attribute in attributes {
        let path = attribute.path();
        if path.is_ident("event") {
            attrs.present = true;
            match items(context, attribute, Place::Variant) {
                Some(items) => attrs.poisoned |= !peel_name(context, items, &mut attrs.name, &mut metas),
                None => attrs.poisoned = true,
            }
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
    let valid = valid_keys(context, metas, Place::Variant);
    attrs.poisoned |= valid.poisoned;
    attrs.keys = from_valid(context, &valid.metas);
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
fn items(context: &Context, attribute: &Attribute, place: Place) -> Option<Vec<NestedMeta>> {
    let usage = match place {
        Place::Enum => "`#[sse(key = …)]`",
        Place::Variant => "`#[event(\"name\")]`",
    };
    match &attribute.meta {
        Meta::List(MetaList { tokens, delimiter: syn::MacroDelimiter::Paren(_), .. }) => {
            NestedMeta::parse_meta_list(tokens.clone())
                .map_err(|error| context.parse_error(&error, format_args!("write {usage}")))
                .ok()
        }
        meta => {
            let name = place.attribute();
            context.error(
                meta,
                format_args!("expected parentheses after `{name}`"),
                format_args!("write {usage}"),
            );
            None
        }
    }
}

/// Splits the leading string off the keys; `false` where the name is not well written.
fn peel_name(
    context: &Context,
    items: Vec<NestedMeta>,
    name: &mut Option<LitStr>,
    metas: &mut Vec<Meta>,
) -> bool {
    let mut well = true;
    for (index, item) in items.into_iter().enumerate() {
        match item {
            NestedMeta::Lit(Lit::Str(string)) if name.is_some() => {
                context.error(
                    &string,
                    "a variant has one name",
                    format_args!("write a further name as `alias = {}`", string.to_token_stream()),
                );
                context.note(&*name, "first used here");
                well = false;
            }
            NestedMeta::Lit(Lit::Str(string)) if index > 0 => {
                context.error(
                    &string,
                    "the name comes first",
                    "move it before the keys: `#[event(\"name\", …)]`",
                );
                well = false;
                *name = Some(string);
            }
            NestedMeta::Lit(Lit::Str(string)) => *name = Some(string),
            NestedMeta::Meta(Meta::Path(path)) if index == 0 && is_bare_name(&path) => {
                let word = path.to_token_stream().to_string().replace(' ', "");
                context.error(
                    &path,
                    "the name of an event is a string",
                    format_args!("write `#[event(\"{word}\")]`"),
                );
                well = false;
            }
            NestedMeta::Meta(meta) => metas.push(meta),
            item => {
                context.error(&item, "the name of an event is a string", "write `#[event(\"name\")]`");
                well = false;
            }
        }
    }
    well
}

/// A word where the name belongs: neither a key nor nearly one.
fn is_bare_name(path: &Path) -> bool {
    let word = path.to_token_stream().to_string();
    keys::find(Place::Variant, &word).is_none() && keys::similar(Place::Variant, &word).is_none()
}

struct Valid {
    metas: Vec<NestedMeta>,
    poisoned: bool,
}

/// Keeps the keys that exist, belong here, are well formed and are given once; reports the others.
fn valid_keys(context: &Context, metas: Vec<Meta>, place: Place) -> Valid {
    let mut seen: Vec<(&Key, Path)> = Vec::new();
    let mut valid = Valid { metas: Vec::new(), poisoned: false };
    for meta in metas {
        let name = meta.path().to_token_stream().to_string();
        let Some(key) = keys::find(place, &name) else {
            unknown_key(context, &meta, &name, place);
            valid.poisoned = true;
            continue;
        };
        if key.place != place {
            context.error(
                meta.path(),
                format_args!("`{name}` does not belong on {}", indefinite(place)),
                format_args!(
                    "it is an option of the {}: `#[{}({})]`",
                    key.place.noun(),
                    key.place.attribute(),
                    key.usage().trim_matches('`')
                ),
            );
            valid.poisoned = true;
        } else if !has_form(&meta, key.form) {
            context.error(
                &meta,
                format_args!("`{name}` is not written like this"),
                format_args!("write {}", key.usage()),
            );
            valid.poisoned = true;
        } else if let Some((_, first)) = seen.iter().find(|(seen, _)| *seen == key && !key.repeatable) {
            context.error(meta.path(), format_args!("`{name}` is given twice"), "remove one of the two");
            context.note(first, "first used here");
            valid.poisoned = true;
        } else {
            seen.push((key, meta.path().clone()));
            valid.metas.push(NestedMeta::Meta(meta));
        }
    }
    valid
}

fn indefinite(place: Place) -> &'static str {
    match place {
        Place::Enum => "an enum",
        Place::Variant => "a variant",
    }
}

fn unknown_key(context: &Context, meta: &Meta, name: &str, place: Place) {
    let message = format!("unknown key `{name}` in `#[{}(…)]`", place.attribute());
    match keys::similar(place, name) {
        Some(key) => context.error(meta.path(), message, format_args!("did you mean {}?", key.usage())),
        None => context.error(meta.path(), message, format_args!("the keys are {}", keys::list(place))),
    }
}

fn has_form(meta: &Meta, form: Form) -> bool {
    let value = match meta {
        Meta::NameValue(pair) => Some(&pair.value),
        _ => None,
    };
    let is_string = matches!(value, Some(Expr::Lit(lit)) if matches!(lit.lit, Lit::Str(_)));
    match form {
        Form::Flag => matches!(meta, Meta::Path(_)),
        Form::Str => is_string,
        Form::Strs => matches!(meta, Meta::List(_)) && Strings::from_meta(meta).is_ok(),
        Form::Path => Path::from_meta(meta).is_ok(),
        Form::Bool => matches!(value, Some(Expr::Lit(lit)) if matches!(lit.lit, Lit::Bool(_))),
    }
}

/// Keys that passed [`valid_keys`]; what darling still refuses is reported in its own words.
fn from_valid<T: FromMeta + Default>(context: &Context, metas: &[NestedMeta]) -> T {
    T::from_list(metas).unwrap_or_else(|error| {
        for error in error.flatten() {
            context.parse_error(
                &syn::Error::new(error.span(), &error),
                "see the attribute reference of sse-event",
            );
        }
        T::default()
    })
}

/// What a struct variant hands on to serde. Its malformed attributes are serde's to report.
fn serde_metas(attribute: &Attribute) -> Vec<Meta> {
    let Meta::List(list) = &attribute.meta else { return Vec::new() };
    let items = NestedMeta::parse_meta_list(list.tokens.clone()).unwrap_or_default();
    items
        .into_iter()
        .filter_map(|item| match item {
            NestedMeta::Meta(meta)
                if ["rename_all", "deny_unknown_fields", "default"]
                    .iter()
                    .any(|key| meta.path().is_ident(key)) =>
            {
                Some(meta)
            }
            _ => None,
        })
        .collect()
}
