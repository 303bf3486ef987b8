use super::check;

#[test]
fn one_of_them() {
    check(
        r#"
#[sse(encode)]
enum Event {
    #[event("a", with = codec, decode_with = read)]
                               ^^^^^^^^^^^^^^^^^^ `with` and `decode_with` exclude each other
    A(u8),
    #[event("b", encode_with = write, raw)]
                 ^^^^^^^^^^^^^^^^^^^ `raw` and `encode_with` exclude each other
    B(String),
    #[event("c", parse, with = codec)]
                        ^^^^^^^^^^^^ `parse` and `with` exclude each other
    C(u8),
}"#,
    );
}

#[test]
fn both_directions_go_together() {
    let source = r#"
#[sse(encode)]
enum Event {
    #[event("a", decode_with = read, encode_with = write)]
    A(u8),
}"#;
    assert_eq!(super::errors(&super::derive(source)), []);
}

#[test]
fn a_payload_is_needed() {
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
fn a_path_is_needed() {
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
