use super::check;

#[test]
fn rejects_bounds_of_wrong_form() {
    for bound in [
        "bound",
        "bound = T",
        "bound = \"T Copy\"",
        "bound = \"where T: Copy\"",
        "bound()",
        "bound(\"T: Copy\")",
        "bound(deserialize = \"T: Copy\")",
        "bound(decode = \"T Copy\", encode = \"T: Copy\")",
        "bound(decode = \"T: Copy\", decode = \"T: Copy\")",
    ] {
        let carets = "^".repeat(bound.len());
        check(&format!(
            "
#[sse({bound})]
      {carets} `bound` takes a string of bounds, or one for each direction
enum Event<T> {{
    #[event(\"delta\")]
    Delta(T),
}}"
        ));
    }
}

#[test]
fn rejects_end_that_no_event_can_have() {
    for end in [r#""""#, r#""[DO\rNE]""#] {
        let carets = "^".repeat(end.len());
        check(&format!(
            "
#[sse(end = {end})]
            {carets} `end` must not be empty or contain a carriage return
enum Event {{
    #[event(\"delta\")]
    Delta,
}}"
        ));
    }
}

#[test]
fn error_type_needs_try_from() {
    check(
        r#"
#[sse(try_from = false, error_type = OwnError)]
                        ^^^^^^^^^^^^^^^^^^^^^ `error_type` has no effect with `try_from = false`
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn tag_rejects_path() {
    check(
        r#"
#[sse(tag = "data.type")]
            ^^^^^^^^^^^ `tag` is a key at the top level of the data, not a path
enum Event {
    #[event("a")]
    A,
}"#,
    );
    for key in ["@type", "the. type", ".", "v1."] {
        let source = format!("#[sse(tag = {key:?})] enum Event {{ #[event(\"a\")] A }}");
        assert!(super::errors(&super::derive(&source)).is_empty(), "{key}");
    }
}
