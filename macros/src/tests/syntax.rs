use super::check;

#[test]
fn rejects_attributes_without_parentheses() {
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
fn missing_comma_is_reported_at_its_place() {
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
fn missing_value_is_reported_with_key() {
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
fn missing_item_is_reported_on_comma() {
    check(
        r#"
enum Event {
    #[event("delta",, raw)]
                    ^ expected a name or a key
    Delta(String),
}"#,
    );
}
