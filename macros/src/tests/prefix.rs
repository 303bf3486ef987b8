use super::check;

#[test]
fn prefix_rejects_empty_names() {
    check(
        r#"
enum Event {
    #[event("", prefix, alias = "")]
            ^^ an empty prefix matches every event name
                                ^^ an empty prefix matches every event name
    Message,
}"#,
    );
}

#[test]
fn prefix_needs_an_explicit_name() {
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
fn ignore_rejects_name_below_prefix() {
    check(
        r#"
#[sse(ignore("messages/metadata", "messages/", "ping"))]
             ^^^^^^^^^^^^^^^^^^^ "messages/metadata" is never ignored: the prefix "messages/" of `Message` matches it
                                  ^^^^^^^^^^^ "messages/" is never ignored: the prefix "messages/" of `Message` matches it
enum Event {
    #[event("messages/", prefix)]
    Message,
}"#,
    );
}

#[test]
fn prefix_rejects_duplicates() {
    check(
        r#"
enum Event {
    #[event("messages/", prefix)]
    Message,
    #[event("partial/", prefix, alias = "messages/")]
                                        ^^^^^^^^^^^ the name "messages/" is used twice, by `Message` and by `Partial`
    Partial,
}"#,
    );
}
