//! Prints the public API that a file of rustdoc's JSON describes: one line per item, with every path in full.

use std::env;
use std::error::Error;

use public_api::Builder;

/// Traits that every type has or lacks without an effect on how it is used.
const OMITTED: [&str; 5] =
    ["core::marker::Freeze", "RefUnwindSafe", "StructuralPartialEq", "UnwindSafe", "UnsafeUnpin"];

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args_os().nth(1).ok_or("usage: sse-event-surface FILE")?;
    let api = Builder::from_rustdoc_json(file).omit_blanket_impls(true).build()?;
    for item in api.items() {
        let line = item.to_string();
        if !OMITTED.iter().any(|name| line.contains(name)) {
            println!("{line}");
        }
    }
    Ok(())
}
