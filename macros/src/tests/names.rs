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
fn words_are_no_name() {
    check(
        r"
enum Event {
    #[event(message_start)]
            ^^^^^^^^^^^^^ the name of an event is a string
    Start,
    #[event(thread.run.created, terminal)]
            ^^^^^^^^^^^^^^^^^^ the name of an event is a string
    Created,
    #[event(content-block)]
            ^^^^^^^^^^^^^ the name of an event is a string
    Block,
}",
    );
}

#[test]
fn other_literals_are_no_name() {
    check(
        r#"
enum Event {
    #[event(b"delta")]
            ^^^^^^^^ the name of an event is a string
    Bytes,
    #[event(5)]
            ^ the name of an event is a string
    Number,
    #[event("delta", 'd')]
                     ^^^ the name of an event is a string
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
fn a_second_name_is_told_with_the_first() {
    check(
        r#"
enum Event {
    #[event("delta", "text")]
            ^^^^^^^ first used here
                     ^^^^^^ a variant has one name
    Delta,
    #[event("done")]
            ^^^^^^ first used here
    #[event("finished")]
            ^^^^^^^^^^ a variant has one name
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
                 ^^^^^^^ the name comes first
    Delta(String),
}"#,
    );
}

#[test]
fn names_that_no_frame_can_have() {
    check(
        r#"
#[sse(ignore("", "keep\nalive"))]
             ^^ the name of an event is not empty
                 ^^^^^^^^^^^^^ the name of an event has no line break and no NUL
enum Event {
    #[event("")]
            ^^ the name of an event is not empty
    Empty,
    #[event("del\nta", alias = "del\rta")]
            ^^^^^^^^^ the name of an event has no line break and no NUL
                               ^^^^^^^^^ the name of an event has no line break and no NUL
    Breaks,
    #[event("del\0ta")]
            ^^^^^^^^^ the name of an event has no line break and no NUL
    Nul,
}"#,
    );
}

#[test]
fn a_name_used_twice_is_told_with_the_first() {
    check(
        r#"
enum Event {
    #[event("delta", alias = "text")]
            ^^^^^^^ first used here
                             ^^^^^^ first used here
    Delta,
    #[event("text")]
            ^^^^^^ the name "text" is used twice
    Text,
    #[event("done", alias = "delta")]
                            ^^^^^^^ the name "delta" is used twice
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
            ^^^^^^^ first used here
    Delta(u8, u8),
          ^^^^^^ variant `Delta` has 2 unnamed fields, an event has one payload
    #[event("delta")]
            ^^^^^^^ the name "delta" is used twice
    Text,
}"#,
    );
}

#[test]
fn an_ignored_name_is_no_variants() {
    check(
        r#"
#[sse(ignore("ping", "keepalive"))]
             ^^^^^^ "ping" is ignored and is the name of a variant
                     ^^^^^^^^^^^ "keepalive" is ignored and is the name of a variant
enum Event {
    #[event("ping", alias = "keepalive")]
            ^^^^^^ the variant's name
                            ^^^^^^^^^^^ the variant's name
    Ping,
}"#,
    );
}

#[test]
fn an_ignored_name_is_listed_once() {
    check(
        r#"
#[sse(ignore("ping", "keepalive", "ping"))]
             ^^^^^^ first used here
                                  ^^^^^^ "ping" is ignored twice
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
                   ^^^^^^^^^^^ `rename_all` knows no case "snakecase"
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
      ^^^^^^^^^^^^^^^^^^^^^^^^^ first used here
                                 ^^^^^^^^^^^^^^^^^^^^^^^^ `rename_all` is given twice
enum Event { RunCreated, RunDone }"#,
    );
}

#[test]
fn a_name_that_a_case_makes_is_told_on_the_variant() {
    check(
        r#"
#[sse(rename_all = "snake_case", ignore("run_failed"))]
                                        ^^^^^^^^^^^^ "run_failed" is ignored and is the name of a variant
enum Event {
    RunCreated,
    ^^^^^^^^^^ first used here
    RunFailed,
    ^^^^^^^^^ the variant's name
    #[event("created", alias = "run_created")]
                               ^^^^^^^^^^^^^ the name "run_created" is used twice
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
fn serdes_name_is_told_on_it() {
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
