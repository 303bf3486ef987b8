use super::check;

#[test]
fn it_has_no_name() {
    check(
        r#"
enum Event {
    #[event("unknown", other, alias = "new")]
            ^^^^^^^^^ an `other` variant has no name
                                      ^^^^^ an `other` variant has no name
    Unknown,
}"#,
    );
}

#[test]
fn it_has_no_codec() {
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
fn it_has_no_codec_of_the_users() {
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
fn it_writes_the_line_that_came() {
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
fn it_is_no_prefix() {
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
fn it_may_be_an_error_and_no_end() {
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
fn there_is_one_of_it() {
    check(
        r"
enum Event {
    #[event(other)]
            ^^^^^ first used here
    Unknown,
    #[event(other)]
            ^^^^^ an enum has one `other` variant
    Rest,
}",
    );
}

#[test]
fn it_holds_one_event() {
    check(
        r"
enum Event {
    #[event(other)]
    Unknown(String, RawEventBuf),
           ^^^^^^^^^^^^^^^^^^^^^ an `other` variant holds one raw event
}",
    );
    check(
        r"
enum Event {
    #[event(other)]
    Unknown(),
           ^^ an `other` variant holds one raw event
}",
    );
}

#[test]
fn its_fields_are_those_of_an_event() {
    check(
        r"
enum Event {
    #[event(other)]
    Unknown { event: String, payload: String, r#type: String },
                             ^^^^^^^ a raw event has no `payload`
                                              ^^^^^^ a raw event has no `r#type`
}",
    );
}
