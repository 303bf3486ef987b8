//! The machine and the tools of the measurements.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use super::table::table;

/// The crates whose versions the figures depend on.
const CRATES: [&str; 10] = [
    "serde",
    "serde_json",
    "sse-core",
    "eventsource-stream",
    "sse-stream",
    "sseer",
    "sonic-rs",
    "simd-json",
    "axum",
    "async-openai",
];

/// A table of the machine and of versions.
pub fn table_of(root: &Path) -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let processors = thread::available_parallelism().map_or(1, Into::into);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the lock file");
    let crates = CRATES.map(|name| format!("{name} {}", versions(&lock, name))).join(", ");
    let rows = [
        ("processor", format!("{processors} × {}", model.trim_start_matches([' ', '\t', ':']))),
        ("system", format!("Linux {}", kernel.trim())),
        ("compiler", first_line("rustc", "--version")),
        ("valgrind", first_line("valgrind", "--version")),
        ("crates", crates),
        (
            "commit",
            first_line_of(Command::new("git").args(["log", "-1", "--format=%h of %cs"]).current_dir(root)),
        ),
    ];
    table(&["", ""], rows.map(|(name, value)| vec![name.into(), value])).replace("---:", "---")
}

fn first_line(program: &str, argument: &str) -> String {
    first_line_of(Command::new(program).arg(argument))
}

fn first_line_of(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned()
}

/// The versions of a crate in the lock file.
fn versions(lock: &str, name: &str) -> String {
    let begin = format!("\nname = \"{name}\"\nversion = \"");
    let versions = lock.split(&begin).skip(1).filter_map(|rest| rest.split('"').next());
    versions.collect::<Vec<_>>().join(" and ")
}
