use super::check;

#[test]
fn a_variant_without_an_attribute_is_told_on_its_name() {
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
fn an_attribute_without_a_name_is_told_on_the_attribute() {
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
fn bare_words_are_rejected() {
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
fn literals_other_than_strings_are_rejected() {
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
fn a_name_has_no_key() {
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
fn second_name_is_reported_with_the_first() {
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
fn a_name_comes_first() {
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
fn names_that_no_frame_can_have() {
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
fn a_name_is_compared_whatever_else_is_wrong() {
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
fn ignored_name_of_a_variant_is_rejected() {
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
fn an_ignored_name_is_listed_once() {
    check(
        r#"
#[sse(ignore("ping", "keepalive", "ping"))]
                                  ^^^^^^ "ping" is in the list already
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn a_case_that_is_not_known_names_all_the_same() {
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
fn a_case_that_is_refused_is_one_error() {
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
fn a_name_that_a_case_makes_is_told_on_the_variant() {
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
fn serdes_case_rule_is_one_error() {
    check(
        r#"
#[serde(tag = "type", rename_all = "kebab-case")]
                      ^^^^^^^^^^^^^^^^^^^^^^^^^ serde's `rename_all` does not name events
enum Event {
    RunCreated,
    RunDone,
}"#,
    );
}

#[test]
fn rename_of_serde_is_rejected() {
    check(
        r#"
enum Event {
    #[serde(rename = "run.created")]
            ^^^^^^^^^^^^^^^^^^^^^^ serde's `rename` does not name an event
    RunCreated,
    #[event("run.done")]
    #[serde(rename = "done")]
    RunDone,
}"#,
    );
}
