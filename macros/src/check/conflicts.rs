//! A table of keys that exclude each other.

use crate::attr::key::{EnumAttrs, FieldAttrs, VariantAttrs};
use crate::attr::value::Condition;
use crate::attr::{Attr, Written};
use crate::context::Context;
use crate::model::Model;

/// Two keys that cannot be given together.
struct Conflict<A, B> {
    /// The key that is reported.
    key: fn(&A) -> Option<Written<'_>>,
    with: fn(&B) -> Option<Written<'_>>,
    help: &'static str,
}

type Key<A> = fn(&A) -> Option<Written<'_>>;

const NOT_DECODED: &str = "it only affects decoding: remove it, or write `encode` instead of `encode_only`";
const KEEPS_THE_EVENT: &str = "an `other` variant keeps the raw event as it is: remove one of the two";
const ONE_CODEC: &str = "a payload has one format: `raw` is the text itself, `parse` uses `FromStr`, `with` uses your \
                         own functions: remove one of the two";

/// Two keys of the type.
const OF_TYPE: &[Conflict<EnumAttrs, EnumAttrs>] = &[
    Conflict {
        key: |attrs| attrs.encode_only.written(),
        with: |attrs| attrs.encode.written(),
        help: "`encode` adds encoding, `encode_only` also removes decoding: remove one of the two",
    },
    not_decoded(|attrs| attrs.ignore.written()),
    not_decoded(|attrs| attrs.error_type.written()),
    not_decoded(|attrs| attrs.try_from.written()),
    not_decoded(EnumAttrs::bound_of_decoding),
    not_decoded(|attrs| attrs.deserialize.written()),
];

/// A key of a variant and a key of the enum.
const OF_VARIANT_AND_TYPE: &[Conflict<VariantAttrs, EnumAttrs>] = &[
    Conflict {
        key: |attrs| attrs.decode_with.written().filter(|_| !attrs.other.is_set()),
        with: |attrs| attrs.encode_only.written(),
        help: NOT_DECODED,
    },
    Conflict {
        key: |attrs| attrs.has_key.written().filter(|_| !attrs.other.is_set()),
        with: |attrs| attrs.kind.written(),
        help: "a kind depends only on the name, but this variant also depends on the data: remove one of the two",
    },
    Conflict {
        key: |attrs| attrs.has_key.written().filter(|_| !attrs.other.is_set()),
        with: |attrs| attrs.content.written(),
        help: "`has_key` looks for a key alongside the name, but with `content` the payload is under a separate key: remove one of the two",
    },
];

/// A key of a variant and a key of the enum that implements serde's traits.
const OF_VARIANT_AND_UNION: &[Conflict<VariantAttrs, EnumAttrs>] = &[
    in_union(|attrs| attrs.raw.written(), JSON_OF_UNION),
    in_union(|attrs| attrs.parse.written(), JSON_OF_UNION),
    in_union(|attrs| attrs.with.written(), JSON_OF_UNION),
    in_union(|attrs| attrs.decode_with.written(), JSON_OF_UNION),
    in_union(|attrs| attrs.encode_with.written(), JSON_OF_UNION),
    in_union(
        |attrs| attrs.has_key.written(),
        "a value inside another payload is read in one pass, by its name alone: remove one of the two",
    ),
    Conflict {
        key: |attrs| attrs.prefix.written(),
        with: |attrs| attrs.serialize.written(),
        help: "only the prefix of the name is known, so the name cannot be written: remove one of the two",
    },
];

/// Two keys of one variant of an enum.
const OF_VARIANT: &[Conflict<VariantAttrs, VariantAttrs>] = &[
    with_other(|attrs| attrs.raw.written(), KEEPS_THE_EVENT),
    with_other(|attrs| attrs.parse.written(), KEEPS_THE_EVENT),
    with_other(|attrs| attrs.with.written(), KEEPS_THE_EVENT),
    with_other(|attrs| attrs.decode_with.written(), KEEPS_THE_EVENT),
    with_other(|attrs| attrs.encode_with.written(), KEEPS_THE_EVENT),
    with_other(
        |attrs| attrs.prefix.written(),
        "an `other` variant matches every remaining name: remove one of the two",
    ),
    with_other(
        |attrs| attrs.has_key.written(),
        "an `other` variant matches every remaining event, whatever keys its data has: remove one of the two",
    ),
    with_other(
        |attrs| attrs.line.written(),
        "an `other` variant writes its event unchanged, with or without an `event:` line: remove one of the two",
    ),
    // An unknown event may well be an error. It must not end the stream: a stream without that event would be
    // reported as truncated.
    with_other(
        |attrs| always(&attrs.terminal),
        "any event that the server adds later would end the stream: add a variant for the event that ends it",
    ),
    with_other(
        |attrs| always(&attrs.complete),
        "any event that the server adds later would complete the stream: add a variant for the event that completes it",
    ),
    one_codec(|attrs| attrs.parse.written(), |attrs| attrs.raw.written()),
    one_codec(|attrs| attrs.with.written(), |attrs| attrs.raw.written()),
    one_codec(|attrs| attrs.with.written(), |attrs| attrs.parse.written()),
    // `decode_with` and `encode_with` do not conflict.
    one_codec(|attrs| attrs.decode_with.written(), not_in_one_direction),
    one_codec(|attrs| attrs.encode_with.written(), not_in_one_direction),
];

/// Two keys of one variant of an enum, or of a struct.
const OF_EVENT: &[Conflict<VariantAttrs, VariantAttrs>] = &[
    Conflict {
        key: |attrs| attrs.has_key.written(),
        with: |attrs| attrs.prefix.written(),
        help: "`has_key` distinguishes events with the same name: write that name, or remove `has_key`",
    },
    Conflict {
        key: |attrs| attrs.complete.written(),
        with: |attrs| always(&attrs.terminal),
        help: "a `terminal` event already completes the stream: remove one of the two",
    },
];

const JSON_OF_UNION: &str = "serde's traits read and write JSON: write `#[serde(with = \"…\")]` on the field of the variant, \
                             or remove one of the two";

const fn in_union(key: Key<VariantAttrs>, help: &'static str) -> Conflict<VariantAttrs, EnumAttrs> {
    Conflict { key, with: |attrs| attrs.deserialize.written().or(attrs.serialize.written()), help }
}

/// Two keys of a wrapper's event.
const OF_FIELD: &[Conflict<FieldAttrs, FieldAttrs>] = &[
    Conflict {
        key: |attrs| attrs.flatten.written(),
        with: |attrs| attrs.nested.written(),
        help: "an event is under its own key (`nested`), or its keys are alongside the other fields (`flatten`): remove one \
               of the two",
    },
    Conflict {
        key: |attrs| attrs.error.written(),
        with: |attrs| attrs.flatten.written().filter(|_| attrs.nested.is_absent()),
        help: "`error` needs an event under a key: `#[sse(nested, error = \"error\")]`",
    },
];

const fn not_decoded(key: Key<EnumAttrs>) -> Conflict<EnumAttrs, EnumAttrs> {
    Conflict { key, with: |attrs| attrs.encode_only.written(), help: NOT_DECODED }
}

const fn with_other(key: Key<VariantAttrs>, help: &'static str) -> Conflict<VariantAttrs, VariantAttrs> {
    Conflict { key, with: |attrs| attrs.other.written(), help }
}

const fn one_codec(key: Key<VariantAttrs>, with: Key<VariantAttrs>) -> Conflict<VariantAttrs, VariantAttrs> {
    Conflict { key, with, help: ONE_CODEC }
}

/// A key without a condition.
fn always(key: &Attr<Condition>) -> Option<Written<'_>> {
    key.written().filter(|_| matches!(key.value(), Some(Condition::Always)))
}

/// A codec for both directions.
fn not_in_one_direction(attrs: &VariantAttrs) -> Option<Written<'_>> {
    attrs.raw.written().or(attrs.parse.written()).or(attrs.with.written())
}

pub(super) fn check(context: &Context, model: &Model<'_>) {
    report(context, OF_TYPE, &model.attrs, &model.attrs);
    if let Some(wrapper) = &model.wrapper {
        report(context, OF_FIELD, &wrapper.event.attrs, &wrapper.event.attrs);
    }
    for variant in &model.variants {
        if !model.is_struct() {
            report(context, OF_VARIANT_AND_TYPE, &variant.attrs, &model.attrs);
            if !variant.attrs.other.is_set() {
                report(context, OF_VARIANT_AND_UNION, &variant.attrs, &model.attrs);
            }
            report(context, OF_VARIANT, &variant.attrs, &variant.attrs);
        }
        report(context, OF_EVENT, &variant.attrs, &variant.attrs);
    }
}

fn report<A, B>(context: &Context, conflicts: &[Conflict<A, B>], keys: &A, others: &B) {
    let mut reported = Vec::new();
    for conflict in conflicts {
        let (Some(key), Some(other)) = ((conflict.key)(keys), (conflict.with)(others)) else { continue };
        if reported.contains(&key.key) {
            continue;
        }
        reported.push(key.key);
        context.error(
            key,
            format_args!("`{}` and `{}` exclude each other", key.key, other.key),
            conflict.help,
        );
    }
}
