//! The attribute language: one row per key with its form, and the field that it is read into.

use quote::ToTokens;
use syn::{LitBool, LitStr, Meta, Path};

use super::value::{Bound, Condition, Kind, Strings};
use super::{Attr, Repeated, Slot, Written, readable};
use crate::context::Context;

/// One key of `#[sse(…)]` or `#[event(…)]`.
#[derive(Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    form: Form,
}

/// The attribute that a key belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Enum,
    Variant,
    Field,
}

/// The form of a key, for messages.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// `raw`
    Flag,
    /// `end = "[DONE]"`
    Str,
    /// `ignore("ping", "keepalive")`
    Strs,
    /// `crate = path`; the string describes the target of the path.
    Path(&'static str),
    /// `terminal`, `terminal = function`
    Condition,
    /// `try_from = false`
    Bool,
    /// `bound = "T: Bound"`, `bound(decode = "…", encode = "…")`
    Bound,
    /// `kind`, `kind(name = Topic, derive(Trait), error_type = path)`
    Kind,
}

/// The typed values of one attribute.
pub(super) trait Attributes {
    const PLACE: Place;

    /// The field of a key; `None` if the key belongs to another attribute.
    fn slot(&mut self, key: &Key) -> Option<&mut dyn Slot>;

    /// Every valid key that is set, except those that may be repeated.
    fn written(&self) -> Vec<Written<'_>>;
}

/// Makes a struct field and a table entry from each key. The other fields are not set by keys.
macro_rules! attributes {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (
        $(#[$doc:meta])*
        struct $attrs:ident, $keys:ident, $place:expr;
        keys { $( $field:ident $(as $name:literal)?: $slot:ty = $form:expr, )* }
        others { $( $(#[$other_doc:meta])* $other:ident: $other_type:ty, )* }
    ) => {
        $(#[$doc])*
        #[derive(Default)]
        pub(crate) struct $attrs {
            $( pub(crate) $field: $slot, )*
            $( $(#[$other_doc])* pub(crate) $other: $other_type, )*
        }

        const $keys: &[Key] = &[
            $( Key { name: attributes!(@name $field $($name)?), place: $place, form: $form }, )*
        ];

        impl Attributes for $attrs {
            const PLACE: Place = $place;

            fn slot(&mut self, key: &Key) -> Option<&mut dyn Slot> {
                match key.name {
                    _ if key.place != $place => None,
                    $( attributes!(@name $field $($name)?) => Some(&mut self.$field), )*
                    _ => None,
                }
            }

            fn written(&self) -> Vec<Written<'_>> {
                [$( Slot::written(&self.$field), )*].into_iter().flatten().collect()
            }
        }
    };
}

attributes! {
    /// `#[sse(…)]` on the enum.
    struct EnumAttrs, ENUM_KEYS, Place::Enum;
    keys {
        tag: Attr<LitStr> = Form::Str,
        content: Attr<LitStr> = Form::Str,
        rename_all: Attr<LitStr> = Form::Str,
        serde: Attr<LitBool> = Form::Bool,
        end: Attr<LitStr> = Form::Str,
        ignore: Attr<Strings> = Form::Strs,
        error_type: Attr<Path> = Form::Path("path"),
        try_from: Attr<LitBool> = Form::Bool,
        encode: Attr<()> = Form::Flag,
        encode_only: Attr<()> = Form::Flag,
        deserialize: Attr<()> = Form::Flag,
        serialize: Attr<()> = Form::Flag,
        line: Attr<LitBool> = Form::Bool,
        kind: Attr<Kind> = Form::Kind,
        schema: Attr<()> = Form::Flag,
        bound: Attr<Bound> = Form::Bound,
        krate as "crate": Attr<Path> = Form::Path("path"),
    }
    others {}
}

attributes! {
    /// `#[event("name", …)]` on a variant, and the relevant parts of its `#[serde(…)]`.
    struct VariantAttrs, VARIANT_KEYS, Place::Variant;
    keys {
        alias: Repeated<LitStr> = Form::Str,
        prefix: Attr<()> = Form::Flag,
        has_key: Attr<LitStr> = Form::Str,
        raw: Attr<()> = Form::Flag,
        parse: Attr<()> = Form::Flag,
        with: Attr<Path> = Form::Path("module"),
        decode_with: Attr<Path> = Form::Path("function"),
        encode_with: Attr<Path> = Form::Path("function"),
        line: Attr<LitBool> = Form::Bool,
        terminal: Attr<Condition> = Form::Condition,
        complete: Attr<Condition> = Form::Condition,
        error: Attr<()> = Form::Flag,
        other: Attr<()> = Form::Flag,
    }
    others {
        /// Whether it is an `other` variant that reads the data: serde's `untagged`.
        is_untagged: bool,
        /// Whether the variant has no name: serde's `skip`.
        is_skipped: bool,
        /// The leading string.
        name: Attr<LitStr>,
        /// The attributes of a struct variant that are forwarded to serde: `rename_all`, `deny_unknown_fields`,
        /// `default`.
        serde: Vec<Meta>,
        /// The first `#[event(…)]`.
        event: Option<Meta>,
    }
}

attributes! {
    /// `#[sse(…)]` on a field of a struct: the struct is a wrapper, and the field its event.
    struct FieldAttrs, FIELD_KEYS, Place::Field;
    keys {
        flatten: Attr<()> = Form::Flag,
        nested: Attr<()> = Form::Flag,
        error: Attr<LitStr> = Form::Str,
    }
    others {}
}

/// All keys.
pub(crate) fn keys() -> impl Iterator<Item = &'static Key> {
    ENUM_KEYS.iter().chain(VARIANT_KEYS).chain(FIELD_KEYS)
}

impl FieldAttrs {
    /// Marks all fields invalid: a reported item may have been any of them.
    pub(super) fn invalidate(&mut self) {
        self.flatten.invalidate();
        self.nested.invalidate();
    }

    /// Whether a reported item may have been `nested` or `flatten`.
    pub(crate) fn is_invalid(&self) -> bool {
        self.flatten.is_invalid() || self.nested.is_invalid()
    }
}

impl EnumAttrs {
    /// Every valid key that is set.
    pub(crate) fn all(&self) -> Vec<Written<'_>> {
        Attributes::written(self)
    }

    /// The `bound(decode = …)`.
    pub(crate) fn bound_of_decoding(&self) -> Option<Written<'_>> {
        let bound = self.bound.value().filter(|bound| bound.by_direction && bound.decode.is_some());
        bound.and(self.bound.written()).map(|written| Written { key: "bound(decode = …)", ..written })
    }

    /// The `bound(encode = …)`.
    pub(crate) fn bound_of_encoding(&self) -> Option<Written<'_>> {
        let bound = self.bound.value().filter(|bound| bound.by_direction && bound.encode.is_some());
        bound.and(self.bound.written()).map(|written| Written { key: "bound(encode = …)", ..written })
    }

    /// The names of events to skip.
    pub(crate) fn ignored(&self) -> &[LitStr] {
        self.ignore.value().map_or(&[], |strings| &strings.0)
    }
}

impl VariantAttrs {
    /// The keys that mark the end of the stream.
    pub(crate) fn ends(&self) -> [&Attr<Condition>; 2] {
        [&self.terminal, &self.complete]
    }

    /// The keys that set how the payload is read or written.
    pub(crate) fn codecs(&self) -> impl Iterator<Item = Written<'_>> {
        let Self { raw, parse, with, decode_with, encode_with, .. } = self;
        let codecs =
            [raw.written(), parse.written(), with.written(), decode_with.written(), encode_with.written()];
        codecs.into_iter().flatten()
    }
}

impl Place {
    pub(super) fn attribute(self) -> &'static str {
        match self {
            Self::Enum | Self::Field => "sse",
            Self::Variant => "event",
        }
    }

    /// The form of the attribute, for a help line.
    pub(super) fn usage(self) -> &'static str {
        match self {
            Self::Enum => "`#[sse(key = …)]`",
            Self::Variant => "`#[event(\"name\")]`",
            Self::Field => "`#[sse(nested)]` or `#[sse(flatten)]`",
        }
    }

    /// The item that the options belong to.
    fn noun(self) -> &'static str {
        match self {
            Self::Enum => "the whole type",
            Self::Variant => "one event",
            Self::Field => "the field that holds the event of a wrapper",
        }
    }
}

impl Form {
    fn takes(self) -> &'static str {
        match self {
            Self::Flag => "no value",
            Self::Str => "a string",
            Self::Strs => "a list of strings",
            Self::Path(_) => "a path",
            Self::Condition => "no value, or a function",
            Self::Bool => "`true` or `false`",
            Self::Bound => "a string of bounds, or one for each direction",
            Self::Kind => "no value, or a name, traits to derive and an error type",
        }
    }
}

impl Key {
    /// The form of the key.
    fn usage(&self) -> String {
        let name = self.name;
        match self.form {
            Form::Flag | Form::Condition => name.to_owned(),
            Form::Str => format!("{name} = \"…\""),
            Form::Strs => format!("{name}(\"…\", \"…\")"),
            Form::Path(noun) => format!("{name} = {noun}"),
            Form::Bool => format!("{name} = false"),
            Form::Bound => format!("{name} = \"T: Bound\""),
            Form::Kind => format!("{name}(name = Name, derive(Trait), error_type = path)"),
        }
    }

    /// All forms of the key, for a help line.
    fn usages(&self) -> String {
        let (name, usage) = (self.name, self.usage());
        match self.form {
            // With the whole attribute, because the rejected value may belong to another key in it.
            Form::Flag => format!("`{}`", self.attribute()),
            Form::Condition => format!("`{}` or `{name} = function`", self.attribute()),
            Form::Kind => format!("`{name}` or `{usage}`"),
            Form::Bound => format!("`{usage}` or `{name}(decode = \"…\", encode = \"…\")`"),
            _ => format!("`{usage}`"),
        }
    }

    /// The whole attribute with this key.
    fn attribute(&self) -> String {
        let (attribute, usage) = (self.place.attribute(), self.usage());
        match self.place {
            Place::Variant if self.name != "other" => format!("#[{attribute}(\"name\", {usage})]"),
            Place::Field if self.form != Form::Flag => format!("#[{attribute}(nested, {usage})]"),
            _ => format!("#[{attribute}({usage})]"),
        }
    }

    /// Reports that `tokens` do not have the form of this key.
    pub(super) fn report_form(&self, context: &Context, tokens: &impl ToTokens) {
        context.error(
            tokens,
            format_args!("`{}` takes {}", self.name, self.form.takes()),
            format_args!("write {}", self.usages()),
        );
    }

    /// Reports that this key belongs to another attribute than `place`.
    pub(super) fn report_place(&self, context: &Context, path: &Path, place: Place) {
        let where_it_is = match (place, self.place) {
            (Place::Field, Place::Enum) => "on a field".to_owned(),
            (Place::Enum, Place::Field) => "on the type".to_owned(),
            _ => format!("in `#[{}(…)]`", place.attribute()),
        };
        context.error(
            path,
            format_args!("`{}` does not belong {where_it_is}", self.name),
            format_args!("it is an option of {}: `{}`", self.place.noun(), self.attribute()),
        );
    }
}

/// The keys that are valid in one place.
fn of(place: Place) -> impl Iterator<Item = &'static Key> {
    keys().filter(move |key| key.place == place)
}

/// The key with this name: in its place, or else in another place.
pub(super) fn find(place: Place, name: &str) -> Option<&'static Key> {
    of(place).find(|key| key.name == name).or_else(|| keys().find(|key| key.name == name))
}

/// The key that was probably misspelled.
fn similar(place: Place, name: &str) -> Option<&'static Key> {
    most_similar(of(place).map(|key| (key.name, key)), name)
}

/// The candidate whose name was probably misspelled as `name`.
pub(crate) fn most_similar<'a, T>(candidates: impl Iterator<Item = (&'a str, T)>, name: &str) -> Option<T> {
    candidates
        .map(|(candidate, value)| (candidate, strsim::jaro_winkler(candidate, name), value))
        // In a short key, one slip is a great difference to the first measure.
        .filter(|(candidate, similarity, _)| *similarity > 0.8 || strsim::osa_distance(candidate, name) == 1)
        .map(|(_, similarity, value)| (similarity, value))
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, value)| value)
}

/// Whether the tokens are a key of one place, or nearly one.
pub(super) fn resembles(place: Place, tokens: &impl ToTokens) -> bool {
    let name = readable(tokens);
    find(place, &name).is_some() || similar(place, &name).is_some()
}

/// The keys of one place, as a list for a help line.
pub(super) fn list(place: Place) -> String {
    of(place).map(|key| format!("`{}`", key.name)).collect::<Vec<_>>().join(", ")
}

/// Reports an unknown key, and returns the key that was probably meant.
pub(super) fn report_unknown(
    context: &Context,
    path: &Path,
    name: &str,
    place: Place,
) -> Option<&'static Key> {
    let message = format!("unknown key `{name}` in `#[{}(…)]`", place.attribute());
    let meant = similar(place, name);
    match meant {
        Some(key) => context.error(path, message, format_args!("did you mean `{}`?", key.usage())),
        None => context.error(path, message, format_args!("the keys are {}", list(place))),
    }
    meant
}
