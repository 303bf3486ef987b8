use super::check;

#[test]
fn serde_rename_does_not_name_events() {
    check(
        r#"
#[sse(rename_all = "snake_case")]
enum Event {
    #[serde(rename = "b")]
            ^^^^^^^^^^^^ serde's `rename` does not name an event
    A,
    #[serde(alias = "d")]
            ^^^^^^^^^^^ serde's `alias` does not name an event
    C(u8),
    #[serde(other)]
            ^^^^^ serde's `other` does not name an event
    Unknown,
    #[event("e")]
    #[serde(rename = "e", alias = "f")]
    E,
    #[event(other)]
    #[serde(other)]
    Others,
}"#,
    );
}

#[test]
fn serde_attributes_belong_on_field() {
    check(
        r#"
enum Event {
    #[event("a")]
    #[serde(deserialize_with = "loud")]
            ^^^^^^^^^^^^^^^^^^^^^^^^^ serde's `deserialize_with` belongs on the payload, not on the variant
    A(String),
    #[event("b", raw)]
    #[serde(with = "loud")]
    B(String),
}"#,
    );
}
