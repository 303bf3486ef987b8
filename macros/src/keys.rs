//! The attribute language in one table: what parses, what is suggested and what every message says.

/// One key of `#[sse(…)]` or `#[event(…)]`.
#[derive(Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) form: Form,
    /// Whether it may be given more than once.
    pub(crate) repeatable: bool,
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

    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Enum => "enum",
            Self::Variant => "variant",
        }
    }
}

/// How a key is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    /// `raw`
    Flag,
    /// `end = "[DONE]"`
    Str,
    /// `ignore("ping", "keepalive")`
    Strs,
    /// `crate = path`
    Path,
    /// `try_from = false`
    Bool,
}

impl Key {
    /// How it is written, for a help line.
    pub(crate) fn usage(&self) -> String {
        let name = self.name;
        match self.form {
            Form::Flag => format!("`{name}`"),
            Form::Str => format!("`{name} = \"…\"`"),
            Form::Strs => format!("`{name}(\"…\", \"…\")`"),
            Form::Path => format!("`{name} = path`"),
            Form::Bool => format!("`{name} = false`"),
        }
    }
}

const fn key(place: Place, name: &'static str, form: Form) -> Key {
    Key { name, place, form, repeatable: false }
}

/// Every key there is.
pub(crate) const KEYS: &[Key] = &[
    key(Place::Enum, "tag", Form::Str),
    key(Place::Enum, "end", Form::Str),
    key(Place::Enum, "ignore", Form::Strs),
    key(Place::Enum, "error_type", Form::Path),
    key(Place::Enum, "try_from", Form::Bool),
    key(Place::Enum, "crate", Form::Path),
    Key { repeatable: true, ..key(Place::Variant, "alias", Form::Str) },
    key(Place::Variant, "raw", Form::Flag),
    key(Place::Variant, "parse", Form::Flag),
    key(Place::Variant, "terminal", Form::Flag),
    key(Place::Variant, "error", Form::Flag),
    key(Place::Variant, "other", Form::Flag),
];

/// The keys that are valid in one place.
pub(crate) fn of(place: Place) -> impl Iterator<Item = &'static Key> {
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
pub(crate) fn list(place: Place) -> String {
    of(place).map(|key| format!("`{}`", key.name)).collect::<Vec<_>>().join(", ")
}
