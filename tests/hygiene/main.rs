//! The derive in a hostile environment: the dependency is renamed, there is no prelude, every usual name is shadowed,
//! every lint is denied. In this package nothing is called `sse_event`, `serde` or `serde_json`.

mod build_script;
mod fragments;
mod large;
pub mod lints;
mod no_prelude;
mod places;
mod rename_all;
mod self_type;
mod shadowed_names;
