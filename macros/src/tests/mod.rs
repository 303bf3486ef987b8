//! Tests the errors for misuse and their spans, to the column. The messages as the compiler shows them are in
//! `tests/ui`.

mod codecs;
mod data;
mod docs;
mod encode;
mod ends;
mod has_key;
mod keys;
mod kind;
mod names;
mod options;
mod other;
mod payloads;
mod placement;
mod prefix;
mod serde;
mod shapes;
mod snapshots;
mod structs;
mod stubs;
mod syntax;
mod union;
mod wrapper;

use std::fmt::Write as _;

use proc_macro2::{Span, TokenStream, TokenTree};

/// A message and its span: line, first column, and the column after the last.
type Reported = (usize, usize, usize, String);

/// Derives on an enum that is annotated with lines of carets: each line underlines the expected span, and the message
/// follows. There must be no other errors, each message must have a help line, and the output must contain stubs.
#[track_caller]
fn check(annotated: &str) {
    let mut source = String::new();
    let mut expected = Vec::new();
    for line in annotated.lines() {
        match line.trim_start().strip_prefix('^') {
            None => writeln!(source, "{line}").unwrap(),
            Some(rest) => {
                let message = rest.trim_start_matches('^');
                let start = line.chars().take_while(|char| *char == ' ').count();
                let end = start + 1 + (rest.len() - message.len());
                expected.push((source.lines().count(), start, end, message.trim().to_owned()));
            }
        }
    }
    assert!(!expected.is_empty(), "nothing is expected");
    let output = derive(&source);
    let mut reported = errors(&output);
    reported.sort();
    for (.., message) in &mut reported {
        let (first, help) = message.split_once('\n').unwrap_or((message, ""));
        assert!(help.starts_with("help: "), "no help: {message}");
        assert!(!first.starts_with(char::is_uppercase), "upper case: {message}");
        *message = first.to_owned();
    }
    expected.sort();
    assert_eq!(reported, expected);
    assert!(has_stubs(&output), "no stubs: {output}");
}

fn derive(source: &str) -> TokenStream {
    crate::derive(source.parse().expect("tokens"))
}

/// Every `compile_error!` in the output.
fn errors(output: &TokenStream) -> Vec<Reported> {
    let tokens: Vec<_> = output.clone().into_iter().collect();
    let calls = tokens.windows(3).filter_map(|tokens| match tokens {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(argument)]
            if name == "compile_error" =>
        {
            Some((name.span(), argument.span(), argument.stream()))
        }
        _ => None,
    });
    calls.map(|(first, last, message)| reported(first, last, message)).collect()
}

fn reported(first: Span, last: Span, message: TokenStream) -> Reported {
    let message = syn::parse2::<syn::LitStr>(message).expect("a message").value();
    let (start, end) = (first.start(), last.end());
    // Only `Span::call_site()` has no line: the compiler would underline `#[derive(SseEvent)]`.
    assert!(start.line > 0 && end.line > 0, "reported on the derive: {message}");
    assert_eq!(start.line, end.line, "underlined over several lines: {message}");
    (start.line, start.column, end.column, message)
}

/// Whether use sites find the derived traits.
fn has_stubs(output: &TokenStream) -> bool {
    let output = output.to_string();
    let has = |stub| output.contains(stub);
    has("SseEvent for ") && (has("DecodeEvent < '__de > for ") || has("EncodeEvent for "))
}
