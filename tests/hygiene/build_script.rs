//! The derive in a package without the default features, while its build script uses them.

use std::env;
use std::path::Path;
use std::process::Command;

/// A build of the whole workspace enables every feature. Only a build of that package alone uses both sets of
/// features.
#[test]
fn features_of_a_build_script_do_not_change_what_the_derive_generates() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--package", "sse-event-build-script-tests", "--locked", "--offline"])
        .current_dir(workspace)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
