//! CPU seconds of other programs.

use std::fs;
use std::process::Command;

/// CPU seconds of a program and its child processes, in user mode and in the kernel. Linux counts them in hundredths.
pub fn seconds(command: &mut Command) -> f64 {
    let before = of_children();
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    of_children() - before
}

/// `proc_pid_stat(5)`: `cutime` and `cstime`.
fn of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    // The second field is a name in parentheses, which may have spaces.
    let (_, fields) = stat.rsplit_once(')').expect("a name in parentheses");
    let ticks: u64 =
        fields.split_whitespace().skip(13).take(2).map(|ticks| ticks.parse::<u64>().expect("a number")).sum();
    ticks as f64 / 100.0
}
