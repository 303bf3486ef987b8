use super::{check, derive, errors};

#[test]
fn terminal_and_complete_take_no_value_or_a_function() {
    check(
        r#"
enum Event {
    #[event("a", terminal = true)]
                 ^^^^^^^^^^^^^^^ `terminal` takes no value, or a function
    A(Payload),
    #[event("b", complete(is_complete))]
                 ^^^^^^^^^^^^^^^^^^^^^ `complete` takes no value, or a function
    B(Payload),
    #[event("c", complete = |payload| payload.is_last)]
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `complete` takes no value, or a function
    C(Payload),
}"#,
    );
}

#[test]
fn function_of_payload_needs_payload() {
    check(
        r#"
enum Event {
    #[event("a", terminal = is_last)]
                 ^^^^^^^^^^^^^^^^^^ `terminal = function` needs a payload, and `A` has none
    A,
    #[event("b", complete = is_complete)]
                 ^^^^^^^^^^^^^^^^^^^^^^ `complete = function` needs a payload, and `B` has none
    B,
    #[event(other, complete = is_complete)]
                   ^^^^^^^^^^^^^^^^^^^^^^ `complete = function` needs a payload, and `Unknown` has none
    Unknown,
}"#,
    );
}

#[test]
fn unit_struct_rejects_function_of_payload() {
    check(
        r#"
#[event("a", terminal = is_last)]
             ^^^^^^^^^^^^^^^^^^ `terminal = function` needs a payload, and `A` has none
struct A;"#,
    );
}

#[test]
fn terminal_excludes_complete() {
    check(
        r#"
enum Event {
    #[event("a", terminal, complete)]
                           ^^^^^^^^ `complete` and `terminal` exclude each other
    A,
    #[event("b", complete = is_complete, terminal)]
                 ^^^^^^^^^^^^^^^^^^^^^^ `complete` and `terminal` exclude each other
    B(Payload),
}"#,
    );
}

#[test]
fn other_rejects_complete_without_function() {
    check(
        r"
enum Event {
    #[event(other, complete)]
                   ^^^^^^^^ `complete` and `other` exclude each other
    Unknown,
}",
    );
}

#[test]
fn accepts_functions_beside_each_other() {
    for source in [
        r#"enum Event { #[event("a", terminal = is_last, complete)] A(Payload) }"#,
        r#"enum Event { #[event("a", terminal = is_last, complete = is_complete, error)] A { key: u8 } }"#,
        r"enum Event { #[event(other, terminal = is_last)] Unknown(RawEventBuf) }",
        r#"#[event("a", complete = Self::is_complete)] struct A { key: u8 }"#,
        r#"#[sse(encode_only)] enum Event { #[event("a", complete)] A }"#,
    ] {
        assert_eq!(errors(&derive(source)), [], "{source}");
    }
}
