use super::check;

#[test]
fn struct_rejects_payload_keys() {
    check(
        r#"
#[event("delta", raw, with = codec)]
                 ^^^ `raw` does not belong on a struct
                      ^^^^^^^^^^^^ `with` does not belong on a struct
struct Delta(String);"#,
    );
}

#[test]
fn struct_rejects_other() {
    check(
        r"
#[event(other)]
        ^^^^^ `other` does not belong on a struct
#[sse(encode)]
struct Unknown {
    text: String,
}",
    );
}

#[test]
fn struct_accepts_both_attributes() {
    check(
        r#"
#[event("delta", tag = "type")]
                 ^^^ `tag` does not belong in `#[event(…)]`
#[sse(terminal)]
      ^^^^^^^^ `terminal` does not belong in `#[sse(…)]`
struct Delta {
    text: String,
}"#,
    );
}

#[test]
fn encoded_struct_rejects_prefix() {
    check(
        r#"
#[event("deltas/", prefix)]
                   ^^^^^^ an event cannot be encoded if only the prefix of its name is known
#[sse(encode)]
struct Delta {
    text: String,
}"#,
    );
}

#[test]
fn struct_needs_a_name() {
    check(
        r"
#[event(terminal)]
  ^^^^^^^^^^^^^^^ the `#[event(…)]` of `Delta` does not name an event
struct Delta {
    text: String,
}",
    );
}
