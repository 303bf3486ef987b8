use super::check;

#[test]
fn encode_and_encode_only_exclude_each_other() {
    check(
        r#"
#[sse(encode_only, encode)]
      ^^^^^^^^^^^ `encode_only` and `encode` exclude each other
enum Event {
    #[event("a")]
    A,
}"#,
    );
}

#[test]
fn encode_only_rejects_decoding_options() {
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
fn encoding_options_need_encode() {
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
fn single_bound_covers_both_directions() {
    for options in ["encode_only, bound = \"T: Copy\"", "bound = \"T: Copy\""] {
        let output = super::derive(&format!("#[sse({options})] enum Event<T> {{ #[event(\"a\")] A(T) }}"));
        assert_eq!(super::errors(&output), []);
    }
}

#[test]
fn encoded_prefix_needs_encode_with() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("a/", prefix)]
                  ^^^^^^ an event cannot be encoded if only the prefix of its name is known
    A(u8),
    #[event("b/", prefix, decode_with = read)]
                  ^^^^^^ an event cannot be encoded if only the prefix of its name is known
    B(u8),
    #[event("c/", prefix)]
                  ^^^^^^ an event cannot be encoded if only the prefix of its name is known
    C,
    #[event("d/", prefix, encode_with = write)]
    D(u8),
    #[event("e/", prefix, with = codec)]
    E(u8),
}"#,
    );
}

#[test]
fn line_is_rejected_with_encode_with() {
    check(
        r#"
#[sse(encode, line = false)]
enum Event {
    #[event("a", with = codec, line = true)]
                               ^^^^^^^^^^^ `line` has no effect if a function encodes the event
    A(u8),
    #[event("b", raw, line = true)]
    B(String),
    #[event("c", line = true)]
    C,
}"#,
    );
}

#[test]
fn decoded_event_without_line_needs_tag() {
    check(
        r#"
#[sse(line = false)]
      ^^^^^^^^^^^^ without an `event:` line nothing names the events "chunk", "usage"
enum Event {
    #[event("chunk")]
    Chunk(u8),
    #[event("usage")]
    Usage,
    #[event("message")]
    Message,
}"#,
    );
    let source = r#"#[sse(tag = "type", line = false)] enum Event { #[event("a")] A }"#;
    assert!(super::errors(&super::derive(source)).is_empty());
}

#[test]
fn event_without_line_needs_tag() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("chunk", alias = "text", line = false)]
                                     ^^^^^^^^^^^^ without an `event:` line nothing names the event "chunk"
    Chunk(u8),
    #[event("usage", line = false)]
                     ^^^^^^^^^^^^ without an `event:` line nothing names the event "usage"
    Usage,
}"#,
    );
    check(
        r#"
#[sse(encode, line = false)]
              ^^^^^^^^^^^^ without an `event:` line nothing names the events "chunk", "usage"
enum Event {
    #[event("chunk")]
    Chunk(u8),
    #[event("done", line = false)]
                    ^^^^^^^^^^^^ without an `event:` line nothing names the event "done"
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
              ^^^^^^^^^^^^ without an `event:` line nothing names the event "created"
#[event("created")]
struct Created(u8);"#,
    );
}

#[test]
fn accepts_line_false_where_event_is_named() {
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
fn invalid_alias_is_one_error() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("chunk", aliass = "message", line = false)]
                     ^^^^^^ unknown key `aliass` in `#[event(…)]`
    Chunk(u8),
    #[event("", line = false)]
            ^^ event names must not be empty
    Empty,
}"#,
    );
}

/// One mistake causes one error.
#[test]
fn invalid_tag_is_one_error() {
    for (tag, reported) in
        [("tag = type", "`tag` takes a string"), ("tagg = \"type\"", "unknown key `tagg` in `#[sse(…)]`")]
    {
        let carets = "^".repeat(if reported.starts_with("unknown") { 4 } else { tag.len() });
        check(&format!(
            r#"
#[sse(encode, line = false, {tag})]
                            {carets} {reported}
enum Event {{
    #[event("a")]
    A,
}}"#
        ));
    }
}

#[test]
fn encoded_other_keeps_name_and_data() {
    check(
        r"
#[sse(encode)]
enum Event {
    #[event(other)]
    Unknown { id: Option<String> },
            ^^^^^^^^^^^^^^^^^^^^^^ `Unknown` cannot be encoded: it does not keep the `event` and `data` of its event
}",
    );
    check(
        r"
#[sse(encode_only)]
enum Event {
    #[event(other)]
    Unknown { event: String },
            ^^^^^^^^^^^^^^^^^ `Unknown` cannot be encoded: it does not keep the `data` of its event
}",
    );
}

#[test]
fn end_rejects_data_of_unit_events() {
    check(
        r#"
#[sse(encode, end = "{}")]
                    ^^^^ `end` is also the data of the unit event `Ping`
enum Event {
    #[event("delta")]
    Delta(u8),
    #[event("ping")]
    Ping,
}"#,
    );
    check(
        r##"
#[sse(encode_only, tag = "type", end = r#"{"type":"ping"}"#)]
                                       ^^^^^^^^^^^^^^^^^^^^ `end` is also the data of the unit event `Ping`
enum Event {
    #[event("ping")]
    Ping,
}"##,
    );
    for item in [
        r#"#[sse(end = "{}")] enum Event { #[event("a")] A }"#,
        r#"#[sse(encode, end = "{}")] enum Event { #[event("a")] A(u8) }"#,
        r#"#[sse(encode, tag = "type", end = "{}")] enum Event { #[event("a")] A }"#,
    ] {
        assert_eq!(super::errors(&super::derive(item)), [], "{item}");
    }
}

#[test]
fn text_without_a_line_is_rejected_beside_a_tag() {
    check(
        r#"
#[sse(encode, tag = "type", line = false)]
enum Event {
    #[event("a", raw)]
                 ^^^ without an `event:` line the text of `A` would determine the event's name
    A(String),
    #[event("b", parse)]
                 ^^^^^ without an `event:` line the text of `B` would determine the event's name
    B(u8),
    #[event("c", raw, line = true)]
    C(String),
    #[event("d", with = codec)]
    D(String),
    #[event("e")]
    E(u8),
}"#,
    );
    check(
        r#"
#[sse(encode_only, tag = "type")]
enum Event {
    #[event("message", raw, line = false)]
                       ^^^ without an `event:` line the text of `A` would determine the event's name
    A(String),
}"#,
    );
}
