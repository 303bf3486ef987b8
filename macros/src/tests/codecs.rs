use super::check;

#[test]
fn codecs_exclude_each_other() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("a", with = codec, decode_with = read)]
                               ^^^^^^^^^^^^^^^^^^ `decode_with` and `with` exclude each other
    A(u8),
    #[event("b", encode_with = write, raw)]
                 ^^^^^^^^^^^^^^^^^^^ `encode_with` and `raw` exclude each other
    B(String),
    #[event("c", parse, with = codec)]
                        ^^^^^^^^^^^^ `with` and `parse` exclude each other
    C(u8),
}"#,
    );
}

#[test]
fn accepts_decode_with_and_encode_with_together() {
    let source = r#"
#[sse(encode)]
enum Event {
    #[event("a", decode_with = read, encode_with = write)]
    A(u8),
}"#;
    assert_eq!(super::errors(&super::derive(source)), []);
}

#[test]
fn codecs_need_a_payload() {
    check(
        r#"
enum Event {
    #[event("a", with = codec)]
                 ^^^^^^^^^^^^ `with` needs a payload: one unnamed field
    A,
    #[event("b", decode_with = some::read)]
                 ^^^^^^^^^^^^^^^^^^^^^^^^ `decode_with` needs a payload: one unnamed field
    B { count: u8 },
}"#,
    );
}

#[test]
fn codecs_need_a_path() {
    check(
        r#"
enum Event {
    #[event("a", with)]
                 ^^^^ `with` takes a path
    A(u8),
    #[event("b", with = "no path", decode_with = read())]
                 ^^^^^^^^^^^^^^^^ `with` takes a path
                                   ^^^^^^^^^^^^^^^^^^^^ `decode_with` takes a path
    B(u8),
    #[event("c", decode_with = |raw| Ok(7))]
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ `decode_with` takes a path
    C(u8),
    #[event("d", encode_with(write))]
                 ^^^^^^^^^^^^^^^^^^ `encode_with` takes a path
    D(u8),
}"#,
    );
}
