use super::{check, derive, errors};

#[test]
fn field_beside_flattened_rejects_key_of_tag() {
    check(
        r#"
#[sse(tag = "type", encode)]
enum Event {
    #[event("a")]
    A { r#type: String, kind: u8, #[serde(flatten)] rest: Rest },
        ^^^^^^ the field `type` has the key of the `tag`, which is hidden from the payload
    #[event("b")]
    B { #[serde(rename = "type", default)] kind: u8, #[serde(flatten)] rest: Rest },
                ^^^^^^^^^^^^^^^ the field `type` has the key of the `tag`, which is hidden from the payload
    #[event("c")]
    C { #[serde(rename(serialize = "type"))] kind: u8, #[serde(flatten)] rest: Rest },
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ the field `type` has the key of the `tag`, which is written before the payload
    #[event("d")]
    D { #[serde(skip_deserializing)] r#type: u8, #[serde(flatten)] rest: Rest },
                                     ^^^^^^ the field `type` has the key of the `tag`, which is written before the payload
}"#,
    );
    check(
        r#"
#[sse(tag = "type")]
#[event("a")]
struct A {
    r#type: String,
    ^^^^^^ the field `type` has the key of the `tag`, which is hidden from the payload
    #[serde(rename(serialize = "a", deserialize = "type"))]
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the field `type` has the key of the `tag`, which is hidden from the payload
    kind: u8,
    #[serde(flatten)]
    rest: Rest,
}"#,
    );
    check(
        r#"
#[sse(tag = "type", encode_only)]
enum Event {
    #[event("a")]
    A { r#type: String, #[serde(flatten)] rest: Rest },
        ^^^^^^ the field `type` has the key of the `tag`, which is written before the payload
}"#,
    );
}

#[test]
fn field_may_have_key_of_tag() {
    for item in [
        r#"#[sse(tag = "type", encode)] enum Event { #[event("a")] A { r#type: String } }"#,
        r#"#[sse(tag = "type", deserialize)] enum Event { #[event("a")] A { #[serde(alias = "type")] kind: String } }"#,
        r#"#[sse(tag = "type")] #[event("a")] struct A { r#type: String }"#,
    ] {
        assert_eq!(errors(&derive(item)), [], "{item}");
    }
    check(
        r#"
#[sse(tag = "type", serialize)]
enum Event {
    #[event("a")]
    A { r#type: String },
        ^^^^^^ the field `type` has the key of the `tag`, which is written before the payload
}"#,
    );
}

#[test]
fn rename_all_can_turn_field_into_tag() {
    // Every case in serde's documentation.
    for (case, key) in [
        ("lowercase", "event_type"),
        ("UPPERCASE", "EVENT_TYPE"),
        ("PascalCase", "EventType"),
        ("camelCase", "eventType"),
        ("snake_case", "event_type"),
        ("SCREAMING_SNAKE_CASE", "EVENT_TYPE"),
        ("kebab-case", "event-type"),
        ("SCREAMING-KEBAB-CASE", "EVENT-TYPE"),
    ] {
        for rename_all in [
            format!("rename_all = {case:?}"),
            format!("rename_all(serialize = \"lowercase\", deserialize = {case:?})"),
        ] {
            check(&format!(
                r#"
#[sse(tag = "{key}")]
enum Event {{
    #[event("a")]
    #[serde({rename_all})]
    A {{ event_type: String, text: u8, #[serde(flatten)] rest: Rest }},
        ^^^^^^^^^^ the field `{key}` has the key of the `tag`, which is hidden from the payload
}}"#
            ));
            check(&format!(
                r#"
#[sse(tag = "{key}")]
#[event("a")]
#[serde({rename_all})]
struct A {{
    event_type: String,
    ^^^^^^^^^^ the field `{key}` has the key of the `tag`, which is hidden from the payload
    #[serde(flatten)]
    rest: Rest,
}}"#
            ));
        }
    }
}

#[test]
fn field_with_another_key_is_accepted() {
    for item in [
        r#"#[sse(tag = "event", encode)] enum Event { #[event("a")] A { r#type: u8 } }"#,
        r#"#[sse(encode)] enum Event { #[event("a")] A { r#type: u8 } }"#,
        r#"#[sse(tag = "type", encode)] enum Event { #[event("a")] A { #[serde(skip)] r#type: u8 } }"#,
        r#"#[sse(tag = "type")] enum Event { #[event("a")] A { #[serde(skip_deserializing)] r#type: u8 } }"#,
        r#"#[sse(tag = "type", encode)] enum Event { #[event("a")] A { #[serde(rename = "kind")] r#type: u8 } }"#,
        r#"#[sse(tag = "type", encode)] enum Event { #[event("a")] A { #[serde(flatten)] r#type: u8 } }"#,
        r#"#[sse(tag = "type", encode)] enum Event { #[event("a")] #[serde(rename_all = "PascalCase")] A { r#type: u8 } }"#,
        r#"#[sse(tag = "type", encode)] enum Event { #[event(other)] A { event: String, data: String } }"#,
        r#"#[sse(tag = "event")] enum Event { #[event(other)] A { event: String } }"#,
        r#"#[sse(tag = "type", encode_only)] enum Event { #[event("a")] A { #[serde(rename(deserialize = "type"))] a: u8 } }"#,
        r#"#[sse(tag = "type", encode)] #[serde(try_from = "Other", into = "Other")] #[event("a")] struct A { r#type: u8 }"#,
        r#"#[sse(tag = "type")] #[serde(from = "Other")] #[event("a")] struct A { r#type: u8 }"#,
        r#"#[sse(tag = "type", encode)] #[serde(transparent)] #[event("a")] struct A { r#type: Payload }"#,
        r#"#[sse(tag = "type", encode)] #[event("a")] struct A(u8);"#,
    ] {
        assert_eq!(errors(&derive(item)), [], "{item}");
    }
}

#[test]
fn has_key_must_be_written() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("message", has_key = "gone")]
                       ^^^^^^^^^^^^^^^^ a unit event is written without the key `gone`
    Gone,
    #[event("message", has_key = "error")]
                       ^^^^^^^^^^^^^^^^^ no field of `Failed` is written as the key `error`
    Failed { failure: String },
    #[event("message", has_key = "none")]
                       ^^^^^^^^^^^^^^^^ no field of `None` is written as the key `none`
    None {},
    #[event("message", has_key = "local")]
                       ^^^^^^^^^^^^^^^^^ no field of `Local` is written as the key `local`
    Local { #[serde(skip_serializing)] local: String },
    #[event("message", has_key = "userId")]
                       ^^^^^^^^^^^^^^^^^^ no field of `User` is written as the key `userId`
    #[serde(rename_all = "kebab-case")]
    User { user_id: u8 },
    #[event("message")]
    Chunk { text: String },
}"#,
    );
    check(
        r#"
#[sse(encode_only)]
#[event("message", has_key = "gone")]
                   ^^^^^^^^^^^^^^^^ a unit event is written without the key `gone`
struct Gone;"#,
    );
}

/// One mistake causes one error.
#[test]
fn invalid_encode_with_is_one_error() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("message", has_key = "error", encode_wth = write)]
                                          ^^^^^^^^^^ unknown key `encode_wth` in `#[event(…)]`
    Failed,
    #[event("message", has_key = "")]
                                 ^^ `has_key` must not be empty
    Chunk,
    #[event("messages/", prefix, has_key = "error")]
                         ^^^^^^ an event cannot be encoded if only the prefix of its name is known
                                 ^^^^^^^^^^^^^^^^^ `has_key` and `prefix` exclude each other
    Messages,
}"#,
    );
}

#[test]
fn has_key_is_accepted_where_it_may_be_written() {
    for (options, variant) in [
        ("encode", "A { error: u8 }"),
        ("encode", r#"A { #[serde(rename = "error")] a: u8 }"#),
        ("encode", r#"A { #[serde(rename(serialize = "error"))] a: u8 }"#),
        ("encode", "A { #[serde(flatten)] a: Map }"),
        ("encode", r#"#[serde(rename_all = "lowercase")] A { error: u8 }"#),
        ("encode", "A(Payload)"),
        ("encode", r#"A(#[serde(with = "module")] Payload)"#),
        (r#"encode, tag = "error""#, "A"),
        ("try_from = true", "A"),
        ("try_from = true", "A {}"),
    ] {
        let item =
            format!(r#"#[sse({options})] enum Event {{ #[event("message", has_key = "error")] {variant} }}"#);
        assert_eq!(errors(&derive(&item)), [], "{item}");
    }
    for codec in ["raw", "parse", "with = codec", "encode_with = write", "decode_with = read"] {
        let item = format!(
            r#"#[sse(encode)] enum Event {{ #[event("a", has_key = "error", {codec})] A(Payload) }}"#
        );
        assert_eq!(errors(&derive(&item)), [], "{item}");
    }
}

#[test]
fn alias_rejects_key_of_tag() {
    check(
        r#"
#[sse(tag = "type")]
enum Event {
    #[event("a")]
    A { #[serde(alias = "kind", alias = "type")] b: u8, #[serde(flatten)] rest: Rest },
                                        ^^^^^^ the alias `type` is the key of the `tag`, which is hidden from the payload
}"#,
    );
    check(
        r#"
#[sse(tag = "type")]
#[event("a")]
struct A {
    #[serde(alias = "type")]
                    ^^^^^^ the alias `type` is the key of the `tag`, which is hidden from the payload
    b: u8,
    #[serde(flatten)]
    rest: Rest,
}"#,
    );
    for item in [
        r#"#[sse(tag = "type", encode_only)] enum Event { #[event("a")] A { #[serde(alias = "type")] b: u8 } }"#,
        r#"enum Event { #[event("a")] A { #[serde(alias = "type")] b: u8 } }"#,
        r#"#[sse(tag = "type")] #[serde(from = "B")] #[event("a")] struct A { #[serde(alias = "type")] b: u8 }"#,
    ] {
        assert_eq!(errors(&derive(item)), [], "{item}");
    }
}

#[test]
fn has_key_rejects_optional_field_that_is_written() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("message", has_key = "error")]
    Failed { error: Option<String> },
                    ^^^^^^^^^^^^^^ the key `error` of `has_key` must not be optional in an encoded event
    #[event("message", has_key = "usage")]
    Usage { #[serde(skip_serializing_if = "Option::is_none")] usage: std::option::Option<u8> },
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^ the key `usage` of `has_key` must not be optional in an encoded event
    #[event("message")]
    Chunk { text: String },
}"#,
    );
    for item in [
        r#"enum Event { #[event("a", has_key = "error")] A { error: Option<u8> } }"#,
        r#"#[sse(encode)] enum Event { #[event("a", has_key = "error")] A { error: u8, other: Option<u8> } }"#,
        r#"#[sse(encode)] enum Event { #[event("a", has_key = "error")] A { #[serde(serialize_with = "f")] error: Option<u8> } }"#,
    ] {
        assert_eq!(errors(&derive(item)), [], "{item}");
    }
}
