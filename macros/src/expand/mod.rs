//! Generates the tokens. Nothing here can fail, because `check` has accepted the model.

mod bounds;
mod de_helper;
mod decode;
mod encode;
mod event;
pub(crate) mod kind;
pub(crate) mod lifetimes;
mod lookup;
pub(crate) mod schema;
mod ser_helper;
pub(crate) mod try_from;
mod union;
mod wrapper;

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    Field, GenericParam, Generics, Ident, ImplGenerics, LifetimeParam, TypeGenerics, WhereClause,
    WherePredicate, parse_quote,
};

use crate::attr::serde;
use crate::model::Model;

/// Everything that the derive implements.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    if let Some(wrapper) = &model.wrapper {
        return in_const_block(model, &wrapper::expand(model, wrapper));
    }
    let event = event::event(model);
    let decode = model.decodes().then(|| {
        let bounds = bounds::decoding(model);
        let (fields, decode) = (de_helper::structs(model), decode::decode(model, &bounds));
        let try_from = try_from::try_from(model, &bounds);
        quote!(#fields #decode #try_from)
    });
    let lookup = (model.decodes() || model.attrs.kind.is_set()).then(|| lookup::lookup(model));
    let deserialize = model.deserializes().then(|| union::deserialize(model));
    let fields = (model.encodes() || model.serializes()).then(|| ser_helper::fields(model));
    let encode = model.encodes().then(|| encode::encode(model));
    let serialize = model.serializes().then(|| union::serialize(model));
    let (kind, kind_impls) = kind::kind(model).unzip();
    let schema = schema::schema(model);
    let items = quote!(#lookup #event #decode #deserialize #fields #encode #serialize #schema #kind_impls);
    let impls = in_const_block(model, &items);
    quote!(#kind #impls)
}

/// Wraps generated items in a block that hides them from the surrounding code.
pub(crate) fn in_const_block(model: &Model<'_>, items: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    quote! {
        // The only list of lints that generated code may violate: it uses deprecated variants and payloads, has arms
        // that are unreachable for uninhabited payloads and errors, and does not follow a style.
        #[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            // All names that generated code uses: the user's names cannot shadow them.
            use #krate::__private as __sse;
            #items
        };
    }
}

/// The pieces of an impl header.
pub(crate) struct ImplHeader<'a> {
    pub(crate) ident: &'a Ident,
    /// `<'a, T: Bound>`
    pub(crate) plain: ImplGenerics<'a>,
    /// `<'__de, 'a, T: Bound>`
    pub(crate) decoding: TokenStream,
    /// `<'a, T>`
    pub(crate) types: TypeGenerics<'a>,
    /// `where …`, as written on the enum
    pub(crate) bounds: Option<&'a WhereClause>,
}

impl<'a> ImplHeader<'a> {
    pub(crate) fn new(model: &Model<'a>) -> Self {
        let (plain, types, bounds) = model.generics().split_for_impl();
        Self { ident: model.ident(), plain, decoding: lifetimes::decoding_generics(model), types, bounds }
    }

    /// The enum's bounds and `more`.
    pub(crate) fn bounds_and(&self, more: &[WherePredicate]) -> Option<WhereClause> {
        let mut bounds = self.bounds.cloned();
        if !more.is_empty() {
            bounds.get_or_insert_with(|| parse_quote!(where)).predicates.extend(more.iter().cloned());
        }
        bounds
    }
}

/// The generics with one more lifetime, which comes first.
fn generics_with(lifetime: &LifetimeParam, generics: &Generics) -> TokenStream {
    let mut generics = generics.clone();
    generics.params.insert(0, GenericParam::Lifetime(lifetime.clone()));
    let (generics, ..) = generics.split_for_impl();
    quote!(#generics)
}

/// serde's attributes of a field for a helper type, without the key `dropped`.
fn serde_attributes(model: &Model<'_>, field: &Field, dropped: Option<&str>) -> Vec<TokenStream> {
    let own = |path: TokenStream| without_self(model, path);
    let attributes = field.attrs.iter().filter(|attribute| serde::is_serde(attribute));
    attributes.map(|attribute| serde::rewritten(attribute, dropped, own)).collect()
}

/// The tokens with the enum's name instead of `Self`, for helper types, in which `Self` would be another type.
fn without_self(model: &Model<'_>, tokens: impl ToTokens) -> TokenStream {
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    let types = types.as_turbofish();
    let replace = |token| match token {
        TokenTree::Ident(own) if own == "Self" => quote_spanned!(own.span()=> #ident #types),
        TokenTree::Group(group) => {
            let mut replaced = Group::new(group.delimiter(), without_self(model, group.stream()));
            replaced.set_span(group.span());
            TokenTree::Group(replaced).into()
        }
        token => token.into(),
    };
    tokens.into_token_stream().into_iter().flat_map(replace).collect()
}

/// The start of the tokens, as the span of generated tokens about them. Generated variables must not have this span:
/// tokens from a `macro_rules!` have another hygiene, in which the variables would differ.
fn span(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next();
    first.map_or_else(Span::call_site, |token| token.span())
}

/// `Some(literal)` or `None`, as tokens.
fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(__sse::Some(#value)),
        None => quote!(__sse::None),
    }
}

/// The source type of the field `event` of an `other` variant. A name from the data may have been unescaped, and
/// cannot be borrowed then.
fn other_name_source(model: &Model<'_>) -> TokenStream {
    match model.attrs.tag.value() {
        Some(_) => quote!(__sse::Cow<'_>),
        None => quote!(&__sse::str),
    }
}
