//! Names from serde's attributes: an enum that derives serde's traits already has its names.

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::{Attribute, LitStr, Meta};

use super::key::{EnumAttrs, VariantAttrs};
use super::serde::{self, Direction};
use super::{Attr, Written, spaced};
use crate::context::Context;

/// The direction whose serde names count: the one that is derived. `None` with `serde = false`.
pub(crate) fn direction(attrs: &EnumAttrs) -> Option<Direction> {
    let counts = attrs.serde.value().is_none_or(|serde| serde.value);
    counts.then_some(if attrs.encode_only.is_set() { Direction::Serialize } else { Direction::Deserialize })
}

/// Adopts the `tag`, the `content` and the `rename_all` of an enum.
pub(crate) fn adopt_enum(
    context: &Context,
    attributes: &[Attribute],
    direction: Direction,
    attrs: &mut EnumAttrs,
) {
    let tag = serde::value(attributes, "tag", direction);
    adopt(context, &mut attrs.tag, "tag", tag.clone());
    adopt(context, &mut attrs.content, "content", serde::value(attributes, "content", direction));
    adopt(context, &mut attrs.rename_all, "rename_all", serde::value(attributes, "rename_all", direction));
    // In serde, a tagged variant without any renaming is named by its identifier.
    if let Some((tag, _)) = tag.filter(|_| attrs.rename_all.is_absent()) {
        let unchanged = LitStr::new("PascalCase", Span::call_site());
        attrs.rename_all = Attr::Set { key: "rename_all", value: unchanged, tokens: tag.into_token_stream() };
    }
}

/// Adopts the `rename` and every `alias` of a variant. A variant with serde's `other` or `untagged` takes unknown
/// events, and a variant that serde skips has no name.
pub(crate) fn adopt_variant(
    context: &Context,
    attributes: &[Attribute],
    direction: Direction,
    attrs: &mut VariantAttrs,
) {
    if !attrs.other.is_absent() {
        return;
    }
    // With a name in `#[event(…)]` the variant is an event, although serde's traits skip it.
    attrs.is_skipped = attrs.name.is_absent() && serde::skipped(attributes, direction).is_some();
    if attrs.is_skipped {
        return;
    }
    let untagged = serde::find(attributes, &["untagged"]).filter(|_| attrs.name.is_absent());
    if let Some(other) = untagged.as_ref().or(serde::find(attributes, &["other"]).as_ref()) {
        attrs.is_untagged = untagged.is_some();
        match attrs.name.written() {
            Some(name) => report_disagreement(context, name, other),
            None => attrs.other = Attr::Set { key: "other", value: (), tokens: other.to_token_stream() },
        }
        return;
    }
    adopt(context, &mut attrs.name, "name", serde::value(attributes, "rename", direction));
    for alias in serde::values(attributes, "alias") {
        let mut known = attrs.name.value().into_iter().chain(&attrs.alias.values);
        let is_known = known.any(|name| name.value() == alias.value());
        if !is_known {
            attrs.alias.values.push(alias);
        }
    }
}

/// Adopts serde's value if the key is not set. If both are set, they must be equal.
fn adopt(context: &Context, attr: &mut Attr<LitStr>, key: &'static str, serdes: Option<(Meta, LitStr)>) {
    let Some((meta, value)) = serdes else { return };
    if attr.is_absent() {
        *attr = Attr::Set { key, value, tokens: meta.into_token_stream() };
    } else if let (Some(ours), Some(written)) = (attr.value(), attr.written())
        && ours.value() != value.value()
    {
        report_disagreement(context, written, &meta);
    }
}

fn report_disagreement(context: &Context, ours: Written<'_>, serdes: &Meta) {
    let serdes = spaced(&serdes.to_token_stream());
    let ours_text = spaced(&ours.to_token_stream());
    context.error(
        ours,
        format_args!("`{ours_text}` and serde's `{serdes}` disagree"),
        "write the same value, or only serde's; if serde's attributes are for another format, add \
         `#[sse(serde = false)]`",
    );
}
