use super::check;

#[test]
fn union_needs_a_tag_on_an_enum() {
    check(
        r#"
#[sse(deserialize, serialize)]
      ^^^^^^^^^^^ `deserialize` needs a `tag`
                   ^^^^^^^^^ `serialize` needs a `tag`
enum Event {
    #[event("a")]
    A,
}"#,
    );
    check(
        r#"
#[event("a")]
#[sse(tag = "type", deserialize)]
                    ^^^^^^^^^^^ `deserialize` does not belong on a struct
struct Event { n: u8 }"#,
    );
    check(
        r#"
#[sse(tag = "type", encode_only, deserialize)]
                                 ^^^^^^^^^^^ `deserialize` and `encode_only` exclude each other
enum Event {
    #[event("a")]
    A,
}"#,
    );
}

#[test]
fn variant_of_union_is_json() {
    check(
        r#"
#[sse(tag = "type", deserialize, serialize)]
enum Event {
    #[event("a", raw)]
                 ^^^ `raw` and `deserialize` exclude each other
    A(String),
    #[event("b", decode_with = f)]
                 ^^^^^^^^^^^^^^^ `decode_with` and `deserialize` exclude each other
    B(u8),
    #[event("b2", with = m)]
                  ^^^^^^^^ `with` and `deserialize` exclude each other
    B2(u8),
    #[event("c/", prefix)]
                  ^^^^^^ `prefix` and `serialize` exclude each other
    C(u8),
    #[event("d", has_key = "k")]
                 ^^^^^^^^^^^^^ `has_key` and `deserialize` exclude each other
    D(u8),
}"#,
    );
}

#[test]
fn unknown_object_is_owned_and_kept() {
    check(
        r#"
#[sse(tag = "type", deserialize)]
enum Event<'a> {
    #[event("a")]
    A(&'a str),
    #[event(other)]
    Unknown(RawEvent<'a>),
            ^^^^^^^^^^^^ with `deserialize`, `Unknown` cannot borrow from an unknown object
}"#,
    );
    check(
        r#"
#[sse(tag = "type", serialize)]
enum Event {
    #[event("a")]
    A,
    #[event(other)]
    Unknown { event: String },
            ^^^^^^^^^^^^^^^^^ `Unknown` cannot be encoded: it does not keep the `data` of its event
}"#,
    );
}
