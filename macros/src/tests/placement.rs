use super::check;

#[test]
fn rejects_event_on_enum() {
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
fn rejects_sse_on_variant() {
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
fn rejects_attributes_on_fields() {
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
fn rejects_attributes_on_struct_fields() {
    check(
        r#"
#[event("tool")]
struct Tool {
    #[event("index")]
      ^^^^^^^^^^^^^^ `#[event(…)]` does not belong on a field
    index: u32,
    #[sse(default)]
          ^^^^^^^ unknown key `default` in `#[sse(…)]`
    name: String,
}"#,
    );
}
