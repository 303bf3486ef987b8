//! The tokens. Nothing here can fail: `check` has said yes to the model.

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

/// Generated items, out of sight of the code around them.
pub(crate) fn in_const_block(model: &Model<'_>, items: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    quote! {
        // The one list of what generated code may do that written code should not: it names deprecated variants
        // and payloads, has arms that an uninhabited payload or an error makes unreachable, and is nobody's style.
        #[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            // Every name that generated code uses, where nothing of the user's can shadow it.
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
    /// `where …`, as the enum has it
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

/// The generics with one more lifetime in front.
fn generics_with(lifetime: &LifetimeParam, generics: &Generics) -> TokenStream {
    let mut generics = generics.clone();
    generics.params.insert(0, GenericParam::Lifetime(lifetime.clone()));
    let (generics, ..) = generics.split_for_impl();
    quote!(#generics)
}

/// serde's attributes of a field, for a helper type; without the key `dropped`.
fn serde_attributes(model: &Model<'_>, field: &Field, dropped: Option<&str>) -> Vec<TokenStream> {
    let own = |path: TokenStream| without_self(model, path);
    let attributes = field.attrs.iter().filter(|attribute| serde::is_serde(attribute));
    attributes.map(|attribute| serde::rewritten(attribute, dropped, own)).collect()
}

/// The tokens with the enum's own name for `Self`, for helper types, in which `Self` is another type.
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

/// Where tokens begin, for generated ones that are about them. Generated variables must not have this span: the tokens
/// may come from a `macro_rules!`, whose variables are other ones.
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

/// What the field `event` of an `other` variant is made of. A name out of the data may have been unescaped, and
/// is then no text to borrow.
fn other_name_source(model: &Model<'_>) -> TokenStream {
    match model.attrs.tag.value() {
        Some(_) => quote!(__sse::Cow<'_>),
        None => quote!(&__sse::str),
    }
}
