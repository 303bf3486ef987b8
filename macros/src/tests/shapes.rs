use super::check;

#[test]
fn struct_needs_event_attribute() {
    check(
        r"
struct Delta<T> {
       ^^^^^ struct `Delta` has no `#[event(…)]`
    text: T,
}",
    );
}

#[test]
fn rejects_union() {
    check(
        r"
union Event {
^^^^^^^^^^^ `SseEvent` can be derived for enums and structs, not for unions
    delta: u32,
}",
    );
}

#[test]
fn rejects_empty_enum() {
    check(
        r"
enum Event {}
     ^^^^^ an enum of events needs at least one variant
",
    );
}

#[test]
fn tuple_variant_needs_exactly_one_field() {
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
fn raw_and_parse_need_payload() {
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
fn rejects_raw_with_parse() {
    check(
        r#"
enum Event {
    #[event("count", raw, parse)]
                          ^^^^^ `parse` and `raw` exclude each other
    Count(u32),
}"#,
    );
}

#[test]
fn parameters_with_reserved_names_are_rejected() {
    check(
        r#"
enum Event<'__de, '__a, __S, const __N: usize> {
           ^^^^^ names that begin with `__` are reserved for generated code
                  ^^^^ names that begin with `__` are reserved for generated code
                        ^^^ names that begin with `__` are reserved for generated code
                                   ^^^ names that begin with `__` are reserved for generated code
    #[event("a")]
    A,
}"#,
    );
}
