use super::check;

#[test]
fn kind_rejects_other_forms() {
    for kind in [
        "kind = \"Topic\"",
        "kind(Topic)",
        "kind(foo)",
        "kind(name = 5)",
        "kind(name = a::Topic)",
        "kind(name = A, name = B)",
        "kind(derive(\"Default\"))",
        "kind(derive)",
        "kind(error_type)",
        "kind(error_type = 5)",
        "kind(error_type = A, error_type = B)",
    ] {
        let carets = "^".repeat(kind.len());
        check(&format!(
            "
#[sse({kind})]
      {carets} `kind` takes no value, or a name, traits to derive and an error type
enum Event {{
    #[event(\"delta\")]
    Delta,
}}"
        ));
    }
}

#[test]
fn kind_rejects_name_of_enum() {
    check(
        r#"
#[sse(kind(name = Event))]
                  ^^^^^ `kind` must not have the name of the enum
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn kind_rejects_variants_with_reserved_names() {
    check(
        r#"
#[sse(kind)]
enum Event {
    #[event("all")]
    ALL,
    ^^^ `kind` reserves the name `ALL` for the list of its variants
    #[event("other")]
    Other,
    ^^^^^ `kind` reserves the name `Other` for unknown events
    #[event(other)]
    Unknown,
}"#,
    );
}

#[test]
fn kind_accepts_variant_called_other_without_other_key() {
    for other in [r#"#[event("other")] Other"#, "#[event(other)] Other"] {
        let output = super::derive(&format!("#[sse(kind)] enum Event {{ {other} }}"));
        assert_eq!(super::errors(&output), []);
    }
}

#[test]
fn kind_rejects_traits_that_are_implemented_already() {
    check(
        r#"
#[sse(kind(derive(Default, Hash, serde::Serialize)))]
                           ^^^^ `kind` already implements `Hash`
                                 ^^^^^^^^^^^^^^^^ `kind` already implements `serde::Serialize`
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn struct_rejects_kind() {
    check(
        r#"
#[event("delta")]
#[sse(kind(name = Topic))]
      ^^^^^^^^^^^^^^^^^^ `kind` does not belong on a struct
struct Delta {
    text: String,
}"#,
    );
}

/// The stubs contain a kind with the right name, for code that uses it.
#[test]
fn kind_is_defined_alongside_errors() {
    let output = super::derive("#[sse(kind(name = Topic))] pub enum Event { Delta }").to_string();
    assert!(output.contains("compile_error"), "no error: {output}");
    assert!(output.contains("pub enum Topic"), "no kind: {output}");
}
