use super::check;

#[test]
fn what_outlives_the_data() {
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
fn what_is_only_encoded_may_live_as_long_as_it_likes() {
    let output = super::derive(r#"#[sse(encode_only)] enum Event { #[event("a")] A(&'static str) }"#);
    assert_eq!(super::errors(&output), []);
}
