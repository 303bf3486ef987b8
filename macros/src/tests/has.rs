use super::{check, derive, errors};

#[test]
fn its_form() {
    check(
        r#"
enum Event {
    #[event("message")]
    Chunk(u8),
    #[event("message", has)]
                       ^^^ `has` takes a string
    Word,
    #[event("message", has = error)]
                       ^^^^^^^^^^^ `has` takes a string
    Path,
    #[event("message", has("error"))]
                       ^^^^^^^^^^^^ `has` takes a string
    List,
    #[event("message", has = "")]
                             ^^ the key that an event `has` is not empty
    Empty,
}"#,
    );
}

#[test]
fn a_key_that_is_refused_is_one_error() {
    check(
        r#"
enum Event {
    #[event("message")]
    Chunk(u8),
    #[event("message", hass = "error")]
                       ^^^^ unknown key `hass` in `#[event(…)]`
    Misspelled,
    #[event("message", has = "error", has = "usage")]
                       ^^^^^^^^^^^^^ first used here
                                      ^^^^^^^^^^^^^ `has` is given twice
    Twice,
}"#,
    );
}

#[test]
fn names_are_told_apart() {
    for rest in [
        r#"#[event("message", has = "error")] B, #[event("message", has = "usage")] C"#,
        r#"#[event("b", alias = "message", has = "error")] B, #[event("c", alias = "b")] C"#,
        r#"#[event("b/", prefix)] B, #[event("b/", has = "error")] C"#,
    ] {
        let output = derive(&format!(r#"enum Event {{ #[event("message")] A, {rest} }}"#));
        assert_eq!(errors(&output), []);
    }
}

#[test]
fn a_name_and_its_key_are_used_once() {
    check(
        r#"
enum Event {
    #[event("message", has = "error")]
            ^^^^^^^^^ first used here
    Error,
    #[event("text", alias = "message", has = "error")]
                            ^^^^^^^^^ the name "message" is used twice with the key "error"
    Failed,
    #[event("message", has = "usage", alias = "message")]
            ^^^^^^^^^ first used here
                                              ^^^^^^^^^ the name "message" is used twice
    Usage,
}"#,
    );
}

#[test]
fn one_variant_is_without_it() {
    check(
        r#"
enum Event {
    #[event("message")]
            ^^^^^^^^^ first used here
    Chunk(u8),
    #[event("message", has = "error")]
    Error,
    #[event("message", alias = "text")]
            ^^^^^^^^^ the name "message" is used twice
    Text,
}"#,
    );
}

/// Only where it would help.
#[test]
fn a_name_used_twice_is_told_of_it() {
    let help = |source: &str| {
        let told = errors(&derive(source));
        told[0].3.split_once("\nhelp: ").expect("help").1.to_owned()
    };
    let apart = help(r#"enum Event { #[event("a")] A, #[event("b", alias = "a")] B }"#);
    assert!(apart.ends_with(r#"or say which key of its data tells one of them: `has = "key"`"#), "{apart}");
    for source in [
        r#"enum Event { #[event("a", alias = "a")] A }"#,
        r#"enum Event { #[event("a", prefix)] A, #[event("a", prefix)] B }"#,
        r#"enum Event { #[event("a", prefix)] A, #[event("a")] B }"#,
    ] {
        assert_eq!(help(source), "one event goes to one variant: rename or remove one of the two");
    }
}

#[test]
fn a_name_is_needed() {
    check(
        r#"
enum Event {
    #[event(has = "error", error)]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ the `#[event(…)]` of `Error` does not name an event
    Error,
}"#,
    );
}

#[test]
fn what_it_excludes() {
    check(
        r#"
enum Event {
    #[event("messages/", prefix, has = "error")]
                                 ^^^^^^^^^^^^^ `has` and `prefix` exclude each other
    Prefix,
    #[event(other, has = "error")]
                   ^^^^^^^^^^^^^ `has` and `other` exclude each other
    Other,
}"#,
    );
    check(
        r#"
#[sse(kind)]
enum Event {
    #[event("message", has = "error")]
                       ^^^^^^^^^^^^^ `has` and `kind` exclude each other
    Error,
    #[event("message")]
    Chunk,
}"#,
    );
}

#[test]
fn an_ignored_name_is_no_variants() {
    check(
        r#"
#[sse(ignore("message"))]
             ^^^^^^^^^ "message" is ignored and is the name of a variant
enum Event {
    #[event("message", has = "error")]
            ^^^^^^^^^ the variant's name
    Error,
}"#,
    );
}

#[test]
fn it_is_no_option_of_the_enum() {
    check(
        r#"
#[sse(has = "error")]
      ^^^ `has` does not belong in `#[sse(…)]`
enum Event {
    #[event("message")]
    Error,
}"#,
    );
}
