use super::check;

#[test]
fn a_struct_without_a_name() {
    check(
        r"
struct Delta<T> {
       ^^^^^ struct `Delta` has no `#[event(…)]`
    text: T,
}",
    );
}

#[test]
fn a_union() {
    check(
        r"
union Event {
^^^^^^^^^^^ `SseEvent` can be derived for enums and structs, not for unions
    delta: u32,
}",
    );
}

#[test]
fn an_empty_enum() {
    check(
        r"
enum Event {}
     ^^^^^ an enum of events needs at least one variant
",
    );
}

#[test]
fn a_variant_of_more_or_less_than_one_payload() {
    check(
        r#"
enum Event {
    #[event("delta")]
    Delta(u32, Vec<String>),
          ^^^^^^^^^^^^^^^^ a tuple variant needs exactly one field, and `Delta` has 2
    #[event("done")]
    Done(),
        ^^ a tuple variant needs exactly one field, and `Done` has none
}"#,
    );
}

#[test]
fn text_without_a_payload() {
    check(
        r#"
enum Event {
    #[event("done", raw)]
                    ^^^ `raw` needs a payload: one unnamed field
    Done,
    #[event("delta", parse)]
                     ^^^^^ `parse` needs a payload: one unnamed field
    Delta { text: String },
}"#,
    );
}

#[test]
fn two_codecs() {
    check(
        r#"
enum Event {
    #[event("count", raw, parse)]
                          ^^^^^ `parse` and `raw` exclude each other
    Count(u32),
}"#,
    );
}
