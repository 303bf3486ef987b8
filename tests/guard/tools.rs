//! The programs that count.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::paths::EVENTS;

/// Instructions per event of a path: those of one pass, minus those of the program without it.
pub(crate) fn instructions(path: &str) -> u64 {
    let [without, with] = ["0", "1"].map(|passes| {
        let program = env::current_exe().expect("the path of this program");
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
        let output = stderr(valgrind.arg(program).args(["--pass", path, passes]));
        let count =
            output.split_once("Collected : ").and_then(|(_, rest)| rest.lines().next()?.parse::<u64>().ok());
        count.unwrap_or_else(|| panic!("callgrind says: {output}"))
    });
    (with - without) / EVENTS as u64
}

/// The size of this program in bytes, without symbols.
pub(crate) fn bytes_of_program() -> u64 {
    let program = env::current_exe().expect("the path of this program");
    fs::metadata(program).expect("the file of this program").len()
}

/// The number of crates that a user compiles, including ours.
pub(crate) fn crates(features: &[&str]) -> u64 {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    cargo
        .args(["tree", "--package", "sse-event", "--edges", "normal,build", "--prefix", "none"])
        .args(features);
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8_lossy(&output.stdout).into_owned();
    // A path, or the mark of a crate that was already listed, may follow the version.
    let crates: BTreeSet<Vec<&str>> = tree.lines().map(|line| line.split(' ').take(2).collect()).collect();
    crates.len() as u64
}

fn stderr(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{text}");
    text
}
