//! Counts what does not need a clock, and compares it with `figures.txt`: instructions per event of representative paths
//! (callgrind), bytes of code, crates that a user compiles.
//!
//! ```text
//! cargo run --profile guard -p sse-event-guard
//! cargo run --profile guard -p sse-event-guard -- --bless
//! ```
//!
//! Only valgrind is needed. A figure that differs by more than 3 % is an error, even if it is smaller: bless it, so
//! that it cannot grow again. The figures do not depend on times or on hash seeds. With the same toolchain they
//! depend on libc (`malloc`, `memcpy`) and on whether the processor has AVX2.
#![allow(clippy::expect_used, reason = "a program")]

mod event;
mod figures;
mod paths;
mod tools;

use std::env;
use std::process::ExitCode;

use figures::Figures;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => compare(),
        ["--bless"] => {
            Figures::counted().write();
            ExitCode::SUCCESS
        }
        ["--pass", path, passes] => {
            paths::run(path, passes.parse().expect("a number of passes"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("usage: sse-event-guard [--bless]");
            ExitCode::FAILURE
        }
    }
}

fn compare() -> ExitCode {
    let differences = Figures::counted().compare(&Figures::committed());
    for difference in &differences {
        eprintln!("error: {difference}");
    }
    if differences.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("help: if this is meant, run `cargo run --profile guard -p sse-event-guard -- --bless`");
    ExitCode::FAILURE
}
