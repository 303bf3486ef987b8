use super::check;

#[test]
fn decoded_payload_rejects_static_borrow() {
    check(
        r#"
enum Event {
    #[event("a")]
    A(&'static str),
      ^^^^^^^^^^^^ a payload cannot borrow for `'static`: the data does not live that long
    #[event("b", raw)]
    B(&'static str),
      ^^^^^^^^^^^^ a payload cannot borrow for `'static`: the data does not live that long
    #[event("c")]
    C { text: &'static str, #[serde(skip)] unit: &'static str },
              ^^^^^^^^^^^^ a payload cannot borrow for `'static`: the data does not live that long
    #[event("d")]
    D(Cow<'static, str>),
    #[event("e", decode_with = read)]
    E(&'static str),
}"#,
    );
}

#[test]
fn encoded_payload_may_borrow_for_static() {
    let output = super::derive(r#"#[sse(encode_only)] enum Event { #[event("a")] A(&'static str) }"#);
    assert_eq!(super::errors(&output), []);
}
