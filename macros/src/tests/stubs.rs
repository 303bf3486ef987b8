use super::derive;

/// The headers of the impls that are generated for an enum with errors.
fn headers(source: &str) -> Vec<String> {
    let output = derive(source).to_string();
    assert!(output.contains("compile_error"), "no error: {output}");
    let impls = output.split("impl ").skip(1);
    impls.map(|item| item.split('{').next().unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn stubs_have_generics_of_enum() {
    let headers =
        headers("enum Event<'a, T: Clone = u8, const N: usize = 2> where T: Copy { A(&'a [T; N]) }");
    assert_eq!(
        headers[..2],
        [
            "< 'a , T : Clone , const N : usize > __sse :: SseEvent for Event < 'a , T , N > where T : Copy",
            "< '__de , 'a , T : Clone , const N : usize > __sse :: DecodeEvent < '__de > \
             for Event < 'a , T , N > where T : Copy",
        ]
    );
}

#[test]
fn stubs_implement_same_traits_as_valid_enum() {
    let is = |headers: &[String], name: &str| headers.iter().any(|header| header.contains(name));
    let owned = headers("enum Event { A }");
    assert!(is(&owned, "DecodeEventOwned") && is(&owned, "TryFrom"));
    let borrowing = headers("enum Event<'a> { A(&'a str) }");
    assert!(is(&borrowing, "DecodeEventOwned") && is(&borrowing, "TryFrom"));
    let without = headers("#[sse(try_from = false)] enum Event { A }");
    assert!(is(&without, "DecodeEventOwned") && !is(&without, "TryFrom"));
}

/// A borrowing payload would tie the data to a lifetime of the enum, and the stub could not be decoded from all data.
#[test]
fn stubs_borrow_nothing() {
    let headers = headers(r#"enum Event<'a> { #[event("a", raw)] A(&'a str), B }"#);
    assert_eq!(headers[1], "< '__de , 'a > __sse :: DecodeEvent < '__de > for Event < 'a >");
}

#[test]
fn stubs_use_crate_attribute() {
    let output = derive("#[sse(crate = renamed)] enum Event { A }").to_string();
    assert!(output.contains("use renamed :: __private as __sse ;"), "{output}");
}

#[test]
fn valid_enum_has_no_stubs() {
    let output = derive(r#"enum Event { #[event("a")] A }"#);
    assert_eq!(super::errors(&output), []);
    assert!(output.to_string().contains(r#"& ["a"]"#), "no names: {output}");
    syn::parse2::<syn::File>(output).expect("items");
}
