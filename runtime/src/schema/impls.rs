//! What becomes of the schemas that every derive with `#[sse(schema)]` has. As of `TryFrom`, that depends on this crate's
//! features, not on those of the macro crate.

/// Schemas by `schemars`.
#[cfg(feature = "schemars-1")]
#[doc(hidden)]
#[macro_export]
macro_rules! __schema_impls {
    ($($impls:tt)*) => { $($impls)* };
}

/// Schemas by `schemars`: an error without that feature.
#[cfg(not(feature = "schemars-1"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schema_impls {
    ($($impls:tt)*) => {
        ::core::compile_error!(
            "`schema` needs the feature `schemars-1` of the crate `sse-event`, or `utoipa-6`\n\
             help: write it in `Cargo.toml`: `sse-event = { version = \"…\", features = [\"schemars-1\"] }`"
        );
    };
}

/// The same schemas for `utoipa`.
#[cfg(feature = "utoipa-6")]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa_impls {
    ($($impls:tt)*) => { $($impls)* };
}

/// The same schemas for `utoipa`: none without that feature.
#[cfg(not(feature = "utoipa-6"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa_impls {
    ($($impls:tt)*) => {};
}
