use super::{check, derive, errors};

#[test]
fn has_key_rejects_non_string() {
    check(
        r#"
enum Event {
    #[event("message")]
    Chunk(u8),
    #[event("message", has_key)]
                       ^^^^^^^ `has_key` takes a string
    Word,
    #[event("message", has_key = error)]
                       ^^^^^^^^^^^^^^^ `has_key` takes a string
    Path,
    #[event("message", has_key("error"))]
                       ^^^^^^^^^^^^^^^^ `has_key` takes a string
    List,
    #[event("message", has_key = "")]
                                 ^^ `has_key` must not be empty
    Empty,
}"#,
    );
}

#[test]
fn invalid_has_key_is_one_error() {
    check(
        r#"
enum Event {
    #[event("message")]
    Chunk(u8),
    #[event("message", hass = "error")]
                       ^^^^ unknown key `hass` in `#[event(…)]`
    Misspelled,
    #[event("message", has_key = "error", has_key = "usage")]
                                          ^^^^^^^^^^^^^^^^^ `has_key` is given twice
    Twice,
}"#,
    );
}

#[test]
fn has_key_accepts_shared_name() {
    for rest in [
        r#"#[event("message", has_key = "error")] B, #[event("message", has_key = "usage")] C"#,
        r#"#[event("b", alias = "message", has_key = "error")] B, #[event("c", alias = "b")] C"#,
        r#"#[event("b/", prefix)] B, #[event("b/", has_key = "error")] C"#,
    ] {
        let output = derive(&format!(r#"enum Event {{ #[event("message")] A, {rest} }}"#));
        assert_eq!(errors(&output), []);
    }
}

#[test]
fn rejects_duplicate_name_and_key() {
    check(
        r#"
enum Event {
    #[event("message", has_key = "error")]
    Error,
    #[event("text", alias = "message", has_key = "error")]
                            ^^^^^^^^^ the name "message" is used twice with the key "error", by `Error` and by `Failed`
    Failed,
    #[event("message", has_key = "usage", alias = "message")]
                                                  ^^^^^^^^^ the name "message" is used twice by `Usage`
    Usage,
}"#,
    );
}

#[test]
fn rejects_second_variant_without_has_key() {
    check(
        r#"
enum Event {
    #[event("message")]
    Chunk(u8),
    #[event("message", has_key = "error")]
    Error,
    #[event("message", alias = "text")]
            ^^^^^^^^^ the name "message" is used twice, by `Chunk` and by `Text`
    Text,
}"#,
    );
}

/// The help suggests `has_key` only if that would solve the problem.
#[test]
fn help_for_duplicate_name_suggests_has_key() {
    let help = |source: &str| {
        let reported = errors(&derive(source));
        reported[0].3.split_once("\nhelp: ").expect("help").1.to_owned()
    };
    let apart = help(r#"enum Event { #[event("a")] A, #[event("b", alias = "a")] B }"#);
    assert!(
        apart.ends_with(r#"or distinguish one of them by a key of its data: `has_key = "key"`"#),
        "{apart}"
    );
    for source in [
        r#"enum Event { #[event("a", alias = "a")] A }"#,
        r#"enum Event { #[event("a", prefix)] A, #[event("a", prefix)] B }"#,
        r#"enum Event { #[event("a", prefix)] A, #[event("a")] B }"#,
    ] {
        assert_eq!(help(source), "each event selects one variant: rename or remove one of the two");
    }
}

#[test]
fn has_key_needs_name() {
    check(
        r#"
enum Event {
    #[event(has_key = "error", error)]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the `#[event(…)]` of `Error` does not name an event
    Error,
}"#,
    );
}

#[test]
fn has_key_excludes_prefix_other_and_kind() {
    check(
        r#"
enum Event {
    #[event("messages/", prefix, has_key = "error")]
                                 ^^^^^^^^^^^^^^^^^ `has_key` and `prefix` exclude each other
    Prefix,
    #[event(other, has_key = "error")]
                   ^^^^^^^^^^^^^^^^^ `has_key` and `other` exclude each other
    Other,
}"#,
    );
    check(
        r#"
#[sse(kind)]
enum Event {
    #[event("message", has_key = "error")]
                       ^^^^^^^^^^^^^^^^^ `has_key` and `kind` exclude each other
    Error,
    #[event("message")]
    Chunk,
}"#,
    );
}

#[test]
fn ignore_rejects_name_with_has_key() {
    check(
        r#"
#[sse(ignore("message"))]
             ^^^^^^^^^ "message" is both ignored and the name of the variant `Error`
enum Event {
    #[event("message", has_key = "error")]
    Error,
}"#,
    );
}

#[test]
fn enum_rejects_has_key() {
    check(
        r#"
#[sse(has_key = "error")]
      ^^^^^^^ `has_key` does not belong in `#[sse(…)]`
enum Event {
    #[event("message")]
    Error,
}"#,
    );
}
