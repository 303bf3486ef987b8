use super::check;

#[test]
fn a_variants_attribute_on_the_enum() {
    check(
        r#"
#[event(end = "[DONE]")]
  ^^^^^^^^^^^^^^^^^^^^^ `#[event(…)]` belongs on a variant
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn the_enums_attribute_on_a_variant() {
    check(
        r#"
enum Event {
    #[sse("delta")]
      ^^^^^^^^^^^^ `#[sse(…)]` belongs on the enum
    Delta,
    #[event("done")]
    #[sse]
      ^^^ `#[sse(…)]` belongs on the enum
    Done,
}"#,
    );
}

#[test]
fn either_attribute_on_a_field() {
    check(
        r#"
enum Event {
    #[event("delta")]
    Delta(#[event(raw)] String),
            ^^^^^^^^^^ `#[event(…)]` does not belong on a field
    #[event("tool")]
    Tool {
        #[sse(default)]
          ^^^^^^^^^^^^ `#[sse(…)]` does not belong on a field
        index: u32,
        #[event]
          ^^^^^ `#[event(…)]` does not belong on a field
        name: String,
    },
}"#,
    );
}

#[test]
fn either_attribute_on_a_field_of_a_struct() {
    check(
        r#"
#[event("tool")]
struct Tool {
    #[event("index")]
      ^^^^^^^^^^^^^^ `#[event(…)]` does not belong on a field
    index: u32,
    #[sse(default)]
      ^^^^^^^^^^^^ `#[sse(…)]` does not belong on a field
    name: String,
}"#,
    );
}
