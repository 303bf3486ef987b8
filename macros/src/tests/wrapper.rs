use super::check;

#[test]
fn field_of_wrapper_needs_a_form() {
    check(
        r#"
struct Enveloped {
    #[sse(error = "error")]
          ^^^^^^^^^^^^^^^ `#[sse(…)]` of a field needs `nested` or `flatten`
    data: Result<Event, Failure>,
}"#,
    );
    check(
        r"
struct Enveloped {
    #[sse()]
      ^^^^^ `#[sse(…)]` of a field needs `nested` or `flatten`
    data: Event,
}",
    );
}

#[test]
fn forms_exclude_each_other() {
    check(
        r"
struct Enveloped {
    #[sse(nested, flatten)]
                  ^^^^^^^ `flatten` and `nested` exclude each other
    data: Event,
}",
    );
    check(
        r#"
struct Enveloped {
    #[sse(flatten, error = "error")]
                   ^^^^^^^^^^^^^^^ `error` and `flatten` exclude each other
    data: Result<Event, Failure>,
}"#,
    );
}

#[test]
fn wrapper_holds_one_event() {
    check(
        r"
struct Enveloped {
    #[sse(nested)]
    data: Event,
    #[sse(nested)]
          ^^^^^^ a wrapper holds one event, and another field, `data`, is already marked
    more: Event,
    #[sse(flatten)]
          ^^^^^^^ a wrapper holds one event, and another field, `data`, is already marked
    rest: Event,
}",
    );
}

#[test]
fn wrapper_has_named_fields() {
    check(
        r"
struct Enveloped(#[sse(nested)] Event, u64);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ the fields of a wrapper need names, which are the keys of its object",
    );
}

#[test]
fn wrapper_rejects_options_of_event() {
    check(
        r#"
#[event("enveloped", alias = "e")]
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a wrapper does not have a name
#[sse(tag = "type", encode, end = "[DONE]", line = false, rename_all = "snake_case")]
      ^^^^^^^^^^^^ `tag` does not belong on a wrapper
                            ^^^^^^^^^^^^^^ `end` does not belong on a wrapper
                                            ^^^^^^^^^^^^ `line` does not belong on a wrapper
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ `rename_all` does not belong on a wrapper
#[sse(kind)]
      ^^^^ `kind` does not belong on a struct
#[sse(serde = false, ignore("ping"))]
      ^^^^^^^^^^^^^ `serde` does not belong on a wrapper
                     ^^^^^^^^^^^^^^ `ignore` does not belong on a wrapper
struct Enveloped {
    #[sse(nested)]
    data: Event,
}"#,
    );
}

#[test]
fn keys_of_other_places_say_where_they_belong() {
    check(
        r#"
#[sse(nested)]
      ^^^^^^ `nested` does not belong on the type
struct Enveloped {
    #[sse(nested, tag = "type")]
                  ^^^ `tag` does not belong on a field
    data: Event,
}"#,
    );
    check(
        r#"
enum Event {
    #[event("a", flatten)]
                 ^^^^^^^ `flatten` does not belong in `#[event(…)]`
    A,
}"#,
    );
}

#[test]
fn error_is_that_of_a_result() {
    check(
        r#"
struct Enveloped {
    #[sse(nested, error = "error")]
                  ^^^^^^^^^^^^^^^ `error` needs a field of the type `Result<Event, Error>`
    data: Outcome,
}"#,
    );
    check(
        r"
struct Enveloped {
    #[sse(nested)]
    data: Result<Event, Failure>,
          ^^^^^^^^^^^^^^^^^^^^^^ a `Result` in a wrapper needs the key of its error
}",
    );
}

#[test]
fn keys_of_wrapper_are_unique() {
    check(
        r#"
#[serde(rename_all = "camelCase")]
struct Enveloped {
    event_id: u64,
    #[serde(rename = "eventId")]
            ^^^^^^^^^^^^^^^^^^ the field `event_id` already has the key "eventId"
    #[sse(nested, error = "eventId")]
                          ^^^^^^^^^ the field `data` already has the key "eventId"
    data: Result<Event, Failure>,
}"#,
    );
}

#[test]
fn serdes_attributes_of_event_fit_its_form() {
    check(
        r#"
#[serde(deny_unknown_fields)]
        ^^^^^^^^^^^^^^^^^^^ serde's `deny_unknown_fields` and `flatten` exclude each other
struct Numbered {
    number: u64,
    #[sse(flatten)]
    #[serde(with = "codec")]
            ^^^^^^^^^^^^^^ serde's `with` does not belong on the event of a wrapper
    data: Event,
}"#,
    );
    check(
        r"
struct Enveloped {
    #[sse(nested)]
    #[serde(flatten)]
            ^^^^^^^ a `nested` event is under a key
    data: Event,
}",
    );
}

/// An unknown key may not have been meant to make the struct a wrapper.
#[test]
fn misspelled_form_is_reported_alone() {
    check(
        r#"
#[event("delta")]
struct Delta {
    #[sse(nestd)]
          ^^^^^ unknown key `nestd` in `#[sse(…)]`
    text: String,
}"#,
    );
}
