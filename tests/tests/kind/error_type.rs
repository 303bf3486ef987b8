//! `kind(error_type = …)`: the error of `FromStr`.

use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as ValueError, StrDeserializer};
use sse_event::SseEvent;
use sse_event::error::ParseKindError;

/// Without `Display`, and with `Debug` only for the tests: serde's impls do not require more.
#[derive(Debug, PartialEq)]
struct UnknownTopic(String);

impl From<ParseKindError> for UnknownTopic {
    fn from(error: ParseKindError) -> Self {
        Self(error.name().to_owned())
    }
}

#[derive(Debug, SseEvent)]
#[sse(kind(name = Topic, error_type = UnknownTopic, derive(strum::EnumCount)))]
enum Event {
    #[event("head", alias = "heads")]
    Head,
    #[event("block/", prefix)]
    Block,
}

#[test]
fn from_str_fails_with_error_type() {
    fn parse<T: std::str::FromStr<Err = UnknownTopic>>(name: &str) -> Result<T, UnknownTopic> {
        name.parse()
    }
    assert_eq!(parse::<Topic>("heads"), Ok(Topic::Head));
    assert_eq!(parse::<Topic>("block/1"), Ok(Topic::Block));
    assert_eq!(parse::<Topic>("tail"), Err(UnknownTopic("tail".into())));
    assert_eq!(Topic::from(&Event::Head), Topic::Head);
    assert_eq!(Topic::from(&Event::Block), Topic::Block);
}

#[test]
fn deserializing_lists_names_whatever_error_type() {
    assert_eq!(serde_json::from_str::<Topic>(r#""heads""#).expect("an alias"), Topic::Head);
    let error = serde_json::from_str::<Topic>(r#""tail""#).expect_err("no name").to_string();
    assert_eq!(error, "unknown event name `tail`, expected one of `head`, `block/` at line 1 column 6");
    let name: StrDeserializer<'_, ValueError> = "block/1".into_deserializer();
    assert_eq!(<Topic as serde::Deserialize>::deserialize(name), Ok(Topic::Block));
}

#[test]
fn error_type_can_be_alias_of_box() {
    type BoxError = Box<dyn std::error::Error + Send + Sync>;

    #[derive(Debug, SseEvent)]
    #[sse(kind(error_type = BoxError))]
    enum Event {
        #[event("head")]
        Head,
    }
    let error = "tail".parse::<EventKind>().expect_err("no name");
    assert!(error.downcast_ref::<ParseKindError>().is_some(), "{error:?}");
    assert_eq!(EventKind::from(&Event::Head), EventKind::Head);
}
