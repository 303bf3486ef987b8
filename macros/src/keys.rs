//! The attribute language in one table: what parses, what is suggested and what every message says.

use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Expr, Lit, LitStr, Meta, Path, Token};

use crate::attr;
use crate::context::Context;
use crate::item::Item;

/// One key of `#[sse(…)]` or `#[event(…)]`.
#[derive(Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    form: Form,
    /// Whether it may be given more than once.
    repeatable: bool,
}

/// Where a key is valid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Enum,
    Variant,
}

impl Place {
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Enum => "sse",
            Self::Variant => "event",
        }
    }

    /// How its attribute is written, for a help line.
    pub(crate) fn usage(self) -> &'static str {
        match self {
            Self::Enum => "`#[sse(key = …)]`",
            Self::Variant => "`#[event(\"name\")]`",
        }
    }

    /// Whose options they are.
    fn noun(self) -> &'static str {
        match self {
            Self::Enum => "the whole type",
            Self::Variant => "one event",
        }
    }
}

/// How a key is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// `raw`
    Flag,
    /// `end = "[DONE]"`
    Str,
    /// `ignore("ping", "keepalive")`
    Strs,
    /// `crate = path`; the word says of what.
    Path(&'static str),
    /// `try_from = false`
    Bool,
    /// `bound = "T: Bound"`, `bound(decode = "…", encode = "…")`
    Bound,
    /// `kind`, `kind(name = Topic, derive(Trait))`
    Kind,
}

impl Form {
    fn takes(self) -> &'static str {
        match self {
            Self::Flag => "no value",
            Self::Str => "a string",
            Self::Strs => "a list of strings",
            Self::Path(_) => "a path",
            Self::Bool => "`true` or `false`",
            Self::Bound => "a string of bounds, or one for each direction",
            Self::Kind => "no value, or a name and traits to derive",
        }
    }

    fn fits(self, meta: &Meta) -> bool {
        match (self, meta) {
            (Self::Flag | Self::Kind, Meta::Path(_)) => true,
            (Self::Kind, Meta::List(_)) => attr::is_kind(meta),
            (Self::Bound, _) => attr::is_bound(meta),
            (Self::Strs, Meta::List(list)) => {
                list.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated).is_ok()
            }
            (_, Meta::NameValue(pair)) => self.fits_value(&pair.value),
            _ => false,
        }
    }

    fn fits_value(self, value: &Expr) -> bool {
        match value {
            // What a `macro_rules!` fragment leaves around the value.
            Expr::Group(group) => self.fits_value(&group.expr),
            Expr::Path(path) => matches!(self, Self::Path(_)) && path.qself.is_none(),
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(_) if self == Self::Str => true,
                Lit::Str(string) => matches!(self, Self::Path(_)) && string.parse::<Path>().is_ok(),
                Lit::Bool(_) => self == Self::Bool,
                _ => false,
            },
            _ => false,
        }
    }
}

impl Key {
    /// How it is written.
    fn usage(&self) -> String {
        let name = self.name;
        match self.form {
            Form::Flag => name.to_owned(),
            Form::Str => format!("{name} = \"…\""),
            Form::Strs => format!("{name}(\"…\", \"…\")"),
            Form::Path(noun) => format!("{name} = {noun}"),
            Form::Bool => format!("{name} = false"),
            Form::Bound => format!("{name} = \"T: Bound\""),
            Form::Kind => format!("{name}(name = Name, derive(Trait))"),
        }
    }

    /// Every way to write it, for a help line.
    fn usages(&self) -> String {
        let (name, usage) = (self.name, self.usage());
        match self.form {
            // Not the word alone: what was taken for its value belongs somewhere else.
            Form::Flag => format!("`{}`", self.attribute()),
            Form::Kind => format!("`{name}` or `{usage}`"),
            Form::Bound => format!("`{usage}` or `{name}(decode = \"…\", encode = \"…\")`"),
            _ => format!("`{usage}`"),
        }
    }

    /// The whole attribute with it.
    fn attribute(&self) -> String {
        let (attribute, usage) = (self.place.attribute(), self.usage());
        match self.place {
            Place::Variant if self.name != "other" => format!("#[{attribute}(\"name\", {usage})]"),
            _ => format!("#[{attribute}({usage})]"),
        }
    }
}

const fn key(place: Place, name: &'static str, form: Form) -> Key {
    Key { name, place, form, repeatable: false }
}

/// Every key there is.
pub(crate) const KEYS: &[Key] = &[
    key(Place::Enum, "tag", Form::Str),
    key(Place::Enum, "rename_all", Form::Str),
    key(Place::Enum, "end", Form::Str),
    key(Place::Enum, "ignore", Form::Strs),
    key(Place::Enum, "error_type", Form::Path("path")),
    key(Place::Enum, "try_from", Form::Bool),
    key(Place::Enum, "encode", Form::Flag),
    key(Place::Enum, "encode_only", Form::Flag),
    key(Place::Enum, "line", Form::Bool),
    key(Place::Enum, "kind", Form::Kind),
    key(Place::Enum, "bound", Form::Bound),
    key(Place::Enum, "crate", Form::Path("path")),
    Key { repeatable: true, ..key(Place::Variant, "alias", Form::Str) },
    key(Place::Variant, "prefix", Form::Flag),
    key(Place::Variant, "has", Form::Str),
    key(Place::Variant, "raw", Form::Flag),
    key(Place::Variant, "parse", Form::Flag),
    key(Place::Variant, "with", Form::Path("module")),
    key(Place::Variant, "decode_with", Form::Path("function")),
    key(Place::Variant, "encode_with", Form::Path("function")),
    key(Place::Variant, "line", Form::Bool),
    key(Place::Variant, "terminal", Form::Flag),
    key(Place::Variant, "error", Form::Flag),
    key(Place::Variant, "other", Form::Flag),
];

/// The keys that are valid in one place.
fn of(place: Place) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.place == place)
}

/// The key of this name: in its place, or else in the other one.
pub(crate) fn find(place: Place, name: &str) -> Option<&'static Key> {
    of(place).find(|key| key.name == name).or_else(|| KEYS.iter().find(|key| key.name == name))
}

/// What a misspelled key was probably meant to be.
pub(crate) fn similar(place: Place, name: &str) -> Option<&'static Key> {
    of(place)
        .map(|key| (strsim::jaro_winkler(key.name, name), key))
        .filter(|(similarity, _)| *similarity > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, key)| key)
}

/// The keys of one place, as a list for a help line.
fn list(place: Place) -> String {
    of(place).map(|key| format!("`{}`", key.name)).collect::<Vec<_>>().join(", ")
}

/// Tokens as they were written, without the spaces that printing puts between them.
pub(crate) fn written(tokens: &impl ToTokens) -> String {
    quote!(#tokens).to_string().replace(' ', "")
}

pub(crate) struct Valid {
    pub(crate) metas: Vec<Meta>,
    /// The keys that were left out, as far as it is known which were meant.
    pub(crate) refused: Vec<Option<&'static str>>,
}

/// Keeps the keys that exist, belong here, are well formed and are given once; reports the others.
pub(crate) fn valid(context: &Context, items: Vec<Item>, place: Place) -> Valid {
    let mut valid: Vec<(&Key, Meta)> = Vec::new();
    let mut refused = Vec::new();
    for item in items {
        let (key, meta) = match valid_key(context, item, place) {
            Ok(valid) => valid,
            Err(meant) => {
                refused.push(meant.map(|key| key.name));
                continue;
            }
        };
        match valid.iter().find(|(other, _)| *other == key && !key.repeatable) {
            None => valid.push((key, meta)),
            Some((_, first)) => {
                context.error(meta, format_args!("`{}` is given twice", key.name), "remove one of the two");
                context.note(first, "first used here");
                refused.push(Some(key.name));
            }
        }
    }
    Valid { metas: valid.into_iter().map(|(_, meta)| meta).collect(), refused }
}

/// The key, if it exists, belongs here and is well formed; else the one that was probably meant.
fn valid_key(
    context: &Context,
    item: Item,
    place: Place,
) -> Result<(&'static Key, Meta), Option<&'static Key>> {
    let (path, tokens, meta) = match item {
        Item::Key(meta) => (meta.path().clone(), meta.to_token_stream(), Some(meta)),
        Item::Broken { key, tokens } => (key, tokens, None),
        item => {
            context.error(item, "expected a key", format_args!("the keys are {}", list(place)));
            return Err(None);
        }
    };
    let name = written(&path);
    let Some(key) = find(place, &name) else {
        return Err(unknown_key(context, &path, &name, place));
    };
    if key.place != place {
        context.error(
            path,
            format_args!("`{name}` does not belong in `#[{}(…)]`", place.attribute()),
            format_args!("it is an option of {}: `{}`", key.place.noun(), key.attribute()),
        );
        return Err(Some(key));
    }
    if let Some(meta) = meta.filter(|meta| key.form.fits(meta)) {
        return Ok((key, meta));
    }
    context.error(
        tokens,
        format_args!("`{name}` takes {}", key.form.takes()),
        format_args!("write {}", key.usages()),
    );
    Err(Some(key))
}

/// Reports it, and says what it was probably meant to be.
fn unknown_key(context: &Context, path: &Path, name: &str, place: Place) -> Option<&'static Key> {
    let message = format!("unknown key `{name}` in `#[{}(…)]`", place.attribute());
    let meant = similar(place, name);
    match meant {
        Some(key) => context.error(path, message, format_args!("did you mean `{}`?", key.usage())),
        None => context.error(path, message, format_args!("the keys are {}", list(place))),
    }
    meant
}
