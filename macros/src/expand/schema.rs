//! `impl EventSchema` and `impl JsonSchema`: what every event is, for `schemars`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Attribute, Expr, ExprLit, Field, Fields, Ident, Lit, Meta, WherePredicate, parse_quote};

use super::{ImplHeader, de_helper, option, serde_attributes, span, without_self};
use crate::attr::readable;
use crate::attr::value::Condition;
use crate::model::{Codec, Model, Other, Variant};

pub(super) fn schema(model: &Model<'_>) -> Option<TokenStream> {
    let helpers: Vec<_> = model
        .named()
        .filter_map(|(variant, _, codec)| match codec {
            Codec::Fields(fields) => Some(variant_helper(model, variant, fields)),
            _ => None,
        })
        .collect();
    let head = stream_head(model);
    let events = model.named().map(|(variant, _, codec)| event(model, variant, codec));
    let other = model.other().map(|(variant, other)| {
        let doc = doc(variant.attributes);
        match other {
            Other::Json(ty) => {
                let (events, ty) = (quote!(__events), without_self(model, ty));
                quote_spanned!(span(&ty)=> #events.other_json::<#ty>(#doc);)
            }
            _ => quote!(__events.other(#doc);),
        }
    });
    let describe = quote! {
        let mut __events = __sse::Describing::new(#head, __generator);
        #(#events)*
        #other
        __events.finish()
    };
    let parameters: Vec<_> = model.generics().type_params().map(|param| &param.ident).collect();
    let bounds: Vec<_> = parameters.iter().map(|param| bound(param)).collect();
    let part = |part: &TokenStream| {
        parameters.iter().map(|ty| quote!(<#ty as __sse::JsonSchema>::#part())).collect::<Vec<_>>()
    };
    let names = [part(&quote!(schema_name)), part(&quote!(schema_id))];
    impls(model, &quote!(#(#helpers)*), &names, &bounds, &describe)
}

/// Impls for an enum with errors. They describe nothing.
pub(crate) fn stubs(model: &Model<'_>) -> Option<TokenStream> {
    let describe = quote!(__sse::Describing::new(__sse::StreamHead::NEW, __generator).finish());
    impls(model, &TokenStream::new(), &[Vec::new(), Vec::new()], &[], &describe)
}

/// The impls, in the macro of the runtime that leaves them out, or reports that a feature is missing.
pub(super) fn impls(
    model: &Model<'_>,
    helpers: &TokenStream,
    [names, ids]: &[Vec<TokenStream>; 2],
    bounds: &[WherePredicate],
    describe: &TokenStream,
) -> Option<TokenStream> {
    let written = model.attrs.schema.written()?;
    let header = ImplHeader::new(model);
    let where_clause = header.bounds_and(bounds);
    let ImplHeader { ident, plain, types, .. } = header;
    let name = ident.unraw().to_string();
    let data_schemas = has_data_schema(model).then(|| {
        quote! {
            #[automatically_derived]
            impl #plain __sse::JsonSchema for #ident #types #where_clause {
                fn schema_name() -> __sse::Cow<'static> {
                    <Self as __sse::EventSchema>::schema_name()
                }

                fn schema_id() -> __sse::Cow<'static> {
                    <Self as __sse::EventSchema>::schema_id()
                }

                fn json_schema(__generator: &mut __sse::SchemaGenerator) -> __sse::Schema {
                    __sse::data_schema::<Self>(__generator)
                }
            }

            __sse::utoipa_impls! {
                #[automatically_derived]
                impl #plain __sse::utoipa::PartialSchema for #ident #types #where_clause {
                    fn schema() -> __sse::UtoipaSchema {
                        __sse::partial_schema::<Self>()
                    }
                }

                #[automatically_derived]
                impl #plain __sse::utoipa::ToSchema for #ident #types #where_clause {
                    fn name() -> __sse::Cow<'static> {
                        <Self as __sse::EventSchema>::schema_name()
                    }

                    fn schemas(__schemas: &mut __sse::UtoipaSchemas) {
                        __sse::referenced_schemas::<Self>(__schemas)
                    }
                }
            }
        }
    });
    let impls = quote! {
        #helpers

        #[automatically_derived]
        impl #plain __sse::EventSchema for #ident #types #where_clause {
            fn schema_name() -> __sse::Cow<'static> {
                __sse::with_parameters(#name, &[#(#names),*])
            }

            fn schema_id() -> __sse::Cow<'static> {
                __sse::with_parameters(::core::concat!(::core::module_path!(), "::", #name), &[#(#ids),*])
            }

            fn describe(__generator: &mut __sse::SchemaGenerator) -> __sse::Described {
                #describe
            }
        }

        #data_schemas
    };
    // Where the feature is missing, the compiler says so of the key.
    Some(quote_spanned!(span(&written)=> __sse::schema_impls! { #impls }))
}

/// Whether the data is described here, and not by the struct's own schema.
fn has_data_schema(model: &Model<'_>) -> bool {
    !model.is_struct() || model.wrapper.is_some()
}

fn stream_head(model: &Model<'_>) -> TokenStream {
    let attrs = &model.attrs;
    let (doc, ignored) = (doc(&model.input.attrs), attrs.ignored());
    let (tag, content, end) =
        (option(attrs.tag.value()), option(attrs.content.value()), option(attrs.end.value()));
    let (has_lines, is_encoded) = (model.reads_line(), model.encodes());
    quote! {
        __sse::StreamHead {
            doc: #doc,
            tag: #tag,
            content: #content,
            end: #end,
            ignored: &[#(#ignored),*],
            has_lines: #has_lines,
            is_encoded: #is_encoded,
        }
    }
}

fn event(model: &Model<'_>, variant: &Variant<'_>, codec: &Codec<'_>) -> TokenStream {
    let is_custom = matches!(codec, Codec::With(..)) || (!model.decodes() && variant.encode_with().is_some());
    let head = event_head(model, variant, is_custom);
    let (ident, (_, types, _)) = (model.ident(), model.generics().split_for_impl());
    let events = quote!(__events);
    match codec {
        Codec::Unit | Codec::With(..) => quote!(__events.any(#head);),
        _ if is_custom => quote!(__events.any(#head);),
        Codec::Raw(_) | Codec::Parse(_) => quote!(__events.text(#head);),
        Codec::Json(ty) => {
            let ty = without_self(model, ty);
            quote_spanned!(span(&ty)=> #events.json::<#ty>(#head);)
        }
        Codec::Fields(_) => {
            let helper = ident_of_helper(variant.ident);
            quote!(__events.json::<#helper #types>(#head);)
        }
        Codec::Itself => quote_spanned!(span(ident)=> #events.json::<#ident #types>(#head);),
    }
}

fn event_head(model: &Model<'_>, variant: &Variant<'_>, is_custom: bool) -> TokenStream {
    let attrs = &variant.attrs;
    let names = variant.names.iter().map(|name| &name.value);
    let (doc, has_key) = (doc(variant.attributes), option(variant.has_key()));
    let condition = |key: Option<&Condition>, always, sometimes| match key? {
        Condition::Always => Some(always),
        Condition::If(_) => Some(sometimes),
    };
    let flags = [
        variant.is_prefix().then_some("Prefix"),
        (!model.writes_line(variant)).then_some("NoLine"),
        condition(attrs.terminal.value(), "Terminal", "TerminalIf"),
        condition(attrs.complete.value(), "Complete", "CompleteIf"),
        attrs.error.is_set().then_some("Error"),
        is_deprecated(variant.attributes).then_some("Deprecated"),
        is_custom.then_some("Custom"),
    ];
    let flags = flags.into_iter().flatten().map(|flag| Ident::new(flag, Span::call_site()));
    quote! {
        __sse::EventHead {
            names: &[#(#names),*],
            doc: #doc,
            has_key: #has_key,
            flags: &[#(__sse::Flag::#flags),*],
        }
    }
}

/// A struct for `schemars` to derive: the fields of a variant.
fn variant_helper(model: &Model<'_>, variant: &Variant<'_>, fields: &Fields) -> TokenStream {
    let (helper, metas) = (ident_of_helper(variant.ident), &variant.attrs.serde);
    let metas: Vec<_> = metas.iter().map(ToTokens::to_token_stream).collect();
    match fields {
        Fields::Unnamed(_) => {
            let (generics, _, bounds) = model.generics().split_for_impl();
            let fields = fields.iter().map(|field| self::field(model, field, Some("default")));
            let marker = de_helper::marker(model, &TokenStream::new());
            self::helper(
                &quote!(transparent),
                &quote!(struct #helper #generics (#(#fields)* #marker) #bounds;),
            )
        }
        _ => named_helper(model, &helper, &metas, fields.iter()),
    }
}

/// A struct of these fields.
pub(super) fn named_helper<'f>(
    model: &Model<'_>,
    helper: &Ident,
    metas: &[TokenStream],
    fields: impl Iterator<Item = &'f Field>,
) -> TokenStream {
    let (generics, _, bounds) = model.generics().split_for_impl();
    let fields = fields.map(|field| self::field(model, field, None));
    let marker = de_helper::marker(model, &quote!(__marker:));
    let default = metas.iter().any(|meta| readable(meta) == "default").then(|| {
        quote! {
            #[derive(::core::default::Default)]
        }
    });
    let body = quote!(struct #helper #generics #bounds { #(#fields)* #marker });
    let helper = self::helper(&quote!(#(#metas),*), &body);
    quote!(#default #helper)
}

fn helper(metas: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        #[derive(__sse::schemars::JsonSchema)]
        #[schemars(crate = "__sse::schemars", inline)]
        #[serde(#metas)]
        #[allow(dead_code)]
        #body
    }
}

/// A field with what `schemars` reads of its attributes.
fn field(model: &Model<'_>, field: &Field, dropped: Option<&str>) -> TokenStream {
    let name = field.ident.as_ref().map(|name| quote!(#name:));
    let ty = without_self(model, &field.ty);
    let kept = ["deprecated", "doc", "schemars"];
    let attributes =
        field.attrs.iter().filter(|attribute| kept.iter().any(|kept| attribute.path().is_ident(kept)));
    let of_serde = serde_attributes(model, field, dropped);
    quote!(#(#attributes)* #(#of_serde)* #name #ty,)
}

pub(super) fn ident_of_helper(ident: &Ident) -> Ident {
    format_ident!("__{}Schema", ident.unraw())
}

/// What is written about it, without the space that a comment begins with.
pub(super) fn doc(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) => Some(line.value()),
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<_> =
        lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).trim_end().to_owned()).collect();
    lines.join("\n").trim().to_owned()
}

fn is_deprecated(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("deprecated"))
}

/// The bound of a type parameter that a payload mentions.
pub(super) fn bound(param: &Ident) -> WherePredicate {
    parse_quote!(#param: __sse::JsonSchema)
}
