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
^^^^^^^^^^^ `SseEvent` is derived for an enum of events, not for a union
    delta: u32,
}",
    );
}

#[test]
fn an_empty_enum() {
    check(
        r"
enum Event {}
     ^^^^^ an enum of events needs a variant
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
          ^^^^^^^^^^^^^^^^ variant `Delta` has 2 unnamed fields, an event has one payload
    #[event("done")]
    Done(),
        ^^ variant `Done` has parentheses and no payload
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
                          ^^^^^ `raw` and `parse` exclude each other
    Count(u32),
}"#,
    );
}
