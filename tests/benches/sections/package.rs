//! Packages that are generated to be compiled.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Plan;
use crate::measure::cpu;

/// A package in the build folder. Its dependencies have the versions of the workspace.
pub struct Package {
    folder: PathBuf,
}

impl Package {
    /// A new package with these dependencies, as lines of its manifest.
    pub fn new(plan: &Plan, name: &str, dependencies: &str) -> Self {
        let folder = plan.root.join("target/benchmarks").join(name);
        let package = Self { folder };
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n\n[workspace]\n"
        );
        package.write("Cargo.toml", &manifest);
        fs::copy(plan.root.join("Cargo.lock"), package.folder.join("Cargo.lock")).expect("the lock file");
        package
    }

    /// The line of a manifest for the runtime.
    pub fn runtime(plan: &Plan, options: &str) -> String {
        let path = plan.root.join("runtime").canonicalize().expect("the runtime");
        format!("sse-event = {{ path = \"{}\"{options} }}\n", path.display())
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// A cargo command in the package. It does not use a build cache.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(arguments).current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", self.target()).env("CARGO_INCREMENTAL", "0");
        cargo.env("RUSTC_WRAPPER", "").env_remove("CARGO_BUILD_RUSTC_WRAPPER");
        for profile in ["DEV", "TEST", "RELEASE"] {
            cargo.env_remove(format!("CARGO_PROFILE_{profile}_DEBUG"));
        }
        cargo
    }

    /// The target folder.
    pub fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// The lowest CPU seconds of several builds of one program whose dependencies are already built.
    pub fn seconds(&self, plan: &Plan, program: &str, profile: &str) -> f64 {
        let source = self.folder.join(format!("src/bin/{program}.rs"));
        let build = || {
            let text = fs::read(&source).expect("the program's source");
            fs::write(&source, text).expect("the program can be touched");
            cpu::seconds(&mut self.cargo(&["build", "--profile", profile, "--bin", program]))
        };
        (0..plan.repetitions()).map(|_| build()).fold(f64::MAX, f64::min)
    }

    /// The program that was built.
    pub fn program(&self, program: &str, profile: &str) -> PathBuf {
        let folder = if profile == "dev" { "debug" } else { profile };
        self.target().join(folder).join(program)
    }
}

/// Bytes of code and of constants of a program.
pub fn code_bytes(program: &Path) -> f64 {
    let output = Command::new("size").arg(program).output().expect("`size` of the binutils is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let number = text.lines().nth(1).and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.unwrap_or_else(|| panic!("size says: {text}"))
}
