//! Decodes recorded streams with the enums of `src/apis` and counts the events.
//!
//! ```text
//! cargo run --example replay -- API FILE…      each file in a table, and a row each if they are several
//! cargo run --example replay -- --all FOLDER   every file of a folder whose sub-folders are named after APIs
//! ```
//!
//! It fails if there is an error that no property of the file explains.

mod known;
mod registry;
mod replay;
mod table;
mod tally;

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sse_event_examples::pipe::is_closed_pipe;

use registry::Decoder;
use replay::Replay;
use table::{Row, show_file, show_rows};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match run(&arguments, &mut io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the number of unexplained failures.
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
            let mut replay = Replay::of_file(&file, registry::decoders(&name))
                .map_err(|error| format!("{}: {error}", file.display()))?;
            let path = format!("{name}/{}", file_name(&file));
            replay.explain(|failure| known::why(&path, failure));
            let of_file = Row::from(&replay);
            // Files without anything odd are only in the table.
            if of_file.is_odd() {
                show_file(&path, &replay, out)?;
            }
            row += &of_file;
        }
        rows.push((name, row));
    }
    show_rows("api", &rows, out)?;
    Ok(rows.iter().map(|(_, row)| row.unexplained()).sum())
}

/// The entries of a folder, sorted.
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

#[cfg(test)]
mod tests {
    use std::iter;

    use super::*;

    const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/replay/fixtures/");

    fn replayed(first: &str, paths: &[&str]) -> (usize, String) {
        let paths = paths.iter().map(|path| format!("{FIXTURES}{path}"));
        let arguments: Vec<OsString> = iter::once(first.to_owned()).chain(paths).map(Into::into).collect();
        let mut out = Vec::new();
        let unexplained = run(&arguments, &mut out).expect("the fixtures are there");
        (unexplained, String::from_utf8(out).expect("text").replace(FIXTURES, ""))
    }

    /// The cells of a row, without the note.
    fn row<'a>(table: &'a str, name: &str) -> Vec<&'a str> {
        let row = table.lines().rfind(|line| line.starts_with(name)).expect("a row");
        row.split_whitespace().skip(1).take(table::COLUMNS.len()).collect()
    }

    #[test]
    fn a_folder_ends_in_a_table_of_its_apis() {
        let (unexplained, text) = replayed("--all", &["sound"]);
        assert_eq!(unexplained, 0);
        assert_eq!(
            row(&text, "api "),
            ["files", "events", "ignored", "unknown", "malformed", "sentinel", "terminal", "truncated"]
        );
        assert_eq!(row(&text, "gemini "), ["1", "0", "0", "0", "0", "0", "0", "0"]);
        assert_eq!(row(&text, "groq "), ["1", "1", "1", "0", "0", "1", "0", "0"]);
        assert_eq!(row(&text, "openai-chat "), ["3", "6", "0", "0", "0", "3", "0", "0"]);
        assert_eq!(row(&text, "openai-responses "), ["1", "2", "0", "1", "0", "0", "1", "0"]);
        assert_eq!(row(&text, "total "), ["6", "9", "1", "1", "0", "4", "1", "0"]);
        assert!(text.ends_with("  everything is explained\n"), "{text}");
        for note in
            ["  a JSON error, no stream\n", "  2 × last blank line supplied; no blank lines, supplied\n"]
        {
            assert!(text.contains(note), "{note} in:\n{text}");
        }
    }

    #[test]
    fn unexplained_failures_are_counted_and_shown() {
        let (unexplained, text) = replayed("--all", &["broken"]);
        assert_eq!(unexplained, 4);
        assert_eq!(row(&text, "openai-chat "), ["2", "3", "0", "1", "1", "1", "0", "1"]);
        for line in [
            "unexplained no enum for this API\n",
            "unexplained truncated: the recording has no event that ends the stream\n",
            "unexplained unknown: later\n",
            "unexplained malformed: chat.completion.chunk: invalid type: integer `7`, expected a string at \
             choices[0].delta.content (",
        ] {
            assert!(text.contains(line), "{line} in:\n{text}");
        }
        assert!(text.ends_with("  4 UNEXPLAINED\n"), "{text}");
    }

    #[test]
    fn files_are_shown_one_by_one_and_summed_up() {
        let files = ["sound/openai-chat/whole.sse", "broken/openai-chat/malformed.sse"];
        let (unexplained, text) = replayed("openai-chat", &files);
        assert_eq!(unexplained, 2);
        assert!(
            text.starts_with("sound/openai-chat/whole.sse\n  events           2  chat.completion.chunk\n")
        );
        assert_eq!(row(&text, files[0]), ["1", "2", "0", "0", "0", "1", "0", "0"]);
        assert_eq!(row(&text, files[1]), ["1", "1", "0", "1", "1", "1", "0", "0"]);
        assert_eq!(row(&text, "total "), ["2", "3", "0", "1", "1", "2", "0", "0"]);
        let (_, one) = replayed("openai-chat", &files[..1]);
        assert!(!one.contains("total"), "{one}");
    }

    #[test]
    fn invalid_arguments_are_errors() {
        for (arguments, why) in [
            (&["carrier-pigeon", "a.sse"][..], "usage: "),
            (&["openai-chat"], "usage: "),
            (&["openai-chat", "no-such-file.sse"], "no-such-file.sse: "),
            (&["--all", "no-such-folder"], "no-such-folder: "),
        ] {
            let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
            let error = run(&arguments, &mut Vec::new()).expect_err("nothing to replay").to_string();
            assert!(error.starts_with(why), "{error}");
        }
    }
}
