//! The values of keys: a word, a literal, a path, or a list.
//!
//! Errors are not described here, because each key has a form that the message shows.

use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, ExprPath, Ident, Lit, LitBool, LitStr, Meta, Path, Token, WherePredicate};

/// The value of a key in one of these forms. Other forms return `None`.
pub(crate) trait Value: Sized {
    /// `key`
    fn from_word() -> Option<Self> {
        None
    }

    /// `key = "…"`, `key = true`
    fn from_literal(_: &Lit) -> Option<Self> {
        None
    }

    /// `key = path`
    fn from_path(_: &Path) -> Option<Self> {
        None
    }

    /// `key(…)`
    fn from_list(_: TokenStream) -> Option<Self> {
        None
    }

    fn from_meta(meta: &Meta) -> Option<Self> {
        match meta {
            Meta::Path(_) => Self::from_word(),
            Meta::List(list) => Self::from_list(list.tokens.clone()),
            Meta::NameValue(pair) => Self::from_expr(&pair.value),
        }
    }

    fn from_expr(value: &Expr) -> Option<Self> {
        match value {
            Expr::Lit(ExprLit { lit, .. }) => Self::from_literal(lit),
            Expr::Path(ExprPath { path, .. }) => Self::from_path(path),
            // The expansion of `$value:expr` in a `macro_rules!` macro.
            Expr::Group(group) => Self::from_expr(&group.expr),
            _ => None,
        }
    }
}

impl Value for () {
    fn from_word() -> Option<Self> {
        Some(())
    }
}

impl Value for LitStr {
    fn from_literal(literal: &Lit) -> Option<Self> {
        match literal {
            Lit::Str(string) => Some(string.clone()),
            _ => None,
        }
    }
}

impl Value for LitBool {
    fn from_literal(literal: &Lit) -> Option<Self> {
        match literal {
            Lit::Bool(boolean) => Some(boolean.clone()),
            _ => None,
        }
    }
}

/// The path may also be quoted, as in serde.
impl Value for Path {
    fn from_literal(literal: &Lit) -> Option<Self> {
        LitStr::from_literal(literal)?.parse().ok()
    }

    fn from_path(path: &Path) -> Option<Self> {
        Some(path.clone())
    }
}

impl Value for Ident {
    fn from_literal(literal: &Lit) -> Option<Self> {
        LitStr::from_literal(literal)?.parse().ok()
    }

    fn from_path(path: &Path) -> Option<Self> {
        path.get_ident().cloned()
    }
}

/// `("…", "…")`
#[derive(Default)]
pub(crate) struct Strings(pub(crate) Vec<LitStr>);

impl Value for Strings {
    fn from_list(items: TokenStream) -> Option<Self> {
        separated(items).map(Self)
    }
}

/// `terminal`, `terminal = function`
pub(crate) enum Condition {
    /// Every event of the variant.
    Always,
    /// The events for which the function returns true.
    If(Path),
}

impl Value for Condition {
    fn from_word() -> Option<Self> {
        Some(Self::Always)
    }

    fn from_literal(literal: &Lit) -> Option<Self> {
        Path::from_literal(literal).map(Self::If)
    }

    fn from_path(path: &Path) -> Option<Self> {
        Path::from_path(path).map(Self::If)
    }
}

/// `kind`, `kind(name = Topic, derive(Trait), error_type = path)`
#[derive(Default)]
pub(crate) struct Kind {
    pub(crate) name: Option<Ident>,
    pub(crate) derive: Vec<Path>,
    pub(crate) error_type: Option<Path>,
}

impl Value for Kind {
    fn from_word() -> Option<Self> {
        Some(Self::default())
    }

    fn from_list(items: TokenStream) -> Option<Self> {
        let [name, derive, error_type] = keys(items, ["name", "derive", "error_type"])?;
        let derive = match derive {
            Some(Meta::List(list)) => separated(list.tokens)?,
            Some(_) => return None,
            None => Vec::new(),
        };
        Some(Self { name: optional(name).ok()?, derive, error_type: optional(error_type).ok()? })
    }
}

/// The traits that every companion enum implements.
const KIND_TRAITS: [&str; 13] = [
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

pub(crate) fn is_implemented_by_kind(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| KIND_TRAITS.iter().any(|known| last.ident == known))
}

/// `bound = "…"`, `bound(decode = "…", encode = "…")`
pub(crate) struct Bound {
    pub(crate) decode: Option<Vec<WherePredicate>>,
    pub(crate) encode: Option<Vec<WherePredicate>>,
    /// Whether each direction is set by its name.
    pub(crate) by_direction: bool,
}

impl Value for Bound {
    fn from_literal(literal: &Lit) -> Option<Self> {
        let Predicates(predicates) = Predicates::from_literal(literal)?;
        Some(Self { decode: Some(predicates.clone()), encode: Some(predicates), by_direction: false })
    }

    fn from_list(items: TokenStream) -> Option<Self> {
        if items.is_empty() {
            return None;
        }
        let [decode, encode] = keys(items, ["decode", "encode"])?;
        let predicates = |meta| optional(meta).map(|value| value.map(|Predicates(predicates)| predicates));
        Some(Self { decode: predicates(decode).ok()?, encode: predicates(encode).ok()?, by_direction: true })
    }
}

/// `"T: Bound, U: Bound"`
struct Predicates(Vec<WherePredicate>);

impl Value for Predicates {
    fn from_literal(literal: &Lit) -> Option<Self> {
        let bounds = LitStr::from_literal(literal)?;
        let predicates = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
        // As generated tokens: otherwise the compiler would offer to edit the text of the string as if it were code.
        let bounds = LitStr::new(&bounds.value(), Span::call_site().located_at(bounds.span()));
        bounds.parse_with(predicates).ok().map(|predicates| Self(predicates.into_iter().collect()))
    }
}

/// The comma-separated items.
fn separated<T: Parse>(items: TokenStream) -> Option<Vec<T>> {
    let parser = |input: ParseStream<'_>| Punctuated::<T, Token![,]>::parse_terminated(input);
    parser.parse2(items).ok().map(|items| items.into_iter().collect())
}

/// The items with these keys; `None` for any other key or a duplicate key.
fn keys<const N: usize>(items: TokenStream, keys: [&str; N]) -> Option<[Option<Meta>; N]> {
    let mut found = [const { None }; N];
    for item in separated::<Meta>(items)? {
        let place = keys.iter().position(|key| item.path().is_ident(key))?;
        if found[place].replace(item).is_some() {
            return None;
        }
    }
    Some(found)
}

/// The value of an optional item; an error if it is not of this type.
fn optional<T: Value>(meta: Option<Meta>) -> Result<Option<T>, Malformed> {
    meta.map(|meta| T::from_meta(&meta).ok_or(Malformed)).transpose()
}

struct Malformed;
