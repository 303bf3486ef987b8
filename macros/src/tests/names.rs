use super::check;

#[test]
fn missing_attribute_is_reported_on_variant() {
    check(
        r#"
enum Event {
    Delta(String),
    ^^^^^ variant `Delta` has no `#[event(…)]`
    #[event("done")]
    Done,
}"#,
    );
}

#[test]
fn missing_name_is_reported_on_attribute() {
    check(
        r#"
enum Event {
    #[event()]
      ^^^^^^^ the `#[event(…)]` of `Nothing` does not name an event
    Nothing,
    #[event(raw)]
      ^^^^^^^^^^ the `#[event(…)]` of `Flag` does not name an event
    Flag(String),
    #[event(alias = "done")]
      ^^^^^^^^^^^^^^^^^^^^^ the `#[event(…)]` of `Alias` does not name an event
    Alias,
}"#,
    );
}

#[test]
fn rejects_bare_words() {
    check(
        r"
enum Event {
    #[event(message_start)]
            ^^^^^^^^^^^^^ event names must be strings
    Start,
    #[event(thread.run.created, terminal)]
            ^^^^^^^^^^^^^^^^^^ event names must be strings
    Created,
    #[event(content-block)]
            ^^^^^^^^^^^^^ event names must be strings
    Block,
}",
    );
}

#[test]
fn rejects_non_string_literals() {
    check(
        r#"
enum Event {
    #[event(b"delta")]
            ^^^^^^^^ event names must be strings
    Bytes,
    #[event(5)]
            ^ event names must be strings
    Number,
    #[event("delta", 'd')]
                     ^^^ event names must be strings
    Letter,
}"#,
    );
}

#[test]
fn rejects_name_with_key() {
    check(
        r#"
enum Event {
    #[event(name = "delta")]
            ^^^^^^^^^^^^^^ the name of an event is written without a key
    Delta,
    #[event(rename = "done", terminal)]
            ^^^^^^^^^^^^^^^ the name of an event is written without a key
    Done,
}"#,
    );
}

#[test]
fn second_name_is_reported_with_first() {
    check(
        r#"
enum Event {
    #[event("delta", "text")]
                     ^^^^^^ the variant already has the name "delta"
    Delta,
    #[event("done")]
    #[event("finished")]
            ^^^^^^^^^^ the variant already has the name "done"
    Done,
}"#,
    );
}

#[test]
fn rejects_name_that_is_not_first() {
    check(
        r#"
enum Event {
    #[event(raw, "delta")]
                 ^^^^^^^ the name must come first
    Delta(String),
}"#,
    );
}

#[test]
fn rejects_names_that_no_event_can_have() {
    check(
        r#"
#[sse(ignore("", "keep\nalive"))]
             ^^ event names must not be empty
                 ^^^^^^^^^^^^^ event names must not contain line breaks or NUL
enum Event {
    #[event("")]
            ^^ event names must not be empty
    Empty,
    #[event("del\nta", alias = "del\rta")]
            ^^^^^^^^^ event names must not contain line breaks or NUL
                               ^^^^^^^^^ event names must not contain line breaks or NUL
    Breaks,
    #[event("del\0ta")]
            ^^^^^^^^^ event names must not contain line breaks or NUL
    Nul,
}"#,
    );
}

#[test]
fn duplicate_name_is_reported_with_both_variants() {
    check(
        r#"
enum Event {
    #[event("delta", alias = "text")]
    Delta,
    #[event("text")]
            ^^^^^^ the name "text" is used twice, by `Delta` and by `Text`
    Text,
    #[event("done", alias = "delta")]
                            ^^^^^^^ the name "delta" is used twice, by `Delta` and by `Done`
    Done,
}"#,
    );
}

#[test]
fn duplicate_name_is_reported_alongside_other_errors() {
    check(
        r#"
enum Event {
    #[event("delta")]
    Delta(u8, u8),
          ^^^^^^ a tuple variant needs exactly one field, and `Delta` has 2
    #[event("delta")]
            ^^^^^^^ the name "delta" is used twice, by `Delta` and by `Text`
    Text,
}"#,
    );
}

#[test]
fn ignore_rejects_name_of_variant() {
    check(
        r#"
#[sse(ignore("ping", "keepalive"))]
             ^^^^^^ "ping" is both ignored and the name of the variant `Ping`
                     ^^^^^^^^^^^ "keepalive" is both ignored and the name of the variant `Ping`
enum Event {
    #[event("ping", alias = "keepalive")]
    Ping,
}"#,
    );
}

#[test]
fn ignore_rejects_duplicate() {
    check(
        r#"
#[sse(ignore("ping", "keepalive", "ping"))]
                                  ^^^^^^ "ping" is already in the list
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn unknown_case_does_not_report_missing_names() {
    check(
        r#"
#[sse(rename_all = "snakecase")]
                   ^^^^^^^^^^^ unknown case "snakecase" in `rename_all`
enum Event {
    RunCreated,
    RunDone,
}"#,
    );
}

#[test]
fn rejected_case_is_one_error() {
    for (attribute, message) in [
        ("rename_all = snake_case", "`rename_all` takes a string"),
        ("rename_all", "`rename_all` takes a string"),
    ] {
        let carets = "^".repeat(attribute.len());
        check(&format!(
            "\n#[sse({attribute})]\n      {carets} {message}\nenum Event {{ RunCreated, RunDone }}"
        ));
    }
    check(
        r#"
#[sse(renameAll = "snake_case")]
      ^^^^^^^^^ unknown key `renameAll` in `#[sse(…)]`
enum Event { RunCreated, RunDone }"#,
    );
    check(
        r#"
#[sse(rename_all = "snake_case", rename_all = "camelCase")]
                                 ^^^^^^^^^^^^^^^^^^^^^^^^ `rename_all` is given twice
enum Event { RunCreated, RunDone }"#,
    );
}

#[test]
fn duplicate_name_from_case_is_reported_on_variant() {
    check(
        r#"
#[sse(rename_all = "snake_case", ignore("run_failed"))]
                                        ^^^^^^^^^^^^ "run_failed" is both ignored and the name of the variant `RunFailed`
enum Event {
    RunCreated,
    RunFailed,
    #[event("created", alias = "run_created")]
                               ^^^^^^^^^^^^^ the name "run_created" is used twice, by `RunCreated` and by `Created`
    Created,
}"#,
    );
}

#[test]
fn sentinel_is_not_a_name() {
    check(
        r#"
enum Event {
    #[event("done", alias = "[DONE]")]
                            ^^^^^^^^ `[DONE]` is the data of an event, not its name
    Done,
}"#,
    );
    check(
        r#"
#[sse(ignore("[DONE]"))]
             ^^^^^^^^ `[DONE]` is the data of an event, not its name
enum Event {
    #[event("a")]
    A,
}"#,
    );
}
