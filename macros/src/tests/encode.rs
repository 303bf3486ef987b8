use super::check;

#[test]
fn one_of_the_two() {
    check(
        r#"
#[sse(encode_only, encode)]
      ^^^^^^^^^^^ `encode` and `encode_only` exclude each other
enum Event {
    #[event("a")]
    A,
}"#,
    );
}

#[test]
fn what_is_about_decoding() {
    check(
        r#"
#[sse(encode_only, ignore("ping"), error_type = OwnError, try_from = false)]
                   ^^^^^^^^^^^^^^ `ignore` and `encode_only` exclude each other
                                   ^^^^^^^^^^^^^^^^^^^^^ `error_type` and `encode_only` exclude each other
                                                          ^^^^^^^^^^^^^^^^ `try_from` and `encode_only` exclude each other
enum Event {
    #[event("a", decode_with = read)]
                 ^^^^^^^^^^^^^^^^^^ `decode_with` and `encode_only` exclude each other
    A(u8),
}"#,
    );
    check(
        r#"
#[sse(encode_only, bound(decode = "T: Copy"))]
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ `bound(decode = …)` and `encode_only` exclude each other
enum Event<T> {
    #[event("a")]
    A(T),
}"#,
    );
}

#[test]
fn what_is_about_encoding() {
    check(
        r#"
#[sse(line = true)]
      ^^^^^^^^^^^ `line` has no effect without `encode`
#[sse(bound(encode = "T: Copy"))]
      ^^^^^^^^^^^^^^^^^^^^^^^^^ `bound(encode = …)` has no effect without `encode`
enum Event<T> {
    #[event("a", encode_with = write)]
                 ^^^^^^^^^^^^^^^^^^^ `encode_with` has no effect without `encode`
    A(T),
    #[event("b", line = false)]
                 ^^^^^^^^^^^^ `line` has no effect without `encode`
    B,
}"#,
    );
}

#[test]
fn a_bound_for_both_directions_is_about_both() {
    for options in ["encode_only, bound = \"T: Copy\"", "bound = \"T: Copy\""] {
        let output = super::derive(&format!("#[sse({options})] enum Event<T> {{ #[event(\"a\")] A(T) }}"));
        assert_eq!(super::errors(&output), []);
    }
}

#[test]
fn a_prefix_has_its_encoder() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("a/", prefix)]
                  ^^^^^^ an event whose name is known by its beginning alone cannot be encoded
    A(u8),
    #[event("b/", prefix, decode_with = read)]
                  ^^^^^^ an event whose name is known by its beginning alone cannot be encoded
    B(u8),
    #[event("c/", prefix)]
                  ^^^^^^ an event whose name is known by its beginning alone cannot be encoded
    C,
    #[event("d/", prefix, encode_with = write)]
    D(u8),
    #[event("e/", prefix, with = codec)]
    E(u8),
}"#,
    );
}

#[test]
fn a_function_writes_its_own_line() {
    check(
        r#"
#[sse(encode, line = false)]
enum Event {
    #[event("a", with = codec, line = true)]
                               ^^^^^^^^^^^ `line` has no effect where a function encodes
    A(u8),
    #[event("b", raw, line = true)]
    B(String),
    #[event("c", line = true)]
    C,
}"#,
    );
}

#[test]
fn what_has_no_line_is_named() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("chunk", alias = "text", line = false)]
                                     ^^^^^^^^^^^^ without a line nothing names the event "chunk"
    Chunk(u8),
    #[event("usage", line = false)]
                     ^^^^^^^^^^^^ without a line nothing names the event "usage"
    Usage,
}"#,
    );
    check(
        r#"
#[sse(encode, line = false)]
              ^^^^^^^^^^^^ without a line nothing names the events "chunk", "usage"
enum Event {
    #[event("chunk")]
    Chunk(u8),
    #[event("done", line = false)]
                    ^^^^^^^^^^^^ without a line nothing names the event "done"
    Done,
    #[event("usage", raw)]
    Usage(String),
    #[event("error", line = true)]
    Error,
    #[event("message")]
    Message,
}"#,
    );
    check(
        r#"
#[sse(encode, line = false)]
              ^^^^^^^^^^^^ without a line nothing names the event "created"
#[event("created")]
struct Created(u8);"#,
    );
}

#[test]
fn a_line_may_be_left_out_where_something_names_the_event() {
    for item in [
        r#"#[sse(encode, tag = "type", line = false)] enum Event { #[event("a")] A }"#,
        r#"#[sse(encode_only, line = false)] enum Event { #[event("a")] A }"#,
        r#"#[sse(encode)] enum Event { #[event("message", line = false)] A, #[event("b")] B }"#,
        r#"#[sse(encode)] enum Event { #[event("a", alias = "message", line = false)] A }"#,
        r#"#[sse(encode, line = false)] enum Event { #[event("a", encode_with = write)] A(u8) }"#,
        r#"#[sse(encode, line = false)] enum Event { #[event("message")] A, #[event(other)] B(RawEventBuf) }"#,
    ] {
        assert_eq!(super::errors(&super::derive(item)), [], "{item}");
    }
}

#[test]
fn a_name_that_is_refused_might_have_named_it() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("chunk", aliass = "message", line = false)]
                     ^^^^^^ unknown key `aliass` in `#[event(…)]`
    Chunk(u8),
    #[event("", line = false)]
            ^^ the name of an event is not empty
    Empty,
}"#,
    );
}

/// One mistake is one error.
#[test]
fn a_tag_that_is_refused_would_have_named_it() {
    for (tag, told) in
        [("tag = type", "`tag` takes a string"), ("tagg = \"type\"", "unknown key `tagg` in `#[sse(…)]`")]
    {
        let carets = "^".repeat(if told.starts_with("unknown") { 4 } else { tag.len() });
        check(&format!(
            r#"
#[sse(encode, line = false, {tag})]
                            {carets} {told}
enum Event {{
    #[event("a")]
    A,
}}"#
        ));
    }
}

#[test]
fn an_other_variant_keeps_the_event() {
    check(
        r"
#[sse(encode)]
enum Event {
    #[event(other)]
    Unknown { id: Option<String> },
            ^^^^^^^^^^^^^^^^^^^^^^ `Unknown` is encoded and does not keep the `event` and `data` of an event
}",
    );
    check(
        r"
#[sse(encode_only)]
enum Event {
    #[event(other)]
    Unknown { event: String },
            ^^^^^^^^^^^^^^^^^ `Unknown` is encoded and does not keep the `data` of an event
}",
    );
}
