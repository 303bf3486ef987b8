//! Enums in functions, in macros, under `cfg` and with identifiers of any script.

use renamed::{DecodeEvent as _, Decoded, EncodeEvent as _, RawEvent, SseEvent};

mod two_in_one_module {
    #[derive(Debug, PartialEq, renamed::SseEvent)]
    #[sse(crate = renamed, kind, encode)]
    pub(crate) enum First {
        #[event("object")]
        Object { count: u8 },
    }

    #[derive(Debug, PartialEq, renamed::SseEvent)]
    #[sse(crate = renamed, kind, encode)]
    pub(crate) enum Second {
        #[event("object")]
        Object { text: String },
    }
}

#[test]
fn enums_of_one_module_can_share_variant_names() {
    use two_in_one_module::{First, FirstKind, Second, SecondKind};

    let first = First::decode(RawEvent::new("object", r#"{"count":7}"#)).unwrap();
    assert_eq!(first, Decoded::Event(First::Object { count: 7 }));
    let second = Second::decode(RawEvent::new("object", r#"{"text":"Hi"}"#)).unwrap();
    assert_eq!(second, Decoded::Event(Second::Object { text: "Hi".into() }));
    assert_eq!(FirstKind::from(&First::Object { count: 7 }).as_str(), SecondKind::Object.as_str());
    assert_eq!(Second::Object { text: "Hi".into() }.encode().unwrap().data, r#"{"text":"Hi"}"#);
}

#[test]
fn enum_in_function_can_use_local_types() {
    #[derive(Debug, PartialEq, renamed_serde::Deserialize)]
    #[serde(crate = "renamed_serde")]
    struct Local(u8);

    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(crate = renamed, kind)]
    enum Event {
        #[event("local")]
        Local(Local),
        #[event("locals")]
        Locals { locals: Vec<Local> },
    }

    let decode = |event, data| Event::decode(RawEvent::new(event, data)).unwrap().into_event();
    assert_eq!(decode("local", "7"), Some(Event::Local(Local(7))));
    assert_eq!(decode("locals", r#"{"locals":[7]}"#), Some(Event::Locals { locals: vec![Local(7)] }));
    assert_eq!(EventKind::ALL, [EventKind::Local, EventKind::Locals]);
}

#[test]
fn accepts_identifiers_of_any_script_and_raw_identifiers() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(crate = renamed)]
    enum Ereignis {
        #[event("übermittelt ✓")]
        Übermittelt { größe: u32 },
        #[event("完了", terminal)]
        完了,
        #[event("type")]
        #[allow(non_camel_case_types)]
        r#type { r#fn: u8 },
    }

    let decode = |event, data| Ereignis::decode(RawEvent::new(event, data)).unwrap().into_event();
    assert_eq!(decode("übermittelt ✓", r#"{"größe":7}"#), Some(Ereignis::Übermittelt { größe: 7 }));
    assert_eq!(decode("完了", ""), Some(Ereignis::完了));
    assert_eq!(decode("type", r#"{"fn":7}"#), Some(Ereignis::r#type { r#fn: 7 }));
    assert_eq!(Ereignis::EVENT_TYPES, ["übermittelt ✓", "完了", "type"]);
}

#[test]
fn cfg_removes_variants_and_fields() {
    #[derive(Debug, PartialEq, SseEvent)]
    #[sse(crate = renamed, kind, encode)]
    enum Event {
        #[cfg(test)]
        #[event("here")]
        Here {
            count: u8,
            #[cfg(not(test))]
            gone: MissingType,
        },
        #[cfg(not(test))]
        #[event("gone")]
        Gone(MissingType),
        #[cfg_attr(test, event("renamed"))]
        #[cfg_attr(not(test), event("original"))]
        Renamed,
    }

    assert_eq!(Event::EVENT_TYPES, ["here", "renamed"]);
    assert_eq!(EventKind::ALL, [EventKind::Here, EventKind::Renamed]);
    let here = Event::decode(RawEvent::new("here", r#"{"count":7}"#)).unwrap();
    assert_eq!(here, Decoded::Event(Event::Here { count: 7 }));
}

/// Found through `$crate`.
type Items = Vec<u8>;

#[derive(Debug)]
struct OwnError;

impl From<renamed::Error> for OwnError {
    fn from(_: renamed::Error) -> Self {
        Self
    }
}

/// An enum whose parts are all fragments of a macro.
macro_rules! events {
    (
        $krate:path, $end:literal, $ignored:literal, $error:path;
        $($name:literal or $alias:expr => $variant:ident($payload:ty),)*
        object $object:literal => { $($field:ident: $type:ty),* }
    ) => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = $krate, end = $end, ignore($ignored), error_type = $error)]
        enum Generated {
            $(#[event($name, alias = $alias)] $variant($payload),)*
            #[event($object)]
            Object { items: $crate::places::Items, $($field: $type),* },
        }
    };
}

events! {
    renamed, "[DONE]", "ping", OwnError;
    "count" or "number" => Count(u8),
    "text" or "string" => Text(Box<str>),
    object "object" => { name: String, size: Option<u64> }
}

#[test]
fn accepts_macro_fragments() {
    assert_eq!(Generated::EVENT_TYPES, ["count", "number", "text", "string", "object"]);
    assert_eq!(Generated::END, Some("[DONE]"));
    let decode = |event, data| Generated::decode(RawEvent::new(event, data)).unwrap();
    assert_eq!(decode("number", "7"), Decoded::Event(Generated::Count(7)));
    assert_eq!(decode("text", "\"Hi\""), Decoded::Event(Generated::Text("Hi".into())));
    assert_eq!(decode("ping", ""), Decoded::Ignored);
    let object = Generated::Object { items: vec![7], name: "n".into(), size: None };
    assert_eq!(decode("object", r#"{"items":[7],"name":"n"}"#), Decoded::Event(object));
    assert!(matches!(Generated::try_from(RawEvent::new("count", "seven")), Err(OwnError)));
}

/// The re-exports in the macro's crate for the derive.
mod reexports {
    pub(crate) use renamed::*;
}

macro_rules! events_of_a_macro_crate {
    () => {
        #[derive(Debug, PartialEq, SseEvent)]
        #[sse(crate = $crate::places::reexports)]
        enum Reexported {
            #[event("object")]
            Object { count: u8 },
        }
    };
}

events_of_a_macro_crate!();

#[test]
fn accepts_crate_path_through_dollar_crate() {
    let object = Reexported::decode(RawEvent::new("object", r#"{"count":7}"#)).unwrap();
    assert_eq!(object, Decoded::Event(Reexported::Object { count: 7 }));
}
