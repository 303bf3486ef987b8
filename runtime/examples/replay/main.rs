//! Decodes recorded streams with the enums of `examples/apis` and counts what they hold.
//!
//! ```text
//! cargo run --example replay -- API FILE…      each file in a table, and a row each if they are several
//! cargo run --example replay -- --all FOLDER   every file of a folder whose sub-folders are named after APIs
//! ```
//!
//! It fails if anything is wrong that no property of the file explains.

// A client reads the payloads; here they are decoded and counted.
#[allow(dead_code, reason = "fields that the tests read, and nothing else in this program")]
#[path = "../apis/mod.rs"]
mod apis;
#[path = "../shared/recording.rs"]
mod recording;
mod registry;
mod repair;
mod replay;
mod table;
mod tally;

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use registry::Decoder;
use replay::Replay;
use table::{Row, show_file, show_rows};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match run(&arguments, &mut io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// How many failures are unexplained.
fn run(arguments: &[OsString], out: &mut impl Write) -> Result<usize, Box<dyn Error>> {
    match arguments {
        [all, folder] if all == "--all" => replay_folder(Path::new(folder), out),
        [api, files @ ..] if !files.is_empty() => match registry::decoders(&api.to_string_lossy()) {
            [] => Err(usage().into()),
            decoders => replay_files(decoders, files, out),
        },
        _ => Err(usage().into()),
    }
}

fn usage() -> String {
    let apis: Vec<_> = registry::names().collect();
    format!("usage: replay API FILE… | --all FOLDER, where API is one of {}", apis.join(", "))
}

fn replay_files(
    decoders: &[Decoder],
    files: &[OsString],
    out: &mut impl Write,
) -> Result<usize, Box<dyn Error>> {
    let mut rows = Vec::new();
    for file in files {
        let name = file.to_string_lossy().into_owned();
        let replay =
            Replay::of_file(Path::new(file), decoders).map_err(|error| format!("{name}: {error}"))?;
        show_file(&name, &replay, out)?;
        rows.push((name, Row::from(&replay)));
    }
    if rows.len() > 1 {
        show_rows("file", &rows, out)?;
    }
    Ok(rows.iter().map(|(_, row)| row.unexplained()).sum())
}

fn replay_folder(folder: &Path, out: &mut impl Write) -> Result<usize, Box<dyn Error>> {
    let mut rows = Vec::new();
    for api in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        let name = file_name(&api);
        let mut row = Row::default();
        for file in entries(&api)? {
            let replay = Replay::of_file(&file, registry::decoders(&name))
                .map_err(|error| format!("{}: {error}", file.display()))?;
            let of_file = Row::from(&replay);
            // What is as it should be is in the table alone.
            if of_file.is_odd() {
                show_file(&format!("{name}/{}", file_name(&file)), &replay, out)?;
            }
            row += &of_file;
        }
        rows.push((name, row));
    }
    show_rows("api", &rows, out)?;
    Ok(rows.iter().map(|(_, row)| row.unexplained()).sum())
}

/// What is in a folder, sorted.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let paths = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> =
        paths.map_err(|error: io::Error| format!("{}: {error}", folder.display()))?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}
