//! Data without any of the keys, where several variants share the name.

use sse_event::{DecodeEvent as _, Decoded, ErrorKind, RawEvent, RawEventBuf, SseEvent};

use super::has_key::{Chat, Chunk, Turned};
use sse_event_tests::outcome::{error, event};

/// Every variant has `has_key`.
#[derive(Debug, PartialEq, SseEvent)]
#[sse(end = "[DONE]")]
enum Keyed {
    #[event("message", has_key = "error", error)]
    Error { error: String },
    #[event("message", has_key = "text")]
    Chunk(Chunk),
}

/// Like [`Keyed`], with an `other` variant.
#[derive(Debug, PartialEq, SseEvent)]
enum Kept {
    #[event("message", has_key = "error")]
    Error { error: String },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[test]
fn data_without_keys_goes_to_variant_without_has_key() {
    for data in ["", "null", "7", "\"error\"", "[]", "[1]", r#"[{"error":1}]"#, "{}", "error"] {
        for error in [error::<Chat>("", data), error::<Turned>("", data)] {
            assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "message"), "{data}");
            assert!(error.to_string().starts_with("message: "), "{error}");
        }
    }
}

/// The variant that matches reports the error: that of the key, if the text breaks after the key.
#[test]
fn broken_json_is_payload_error() {
    for data in
        ["{", r#"{"err"#, r#"{"error""#, r#"{"error":"#, r#"{"text":"t"#, r#"{"n":1;"error":"e"}"#, "{]}"]
    {
        assert_eq!(error::<Chat>("", data).kind(), ErrorKind::Payload, "{data}");
        let reported = error::<Chat>("", data).to_string();
        assert_eq!(reported, error::<Turned>("", data).to_string());
    }
    // The chunk has no `error` key, so its variant does not match.
    let error = error::<Chat>("", r#"{"error":5,"#);
    assert_eq!((error.kind(), error.path()), (ErrorKind::Payload, Some("error")));
}

#[test]
fn event_without_any_key_is_unknown() {
    for data in ["{}", r#"{"n":1}"#, r#"{"error":null,"text":null}"#, "[1]", "7", "", "null"] {
        let raw = RawEvent::new("", data).with_id("7");
        let error = Keyed::decode(raw).expect_err("unknown");
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::UnknownEvent, "message"), "{data}");
        assert_eq!(error.into_raw_event(), raw.to_buf());
        assert_eq!(event::<Kept>("", data), Kept::Unknown(RawEventBuf::new("", data)));
    }
    assert_eq!(Keyed::decode(RawEvent::new("", "[DONE]")).expect("the end"), Decoded::End);
}

/// The keys are unknown, but the data is certainly malformed.
#[test]
fn broken_json_is_payload_error_without_fallback_variant() {
    for data in ["{", r#"{"err"#, r#"{"a":tru}"#, r#"{"a":1} x"#, "error"] {
        let error = error::<Keyed>("", data);
        assert_eq!((error.kind(), error.event_type()), (ErrorKind::Payload, "message"), "{data}");
        assert!(error.json_error().is_some() && error.raw_event().data == data, "{error:?}");
        assert_eq!(event::<Kept>("", data), Kept::Unknown(RawEventBuf::new("", data)), "kept whole");
    }
    assert_eq!(
        error::<Keyed>("", r#"{"a":[1,"#).to_string(),
        r#"message: EOF while parsing a value at a[1] (line 1 column 8): {"a":[1,"#
    );
    // An event with another name is unknown, whatever its data is.
    assert_eq!(error::<Keyed>("later", "{").kind(), ErrorKind::UnknownEvent);
}

#[test]
fn hostile_data_is_payload_error() {
    let deep = format!(r#"{{"a":{}"#, "[".repeat(1_000_000));
    assert_eq!(error::<Chat>("", &deep).kind(), ErrorKind::Payload);
    assert_eq!(error::<Keyed>("", &deep).kind(), ErrorKind::Payload);

    let data = r#"{"a":{"é":["\u00e9\\",1e9,true]},"error":"e","n":1}"#;
    for end in (0..data.len()).filter(|end| data.is_char_boundary(*end)) {
        assert_eq!(error::<Chat>("", &data[..end]).kind(), ErrorKind::Payload, "{}", &data[..end]);
        let kind = error::<Keyed>("", &data[..end]).kind();
        assert_eq!(kind, if end == 0 { ErrorKind::UnknownEvent } else { ErrorKind::Payload });
    }
}
