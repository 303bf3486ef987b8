use super::check;

#[test]
fn it_is_not_empty() {
    check(
        r#"
enum Event {
    #[event("", prefix, alias = "")]
            ^^ every name begins with an empty prefix
                                ^^ every name begins with an empty prefix
    Message,
}"#,
    );
}

#[test]
fn it_is_written_by_hand() {
    check(
        r#"
#[sse(rename_all = "snake_case")]
enum Event {
    #[event(prefix)]
      ^^^^^^^^^^^^^ the `#[event(…)]` of `Message` does not name an event
    Message,
    #[event(prefix = "messages/")]
            ^^^^^^^^^^^^^^^^^^^^ `prefix` takes no value
    Partial,
}"#,
    );
}

#[test]
fn it_takes_what_is_ignored() {
    check(
        r#"
#[sse(ignore("messages/metadata", "messages/", "ping"))]
             ^^^^^^^^^^^^^^^^^^^ "messages/metadata" is ignored and is never reached: a prefix takes it
                                  ^^^^^^^^^^^ "messages/" is ignored and is never reached: a prefix takes it
enum Event {
    #[event("messages/", prefix)]
            ^^^^^^^^^^^ the prefix that takes it
            ^^^^^^^^^^^ the prefix that takes it
    Message,
}"#,
    );
}

#[test]
fn it_is_a_name_of_its_own() {
    check(
        r#"
enum Event {
    #[event("messages/", prefix)]
            ^^^^^^^^^^^ first used here
    Message,
    #[event("partial/", prefix, alias = "messages/")]
                                        ^^^^^^^^^^^ the name "messages/" is used twice
    Partial,
}"#,
    );
}
