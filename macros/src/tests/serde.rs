use super::check;

#[test]
fn rejects_names_that_disagree_with_serde() {
    check(
        r#"
#[serde(tag = "type", rename_all = "snake_case")]
#[sse(tag = "kind", rename_all = "kebab-case")]
      ^^^^^^^^^^^^ `tag = "kind"` and serde's `tag = "type"` disagree
                    ^^^^^^^^^^^^^^^^^^^^^^^^^ `rename_all = "kebab-case"` and serde's `rename_all = "snake_case"` disagree
enum Event {
    #[event("content_blok")]
            ^^^^^^^^^^^^^^ `"content_blok"` and serde's `rename = "content_block"` disagree
    #[serde(rename = "content_block")]
    Block(u8),
    #[event("b")]
            ^^^ `"b"` and serde's `rename(serialize = "c", deserialize = "d")` disagree
    #[serde(rename(serialize = "c", deserialize = "d"), alias = "b")]
    B,
    #[event("unknown")]
            ^^^^^^^^^ `"unknown"` and serde's `other` disagree
    #[serde(other)]
    Unknown,
}"#,
    );
}

#[test]
fn names_of_serde_are_checked() {
    check(
        r#"
#[serde(tag = "type", rename_all = "snake")]
                                   ^^^^^^^ unknown case "snake" in `rename_all`
enum Event {
    #[serde(rename = "a\nb")]
                     ^^^^^^ event names must not contain line breaks or NUL
    A,
    #[serde(rename = "b", alias = "c")]
    B,
    #[serde(alias = "b")]
                    ^^^ the name "b" is used twice, by `B` and by `C`
    #[event("c2")]
    C,
    #[serde(other)]
    Unknown,
    #[event(other)]
            ^^^^^ an enum can have only one `other` variant, and `Unknown` already is one
    Others,
}"#,
    );
}

#[test]
fn tag_of_serde_is_a_tag() {
    check(
        r#"
#[serde(tag = "type")]
enum Event {
    A {
        #[serde(flatten)]
        rest: Rest,
        r#type: String,
        ^^^^^^ the field `type` has the key of the `tag`, which is hidden from the payload
    },
}"#,
    );
}

#[test]
fn names_of_other_format_do_not_count() {
    check(
        r#"
#[sse(serde = false)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Event {
    A,
    ^ variant `A` has no `#[event(…)]`
    #[serde(rename = "b2")]
            ^^^^^^^^^^^^^ serde's `rename` does not name an event
    B,
    #[event("c")]
    #[serde(rename = "c2")]
    C,
}"#,
    );
}

#[test]
fn untagged_variant_of_serde_is_checked() {
    check(
        r#"
#[serde(tag = "type")]
enum Event {
    A,
    #[serde(untagged)]
    Unknown { data: Value },
    ^^^^^^^ an `untagged` variant matches unknown events and needs exactly one field for their JSON
}"#,
    );
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("a")]
    A,
    #[event("b")]
    #[serde(untagged)]
    B(u8),
    #[serde(untagged)]
            ^^^^^^^^ `Unknown` cannot be encoded: it does not keep the name of its event
    Unknown(Value),
    #[serde(untagged)]
            ^^^^^^^^ an enum can have only one `other` variant, and `Unknown` already is one
    Others(Value),
}"#,
    );
}

#[test]
fn names_of_serde_struct_do_not_count() {
    check(
        r#"
#[serde(rename = "created", rename_all = "camelCase")]
        ^^^^^^^^^^^^^^^^^^ serde's `rename` does not name an event
struct Created { id: String }"#,
    );
}

#[test]
fn content_of_serde_is_checked() {
    check(
        r#"
#[serde(tag = "type", content = "data")]
#[sse(content = "payload")]
      ^^^^^^^^^^^^^^^^^^^ `content = "payload"` and serde's `content = "data"` disagree
enum Event {
    A {
        r#type: String,
    },
}"#,
    );
    check(
        r#"
#[serde(content = "data")]
        ^^^^^^^^^^^^^^^^ `content` needs a `tag`
enum Event {
    #[event("a")]
    A,
}"#,
    );
}

#[test]
fn skipped_variant_of_serde_has_no_use() {
    check(
        r#"
#[serde(tag = "type")]
#[sse(encode)]
enum Event {
    #[event(terminal)]
      ^^^^^^^^^^^^^^^ the `#[event(…)]` of `A` has no effect: serde's attributes skip the variant
    #[serde(skip)]
    A,
    #[serde(skip_deserializing)]
            ^^^^^^^^^^^^^^^^^^ `B` has no name to be encoded with: serde's attributes skip it when decoding
    B(u8, u16),
    #[serde(skip)]
    C(),
    #[event("d")]
    #[serde(skip)]
    D,
}"#,
    );
    check(
        r#"
#[serde(tag = "type")]
#[sse(kind)]
enum Event {
    #[serde(skip)]
    A,
    ^ `kind` lists names, but `A` has none: serde's attributes skip it
    B,
}"#,
    );
}

#[test]
fn untagged_of_serde_is_one_error() {
    check(
        r"
#[serde(untagged)]
        ^^^^^^^^ serde's `untagged` leaves the events without names
enum Event {
    A(u8),
    B(String),
}",
    );
}

#[test]
fn serde_attributes_belong_on_field() {
    check(
        r#"
enum Event {
    #[event("a")]
    #[serde(deserialize_with = "loud")]
            ^^^^^^^^^^^^^^^^^^^^^^^^^ serde's `deserialize_with` belongs on the payload, not on the variant
    A(String),
    #[event("b", raw)]
    #[serde(with = "loud")]
    B(String),
}"#,
    );
}

#[test]
fn unknown_serde_keys_are_rejected() {
    check(
        r#"
#[serde(rename_al = "snake_case")]
        ^^^^^^^^^ unknown key `rename_al` in `#[serde(…)]`
enum Event {
    #[event("a")]
    #[serde(deny_unknown_field)]
            ^^^^^^^^^^^^^^^^^^ unknown key `deny_unknown_field` in `#[serde(…)]`
    A { x: u8 },
    #[event("b")]
    #[serde(rename_all = "camelCase", tag = "type")]
                                      ^^^ unknown key `tag` in `#[serde(…)]`
    B { x: u8 },
}"#,
    );
}
