use super::check;

#[test]
fn attributes_without_parentheses() {
    check(
        r#"
#[sse]
  ^^^ expected parentheses after `sse`
enum Event {
    #[event]
      ^^^^^ expected parentheses after `event`
    Bare,
    #[event = "equals"]
      ^^^^^^^^^^^^^^^^ expected parentheses after `event`
    Equals,
    #[event["brackets"]]
      ^^^^^^^^^^^^^^^^^ expected parentheses after `event`
    Brackets,
    #[event{"braces"}]
      ^^^^^^^^^^^^^^^ expected parentheses after `event`
    Braces,
}"#,
    );
}

#[test]
fn a_missing_comma_is_told_where_it_belongs() {
    check(
        r#"
#[sse(end = "[DONE]" try_from = false, ignored)]
                     ^^^^^^^^ expected a comma
                                       ^^^^^^^ unknown key `ignored` in `#[sse(…)]`
enum Event {
    #[event("delta" raw, rwa)]
                    ^^^ expected a comma
                         ^^^ unknown key `rwa` in `#[event(…)]`
    Delta(String),
}"#,
    );
}

#[test]
fn a_missing_value_is_told_with_its_key() {
    check(
        r#"
#[sse(end =)]
      ^^^^^ `end` takes a string
enum Event {
    #[event("delta", alias =, raw)]
                     ^^^^^^^ `alias` takes a string
    Delta(String),
    #[event("done", flag =)]
                    ^^^^ unknown key `flag` in `#[event(…)]`
    Done,
}"#,
    );
}

#[test]
fn a_missing_item_is_told_on_the_comma() {
    check(
        r#"
enum Event {
    #[event("delta",, raw)]
                    ^ expected a name or a key
    Delta(String),
}"#,
    );
}
