//! Enums from 5 to 1,000 variants.

use std::fs;
use std::path::PathBuf;

use super::package::{Package, code_bytes};
use super::program::Decoder::{Line as ByLine, Match, Nothing, Serde, Tag};
use super::program::{Payloads, write_program};
use super::{Plan, Section};
use crate::measure::valgrind::instructions;
use crate::report::Report;
use crate::report::chart::{Chart, Line};
use crate::report::table::{count, factor, table};

pub const SECTION: Section = Section {
    name: "variants",
    heading: "Growth: the number of variants",
    contests: |_| Vec::new(),
    write,
    figures: |_| Vec::new(),
};

/// The number of variants of the enum whose compile time and code size are compared.
const COMPARED: usize = 50;

fn write(plan: &Plan, _: &[crate::measure::Results], report: &mut Report) {
    let package = Package::new(
        plan,
        "variants",
        &(Package::runtime(plan, ", default-features = false")
            + "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n"),
    );
    package.write("src/main.rs", "fn main() {}");
    for profile in ["dev", "release"] {
        let built =
            package.cargo(&["build", "--profile", profile, "--bin", "variants"]).output().expect("cargo");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    grow(plan, &package, report);
    compare(plan, &package, report);
    expansion(plan, &package, report);
}

/// The costs of one size.
struct Size {
    variants: usize,
    hit: [f64; 2],
    unknown: [f64; 2],
    bytes: [f64; 2],
    dev: [f64; 2],
    release: [f64; 2],
}

fn grow(plan: &Plan, package: &Package, report: &mut Report) {
    let sizes = [5, 25, 50, 100, 200, 300, 500, 1_000];
    let sizes = &sizes[..if plan.quick { 5 } else { sizes.len() }];
    let sizes: Vec<Size> = sizes.iter().map(|&variants| measure(plan, package, variants)).collect();

    report.paragraph(
        "Names are like `response.item_17.delta`, and each is decoded equally often. “A dispatch” is from \
         the name to a unit variant, minus a loop that does not read the name; “unknown” is a name that no \
         variant has, including the error of the derive. Code and compile time are those of enums whose \
         variants hold ten structs in turns, minus those of the smallest enum: by hand, and derived.",
    );
    let pair = |[by_hand, derived]: [f64; 2]| [count(by_hand), count(derived)];
    let heading = [
        "variants",
        "a dispatch, by hand",
        "derived",
        "unknown, by hand",
        "derived",
        "code bytes per variant, by hand",
        "derived",
        "debug build (CPU s), by hand",
        "derived",
        "release build (CPU s), by hand",
        "derived",
    ];
    let smallest = &sizes[0];
    let rows = sizes.iter().map(|size| {
        let further = (size.variants - smallest.variants) as f64;
        let bytes = [0, 1].map(|way| (size.bytes[way] - smallest.bytes[way]) / further);
        let bytes = if further > 0.0 { pair(bytes) } else { [String::new(), String::new()] };
        let seconds = |seconds: [f64; 2]| seconds.map(|seconds| format!("{seconds:.2}"));
        let cells = [pair(size.hit), pair(size.unknown), bytes, seconds(size.dev), seconds(size.release)];
        [count(size.variants as f64)].into_iter().chain(cells.into_iter().flatten()).collect()
    });
    report.paragraph(&table(&heading, rows));
    let lines = |name: &str, of: fn(&Size) -> [f64; 2]| {
        [(0, "by hand"), (1, "derived")].map(|(way, by)| Line {
            name: format!("{name}, {by}"),
            points: sizes.iter().map(|size| (size.variants as f64, of(size)[way])).collect(),
        })
    };
    let both = |name: &str, of, other: &str, of_other| {
        lines(name, of).into_iter().chain(lines(other, of_other)).collect()
    };
    let chart = Chart {
        title: "Instructions per dispatch, by the number of variants".into(),
        x: "variants",
        y: "instructions",
        lines: both("known name", |size| size.hit, "unknown name", |size| size.unknown),
    };
    report.chart("dispatch", &chart);
    let chart = Chart {
        title: "Bytes of code, by the number of variants".into(),
        x: "variants",
        y: "bytes",
        lines: lines("program", |size| size.bytes).into(),
    };
    report.chart("code", &chart);
    let chart = Chart {
        title: "Compile time, by the number of variants".into(),
        x: "variants",
        y: "CPU seconds",
        lines: both("debug", |size| size.dev, "release", |size| size.release),
    };
    report.chart("compile", &chart);
    report.paragraph(
        "Both are a `match` on the name, which the compiler turns into a comparison of the length and then \
         of the names of that length: a dispatch grows with the number of names of one length, so the line \
         bends where numbers get one more digit, and is linear in between. Code and compile time are linear \
         in the number of variants, in addition to those of an empty program.",
    );
}

fn measure(plan: &Plan, package: &Package, variants: usize) -> Size {
    eprintln!("measuring {variants} variants");
    let dispatch = [Nothing, Match, ByLine].map(|decoder| {
        let program = write_program(package, decoder, variants, Payloads::None);
        let built = package.cargo(&["build", "--release", "--bin", &program]).output().expect("cargo");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let program = package.program(&program, "release");
        ["known", "unknown"].map(|names| {
            let [prepared, passed] = ["0", "1"].map(|passes| instructions(&program, &[passes, names]));
            (passed - prepared) / variants as f64
        })
    });
    let [nothing, ways @ ..] = dispatch;
    let [hit, unknown] = [0, 1].map(|names| ways.map(|way| way[names] - nothing[names]));
    let programs =
        [Match, ByLine].map(|decoder| write_program(package, decoder, variants, Payloads::Structs(10)));
    let [dev, release] = ["dev", "release"]
        .map(|profile| programs.each_ref().map(|program| package.seconds(plan, program, profile)));
    let bytes = programs.each_ref().map(|program| code_bytes(&package.program(program, "release")));
    Size { variants, hit, unknown, bytes, dev, release }
}

/// Enums of one size, by hand, derived and by serde, with one payload type per variant.
fn compare(plan: &Plan, package: &Package, report: &mut Report) {
    eprintln!("measuring {COMPARED} variants with as many types");
    let ways = [
        ("hand-written match", Match),
        ("derived, by the line", ByLine),
        ("derived, by the tag", Tag),
        ("serde's tag", Serde),
    ];
    let costs = ways.map(|(name, decoder)| {
        let program = write_program(package, decoder, COMPARED, Payloads::Structs(COMPARED));
        let [dev, release] = ["dev", "release"].map(|profile| package.seconds(plan, &program, profile));
        let bytes = code_bytes(&package.program(&program, "release"));
        (name, [dev, release, lines_of_llvm(package, &program), bytes])
    });
    report.paragraph(&format!(
        "### {COMPARED} variants with a payload type each\n\nThe lines are those of unoptimized LLVM IR: \
         the work of the compiler, measured without a clock."
    ));
    let heading = [
        "",
        "debug build (CPU s)",
        "of by hand",
        "release build (CPU s)",
        "of by hand",
        "lines of LLVM IR",
        "of by hand",
        "code bytes",
        "per variant, over by hand",
    ];
    let (_, by_hand) = costs[0];
    let rows = costs.map(|(name, cost)| {
        let [dev, release, lines, bytes] = cost;
        let of = |place: usize| factor(cost[place] / by_hand[place]);
        vec![
            name.into(),
            format!("{dev:.2}"),
            of(0),
            format!("{release:.2}"),
            of(1),
            count(lines),
            of(2),
            count(bytes),
            count((bytes - by_hand[3]) / COMPARED as f64),
        ]
    });
    report.paragraph(&table(&heading, rows));
}

/// Lines of unoptimized LLVM IR of a program.
fn lines_of_llvm(package: &Package, program: &str) -> f64 {
    let options = ["--emit=llvm-ir", "-Cno-prepopulate-passes", "-Ccodegen-units=1"];
    let arguments = ["rustc", "--release", "--bin", program, "--"];
    let built = package.cargo(&arguments).args(options).output().expect("cargo");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let is_of_program = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&format!("{program}-"))
            && path.extension().is_some_and(|extension| extension == "ll")
    };
    let files = fs::read_dir(package.target().join("release/deps")).expect("build results");
    let file = files.flatten().map(|file| file.path()).find(is_of_program).expect("LLVM IR");
    let lines = fs::read_to_string(&file).expect("LLVM IR").lines().count();
    fs::remove_file(file).expect("it can be removed");
    lines as f64
}

/// The time of expanding the derive of a large enum, as measured by the compiler.
fn expansion(plan: &Plan, package: &Package, report: &mut Report) {
    let variants = if plan.quick { 100 } else { 300 };
    let seconds = |decoder| {
        let program = write_program(package, decoder, variants, Payloads::Structs(10));
        let arguments = ["rustc", "--bin", &program, "--", "-Ztime-passes"];
        // The compiler prints its timings only if unstable options are allowed.
        let built = package.cargo(&arguments).env("RUSTC_BOOTSTRAP", "1").output().expect("cargo");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let text = [built.stdout, built.stderr].concat();
        let text = String::from_utf8_lossy(&text).into_owned();
        let line =
            text.lines().find(|line| line.ends_with("macro_expand_crate")).expect("the time of expansion");
        let seconds =
            line.split_once("time:").and_then(|(_, rest)| rest.split(';').next()?.trim().parse().ok());
        seconds.unwrap_or_else(|| panic!("no time in {line}"))
    };
    let [by_hand, line, tag]: [f64; 3] = [Match, ByLine, Tag].map(seconds);
    report.paragraph(&format!(
        "### Expansion\n\nExpanding all macros of a program with {variants} variants takes {by_hand:.3} s by hand, {line:.3} s \
         with the derive by the line and {tag:.3} s by the tag, in a debug build, where the macro itself is not optimized."
    ));
}
