//! One item between an attribute's parentheses. Parsing continues after a malformed item.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser as _};
use syn::{Lit, Meta, MetaList, Path, Token};

use crate::context::Context;

#[allow(clippy::large_enum_variant, reason = "an attribute has a few items, and none is stored")]
pub(super) enum Item {
    /// `"name"`
    Lit(Lit),
    /// `raw`, `alias = "…"`, `ignore("…")`
    Key(Meta),
    /// A key whose value is not an expression: `alias =`
    Broken { key: Path, tokens: TokenStream },
    /// Anything else: `thread.created`
    Words(TokenStream),
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Lit(literal) => literal.to_tokens(tokens),
            Self::Key(meta) => meta.to_tokens(tokens),
            Self::Broken { tokens: item, .. } | Self::Words(item) => item.to_tokens(tokens),
        }
    }
}

pub(super) struct Items {
    pub(super) items: Vec<Item>,
    /// Whether nothing had to be reported.
    pub(super) is_valid: bool,
}

/// The items of `list`. `usage` describes how the attribute is written.
pub(super) fn items(context: &Context, list: &MetaList, usage: &str) -> Items {
    let mut items = Items { items: Vec::new(), is_valid: true };
    let parser = |input: ParseStream<'_>| {
        while !input.is_empty() {
            items.items.push(item(input)?);
            if !input.is_empty() && !input.peek(Token![,]) {
                items.is_valid = false;
                let unexpected: TokenTree = input.parse()?;
                context.error(unexpected, "expected a comma", format_args!("write {usage}"));
                rest(input)?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    };
    if let Err(error) = list.parse_args_with(parser) {
        context.parse_error(&error, format_args!("write {usage}"));
        items.is_valid = false;
    }
    items
}

fn item(input: ParseStream<'_>) -> syn::Result<Item> {
    if input.peek(Lit) {
        return input.parse().map(Item::Lit);
    }
    let ahead = input.fork();
    match ahead.parse::<Meta>() {
        Ok(Meta::Path(_)) if !ends(&ahead) && !starts_an_item(&ahead) => rest(input).map(Item::Words),
        Ok(_) => input.parse().map(Item::Key),
        Err(_) => {
            let tokens = rest(input)?;
            match key.parse2(tokens.clone()) {
                Ok(key) => Ok(Item::Broken { key, tokens }),
                Err(_) if tokens.is_empty() => Err(input.error("expected a name or a key")),
                Err(_) => Ok(Item::Words(tokens)),
            }
        }
    }
}

fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// Whether an item follows although its comma is missing.
fn starts_an_item(input: ParseStream<'_>) -> bool {
    input.peek(Lit) || input.peek(syn::Ident)
}

/// The tokens up to the next comma.
fn rest(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !ends(input) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}

/// The key of `key = …`.
fn key(input: ParseStream<'_>) -> syn::Result<Path> {
    let key = input.call(Path::parse_mod_style)?;
    input.parse::<Token![=]>()?;
    rest(input)?;
    Ok(key)
}
