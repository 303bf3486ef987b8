use super::check;

#[test]
fn rejects_unknown_keys() {
    check(
        r#"
#[sse(compress, ignored("ping"))]
      ^^^^^^^^ unknown key `compress` in `#[sse(…)]`
                ^^^^^^^ unknown key `ignored` in `#[sse(…)]`
enum Event {
    #[event("delta", json, aliases = "text")]
                     ^^^^ unknown key `json` in `#[event(…)]`
                           ^^^^^^^ unknown key `aliases` in `#[event(…)]`
    Delta,
    #[event("done", serde::skip)]
                    ^^^^^^^^^^^ unknown key `serde::skip` in `#[event(…)]`
    Done,
    #[event(othr)]
            ^^^^ unknown key `othr` in `#[event(…)]`
    Unknown,
}"#,
    );
}

#[test]
fn rejects_keys_of_other_attribute() {
    check(
        r#"
#[sse(raw, alias = "text")]
      ^^^ `raw` does not belong in `#[sse(…)]`
           ^^^^^ `alias` does not belong in `#[sse(…)]`
enum Event {
    #[event("delta", end = "[DONE]", ignore("ping"))]
                     ^^^ `end` does not belong in `#[event(…)]`
                                     ^^^^^^ `ignore` does not belong in `#[event(…)]`
    Delta,
}"#,
    );
}

#[test]
fn rejects_duplicate_keys() {
    check(
        r#"
#[sse(end = "[DONE]", end = "[END]")]
                      ^^^^^^^^^^^^^ `end` is given twice
enum Event {
    #[event("delta", raw)]
    #[event(raw)]
            ^^^ `raw` is given twice
    Delta(String),
}"#,
    );
}

#[test]
fn accepts_several_aliases() {
    let output = super::derive(r#"enum Event { #[event("a", alias = "b", alias = "c")] A }"#);
    assert_eq!(super::errors(&output), []);
}

#[test]
fn rejects_values_of_wrong_form() {
    check(
        r#"
#[sse(end, ignore(ping), try_from = "no", error_type = 5, crate)]
      ^^^ `end` takes a string
           ^^^^^^^^^^^^ `ignore` takes a list of strings
                         ^^^^^^^^^^^^^^^ `try_from` takes `true` or `false`
                                          ^^^^^^^^^^^^^^ `error_type` takes a path
                                                          ^^^^^ `crate` takes a path
enum Event {
    #[event("delta", raw = true, alias("text"))]
                     ^^^^^^^^^^ `raw` takes no value
                                 ^^^^^^^^^^^^^ `alias` takes a string
    Delta(String),
    #[event("done", terminal(yes), alias = 5)]
                    ^^^^^^^^^^^^^ `terminal` takes no value, or a function
                                   ^^^^^^^^^ `alias` takes a string
    Done,
    #[event(other = "event")]
            ^^^^^^^^^^^^^^^ `other` takes no value
    Unknown,
}"#,
    );
}

#[test]
fn rejects_lists_of_wrong_form() {
    for list in
        ["ignore = \"ping\"", "ignore(\"ping\", 5)", "ignore", "ignore(a = \"b\")", "ignore(\"a\" \"b\")"]
    {
        let carets = "^".repeat(list.len());
        check(&format!(
            "
#[sse({list})]
      {carets} `ignore` takes a list of strings
enum Event {{
    #[event(\"delta\")]
    Delta,
}}"
        ));
    }
}

#[test]
fn rejects_items_that_are_not_keys() {
    check(
        r#"
#[sse("[DONE]", a.b)]
      ^^^^^^^^ expected a key
                ^^^ expected a key
enum Event {
    #[event("delta", text.delta)]
                     ^^^^^^^^^^ expected a key
    Delta,
}"#,
    );
}

#[test]
fn rejects_content_that_is_no_key_of_its_own() {
    check(
        r#"
#[sse(tag = "type", content = "type")]
                              ^^^^^^ `tag` and `content` are the same key `type`
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
    check(
        r#"
#[sse(tag = "type", content = "")]
                              ^^ `content` must not be empty
enum Event {
    #[event("delta", has_key = "a")]
                     ^^^^^^^^^^^^^ `has_key` and `content` exclude each other
    Delta(u8),
    #[event("delta")]
    Rest(u8),
}"#,
    );
}

#[test]
fn rejects_tag_that_json_escapes() {
    for tag in [r#""""#, r#""a\"b""#, r#""a\\b""#, r#""a\tb""#] {
        let carets = "^".repeat(tag.len());
        check(&format!(
            "
#[sse(tag = {tag})]
            {carets} `tag` must not be empty or contain characters that JSON escapes
enum Event {{
    #[event(\"delta\")]
    Delta,
}}"
        ));
    }
}
