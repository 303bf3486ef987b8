//! The structs and unions that the variants hold, each printed once, where it is used first.

use std::collections::BTreeMap;

use crate::build::Options;
use crate::content::Content;
use crate::decide::{self, Key, Type};
use crate::model::{Body, Field, Item, Payload, Variant};
use crate::name;
use crate::shape::{Id, Shapes};
use crate::variant;

/// More fields than this make a struct of a payload.
const MAX_INLINE: usize = 4;

pub struct Types<'a> {
    pub options: &'a Options,
    pub shapes: Shapes,
    pub names: BTreeMap<Id, String>,
    pub items: Vec<Item>,
    /// Payloads that are structs in any case, as they have a method.
    pub with_method: Vec<Id>,
}

impl<'a> Types<'a> {
    pub fn new(options: &'a Options, shapes: Shapes) -> Self {
        Self { options, shapes, names: BTreeMap::new(), items: Vec::new(), with_method: Vec::new() }
    }

    /// The keys of a payload that are fields of the variant.
    pub fn inlined_keys(&self, content: &Content) -> Option<Vec<Key>> {
        let Content::Json { shape, is_optional: false } = content else { return None };
        let Type::Named(id) = self.shapes.r#type(shape) else { return None };
        let decide::Body::Struct(keys) = self.shapes.body(id) else { return None };
        let is_only_here = self.shapes[id].other_hints.is_empty() && !self.with_method.contains(&id);
        (is_only_here && keys.len() <= MAX_INLINE).then_some(keys)
    }

    /// The payload of a variant, with the arguments of its `#[serde(…)]`.
    pub fn payload(&mut self, content: &Content, ident: &str, rule: Option<&str>) -> (Payload, Vec<String>) {
        let (shape, is_optional) = match content {
            Content::None => return (Payload::None, Vec::new()),
            Content::Text => return (Payload::Type("String".to_owned()), Vec::new()),
            Content::Json { shape, is_optional } => (shape, *is_optional),
        };
        if let Some(keys) = self.inlined_keys(content) {
            let (fields, serde) = self.fields(&keys, ident, rule);
            return (Payload::Fields(fields), serde);
        }
        let r#type = self.shapes.r#type(shape);
        let is_optional = is_optional && r#type != Type::Value;
        let r#type = if is_optional { Type::Option(Box::new(r#type)) } else { r#type };
        (Payload::Type(self.text(&r#type, "")), Vec::new())
    }

    /// Fields for keys, with the arguments of the `#[serde(…)]` around them. Where a rule renames the fields of all
    /// variants, it is not said again.
    pub fn fields(&mut self, keys: &[Key], owner: &str, of_all: Option<&str>) -> (Vec<Field>, Vec<String>) {
        let mut names: Vec<String> = Vec::new();
        for key in keys {
            let mut name = name::field(&key.key);
            while names.contains(&name) {
                name.push('_');
            }
            names.push(name);
        }
        let renames = |rule: &str| {
            names.iter().zip(keys).filter(|(name, key)| name::renamed(rule, name) != key.key).count()
        };
        let without = renames("");
        let best = name::FIELD_RULES.iter().min_by_key(|rule| renames(rule)).copied().unwrap_or_default();
        let is_worth_it = renames(best) + 1 < without || (renames(best) == 0 && without > 0);
        let rule = of_all.unwrap_or(if is_worth_it { best } else { "" });
        let is_said = of_all.is_none() && !rule.is_empty();
        let around = is_said.then(|| format!("rename_all = {rule:?}")).into_iter().collect();
        let mut fields = Vec::new();
        for (name, key) in names.into_iter().zip(keys) {
            let rename = (name::renamed(rule, &name) != key.key).then(|| format!("rename = {:?}", key.key));
            let default = key.is_default.then(|| "default".to_owned());
            let serde = rename.into_iter().chain(default).collect();
            let r#type = self.text(&key.r#type, owner);
            fields.push(Field { doc: key.note.clone(), sse: Vec::new(), serde, name, r#type });
        }
        (fields, around)
    }

    /// A type as it is written; `owner` is the type or the variant that it is used in.
    pub fn text(&mut self, r#type: &Type, owner: &str) -> String {
        match r#type {
            Type::Bool => "bool".to_owned(),
            Type::Unsigned => "u64".to_owned(),
            Type::Signed => "i64".to_owned(),
            Type::Float => "f64".to_owned(),
            Type::String => "String".to_owned(),
            Type::Value => "Value".to_owned(),
            Type::List(element) => format!("Vec<{}>", self.text(element, owner)),
            Type::Map(values) => format!("BTreeMap<String, {}>", self.text(values, owner)),
            Type::Option(inner) => format!("Option<{}>", self.text(inner, owner)),
            Type::Boxed(inner) => format!("Box<{}>", self.text(inner, owner)),
            Type::Named(id) => self.name(*id, owner),
        }
    }

    fn name(&mut self, id: Id, owner: &str) -> String {
        if let Some(name) = self.names.get(&id) {
            return name.clone();
        }
        let name = self.new_name(id, owner);
        self.names.insert(id, name.clone());
        let at = self.items.len();
        let item = match self.shapes.body(id) {
            decide::Body::Struct(keys) => {
                let (fields, serde) = self.fields(&keys, &name, None);
                let schema = self.options.schema.then_some("JsonSchema");
                let derives = ["Debug", "Deserialize"].into_iter().chain(schema).collect();
                Item { derives, serde, body: Body::Struct(fields), ..Item::new(&name) }
            }
            decide::Body::Union { tag, members } => self.union(&name, &tag, &members),
        };
        // Above the types that it is made of.
        self.items.insert(at, item);
        name
    }

    /// A free name: by the key, by the owner and the key, or with a number.
    fn new_name(&self, id: Id, owner: &str) -> String {
        let objects = &self.shapes[id];
        let hints = [&objects.hint].into_iter().chain(&objects.other_hints);
        let own = name::common(&hints.map(|hint| name::type_name(hint)).collect::<Vec<_>>());
        let is_free = |name: &String| {
            let is_used = *name == self.options.name || self.names.values().any(|used| used == name);
            !name::is_taken(name) && !is_used
        };
        let within = if owner.ends_with(&own) { owner.to_owned() } else { format!("{owner}{own}") };
        let within = if owner.is_empty() { format!("{own}Event") } else { within };
        let numbered = (2..).map(|number| format!("{own}{number}"));
        [own.clone(), within].into_iter().chain(numbered).find(is_free).unwrap_or(own)
    }

    fn union(&mut self, name: &str, tag: &str, members: &[(String, Vec<Key>)]) -> Item {
        let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
        let idents = variant::unique(names.iter().map(|name| name::type_name(name)).collect());
        let rule = variant::rule_of(&names, &idents);
        let rule_of_fields = variant::rule_of_fields(members.iter().map(|(_, keys)| &keys[..]));
        let mut variants = Vec::new();
        for ((name, keys), ident) in members.iter().zip(idents) {
            let (fields, serde) = self.fields(keys, &ident, rule_of_fields);
            let event = if rule.is_some() { Vec::new() } else { vec![format!("{name:?}")] };
            let payload = if fields.is_empty() { Payload::None } else { Payload::Fields(fields) };
            variants.push(Variant { comments: Vec::new(), event, serde, name: ident, payload });
        }
        variants.push(variant::other(&variants, ["Other", "Unknown"], Payload::None));
        let rule = rule.map(|rule| format!("rename_all = {rule:?}"));
        let schema = self.options.schema.then(|| "schema".to_owned());
        let sse = [format!("tag = {tag:?}")].into_iter().chain(rule);
        Item {
            derives: vec!["Debug", "SseEvent"],
            sse: sse.chain(["deserialize".to_owned()]).chain(schema).collect(),
            serde: variant::rename_all_fields(rule_of_fields),
            body: Body::Enum(variants),
            ..Item::new(name)
        }
    }
}
