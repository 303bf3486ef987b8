//! Values of keys that are more than a literal or a path: read by darling.

use darling::FromMeta;
use darling::ast::NestedMeta;
use darling::util::PathList;
use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Lit, LitStr, Path, Token, WherePredicate};

/// `("…", "…")`
#[derive(Default)]
pub(crate) struct Strings(pub(crate) Vec<LitStr>);

impl FromMeta for Strings {
    fn from_list(items: &[NestedMeta]) -> darling::Result<Self> {
        let string = |item: &NestedMeta| match item {
            NestedMeta::Lit(Lit::Str(string)) => Ok(string.clone()),
            _ => Err(darling::Error::unexpected_type("not a string")),
        };
        items.iter().map(string).collect::<Result<_, _>>().map(Self)
    }
}

/// `terminal`, `terminal = function`
pub(crate) enum Condition {
    /// Every event of the variant.
    Always,
    /// Those for which the function returns true.
    If(Path),
}

impl FromMeta for Condition {
    fn from_word() -> darling::Result<Self> {
        Ok(Self::Always)
    }

    fn from_expr(value: &Expr) -> darling::Result<Self> {
        Path::from_expr(value).map(Self::If)
    }
}

/// `kind`, `kind(name = Topic, derive(Trait))`
#[derive(Default, FromMeta)]
#[darling(default, from_word = || Ok(Kind::default()))]
pub(crate) struct Kind {
    pub(crate) name: Option<Ident>,
    pub(crate) derive: PathList,
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
    /// Whether each direction is given by name.
    pub(crate) by_direction: bool,
}

#[derive(FromMeta)]
struct Directions {
    #[darling(default)]
    decode: Option<LitStr>,
    #[darling(default)]
    encode: Option<LitStr>,
}

impl FromMeta for Bound {
    fn from_value(value: &Lit) -> darling::Result<Self> {
        let Lit::Str(bounds) = value else { return Err(darling::Error::unexpected_lit_type(value)) };
        let predicates = predicates(bounds)?;
        Ok(Self { decode: Some(predicates.clone()), encode: Some(predicates), by_direction: false })
    }

    fn from_list(items: &[NestedMeta]) -> darling::Result<Self> {
        if items.is_empty() {
            return Err(darling::Error::too_few_items(1));
        }
        let Directions { decode, encode } = Directions::from_list(items)?;
        Ok(Self {
            decode: decode.as_ref().map(predicates).transpose()?,
            encode: encode.as_ref().map(predicates).transpose()?,
            by_direction: true,
        })
    }
}

fn predicates(bounds: &LitStr) -> syn::Result<Vec<WherePredicate>> {
    let predicates = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
    // As generated tokens: the compiler would otherwise offer to edit the text of the string as if it were code.
    let bounds = LitStr::new(&bounds.value(), Span::call_site().located_at(bounds.span()));
    bounds.parse_with(predicates).map(|predicates| predicates.into_iter().collect())
}
