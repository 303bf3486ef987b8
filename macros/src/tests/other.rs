use super::check;

#[test]
fn other_rejects_names() {
    check(
        r#"
enum Event {
    #[event("unknown", other, alias = "new")]
            ^^^^^^^^^ an `other` variant must not have a name
                                      ^^^^^ an `other` variant must not have a name
    Unknown,
}"#,
    );
}

#[test]
fn other_rejects_raw_and_parse() {
    check(
        r"
enum Event {
    #[event(other, raw, parse)]
                   ^^^ `raw` and `other` exclude each other
                        ^^^^^ `parse` and `other` exclude each other
    Unknown(RawEventBuf),
}",
    );
}

#[test]
fn other_rejects_functions() {
    check(
        r"
#[sse(encode)]
enum Event {
    #[event(other, with = codec)]
                   ^^^^^^^^^^^^ `with` and `other` exclude each other
    Unknown(RawEventBuf),
}",
    );
    check(
        r"
enum Event {
    #[event(other, decode_with = read, encode_with = write)]
                   ^^^^^^^^^^^^^^^^^^ `decode_with` and `other` exclude each other
                                       ^^^^^^^^^^^^^^^^^^^ `encode_with` and `other` exclude each other
    Unknown(RawEventBuf),
}",
    );
}

#[test]
fn other_rejects_line() {
    for options in ["#[sse(encode)]", "#[sse(encode, line = false)]", ""] {
        check(&format!(
            r"
{options}
enum Event {{
    #[event(other, line = true)]
                   ^^^^^^^^^^^ `line` and `other` exclude each other
    Unknown(RawEventBuf),
}}",
        ));
    }
}

#[test]
fn other_rejects_prefix() {
    check(
        r"
#[sse(encode)]
enum Event {
    #[event(prefix, other)]
            ^^^^^^ `prefix` and `other` exclude each other
    Unknown(RawEventBuf),
}",
    );
}

#[test]
fn other_rejects_terminal_and_accepts_error() {
    check(
        r"
enum Event {
    #[event(other, error, terminal)]
                          ^^^^^^^^ `terminal` and `other` exclude each other
    Unknown,
}",
    );
}

#[test]
fn enum_rejects_second_other() {
    check(
        r"
enum Event {
    #[event(other)]
    Unknown,
    #[event(other)]
            ^^^^^ an enum can have only one `other` variant, and `Unknown` already is one
    Rest,
}",
    );
}

#[test]
fn other_rejects_several_fields_or_none() {
    check(
        r"
enum Event {
    #[event(other)]
    Unknown(String, RawEventBuf),
           ^^^^^^^^^^^^^^^^^^^^^ an `other` variant needs exactly one field, which holds the raw event
}",
    );
    check(
        r"
enum Event {
    #[event(other)]
    Unknown(),
           ^^ an `other` variant needs exactly one field, which holds the raw event
}",
    );
}

#[test]
fn other_rejects_unknown_fields() {
    check(
        r"
enum Event {
    #[event(other)]
    Unknown { event: String, payload: String, r#type: String },
                             ^^^^^^^ a raw event has no field `payload`
                                              ^^^^^^ a raw event has no field `r#type`
}",
    );
}
