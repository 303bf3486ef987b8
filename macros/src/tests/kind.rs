use super::check;

#[test]
fn its_form() {
    for kind in [
        "kind = \"Topic\"",
        "kind(Topic)",
        "kind(foo)",
        "kind(name = 5)",
        "kind(name = a::Topic)",
        "kind(name = A, name = B)",
        "kind(derive(\"Default\"))",
        "kind(derive)",
    ] {
        let carets = "^".repeat(kind.len());
        check(&format!(
            "
#[sse({kind})]
      {carets} `kind` takes no value, or a name and traits to derive
enum Event {{
    #[event(\"delta\")]
    Delta,
}}"
        ));
    }
}

#[test]
fn its_name_is_not_the_enums() {
    check(
        r#"
#[sse(kind(name = Event))]
                  ^^^^^ the `kind` is another enum than the one it is derived for
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn its_own_names_are_free() {
    check(
        r#"
#[sse(kind)]
enum Event {
    #[event("all")]
    ALL,
    ^^^ `kind` calls the list of the kinds `ALL`
    #[event("other")]
    Other,
    ^^^^^ `kind` calls the kind of unknown events `Other`
    #[event(other)]
    Unknown,
}"#,
    );
}

#[test]
fn without_unknown_events_other_is_a_name_as_any() {
    for other in [r#"#[event("other")] Other"#, "#[event(other)] Other"] {
        let output = super::derive(&format!("#[sse(kind)] enum Event {{ {other} }}"));
        assert_eq!(super::errors(&output), []);
    }
}

#[test]
fn what_it_implements_is_not_derived_again() {
    check(
        r#"
#[sse(kind(derive(Default, Hash, serde::Serialize)))]
                           ^^^^ every `kind` implements `Hash`
                                 ^^^^^^^^^^^^^^^^ every `kind` implements `serde::Serialize`
enum Event {
    #[event("delta")]
    Delta,
}"#,
    );
}

#[test]
fn a_struct_has_none() {
    check(
        r#"
#[event("delta")]
#[sse(kind(name = Topic))]
      ^^^^^^^^^^^^^^^^^^ a struct is one kind of event
struct Delta {
    text: String,
}"#,
    );
}

/// The stubs have a kind of the right name, for the places where it is used.
#[test]
fn it_stands_beside_errors() {
    let output = super::derive("#[sse(kind(name = Topic))] pub enum Event { Delta }").to_string();
    assert!(output.contains("compile_error"), "no error: {output}");
    assert!(output.contains("pub enum Topic"), "no kind: {output}");
}
