//! Clean builds.

use std::collections::BTreeSet;
use std::fs;

use super::package::Package;
use super::{Plan, Section};
use crate::measure::{Results, cpu};
use crate::report::Report;
use crate::report::table::table;

pub const SECTION: Section = Section {
    name: "build",
    heading: "Clean builds",
    contests: |_| Vec::new(),
    write,
    figures: |_| Vec::new(),
};

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
const CLIENT: &str = "reqwest = { version = \"0.13\", default-features = false, features = [\"stream\"] }\nfutures-util = \"0.3\"\n";
const OPENAI: &str =
    "async-openai = { version = \"=0.40.0\", default-features = false, features = [\"response-types\"] }\n";

fn write(plan: &Plan, _: &[Results], report: &mut Report) {
    let none = Package::runtime(plan, ", default-features = false");
    let default = Package::runtime(plan, "");
    let enums = fs::read_to_string(plan.root.join("tests/src/responses.rs")).expect("the Responses enum");
    // Without the derive, the enum is serde's, as in async-openai.
    let by_serde = enums
        .replace("SseEvent)]", ")]")
        .replace("#[sse(encode)]\n", "")
        .replace("    #[event(\"error\", error)]\n", "")
        .replace("use sse_event::SseEvent;\n", "");
    assert!(
        !["sse", "event"].iter().any(|name| by_serde.contains(&format!("#[{name}("))),
        "an attribute of ours is left"
    );
    let client = format!("{SERDE}{CLIENT}");
    let openai = format!("{SERDE}{OPENAI}");
    // Each row with the row that it is compared with.
    let projects = [
        ("serde and serde_json", None, SERDE.to_owned(), ""),
        ("… and sse-event without features", Some(0), format!("{SERDE}{none}"), ""),
        ("… and sse-event with the default features", Some(0), format!("{SERDE}{default}"), ""),
        ("serde, serde_json, reqwest and futures-util", None, client.clone(), ""),
        ("… and sse-event with the default features", Some(3), format!("{client}{default}"), ""),
        ("async-openai's Responses, 49 variants by serde", None, openai.clone(), &by_serde),
        ("… and derived by sse-event too", Some(5), format!("{openai}{default}"), &enums),
    ];
    let mut costs: Vec<(usize, f64)> = Vec::new();
    // The largest two take minutes.
    let wanted = if plan.quick { 5 } else { projects.len() };
    let rows: Vec<Vec<String>> = projects
        .into_iter()
        .take(wanted)
        .map(|(name, before, dependencies, source)| {
            eprintln!("building {name}");
            let cost = build(plan, &dependencies, source);
            let (crates, seconds) = cost;
            costs.push(cost);
            let more = before.map(|before| costs[before]).map_or_else(
                || [String::new(), String::new()],
                |(others, before)| [format!("{}", crates - others), format!("{:.1}", seconds - before)],
            );
            [name.into(), crates.to_string(), format!("{seconds:.1}")].into_iter().chain(more).collect()
        })
        .collect();
    report.paragraph(
        "CPU seconds of `cargo build` in an empty folder, in debug mode, on all processors. Crates are the \
         compiled crates, including the project itself.",
    );
    report.paragraph(&table(&["dependencies", "crates", "CPU s", "crates more", "CPU s more"], rows));
}

/// Crates and CPU seconds of a clean build.
fn build(plan: &Plan, dependencies: &str, source: &str) -> (usize, f64) {
    let package = Package::new(plan, "project", dependencies);
    package.write("src/lib.rs", source);
    let seconds = || {
        // The first time, there is nothing to remove.
        let _ = fs::remove_dir_all(package.target());
        cpu::seconds(&mut package.cargo(&["build"]))
    };
    let least = (0..plan.repetitions().min(2)).map(|_| seconds()).fold(f64::MAX, f64::min);
    let tree = package.cargo(&["tree", "--edges", "normal,build", "--prefix", "none", "--no-dedupe"]);
    (crates(tree), least)
}

fn crates(mut tree: std::process::Command) -> usize {
    let output = tree.output().expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let name_and_version = |line: &str| line.split(' ').take(2).map(str::to_owned).collect::<Vec<_>>();
    text.lines().filter(|line| !line.is_empty()).map(name_and_version).collect::<BTreeSet<_>>().len()
}
