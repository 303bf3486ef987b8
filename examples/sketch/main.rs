//! Reads recorded streams of one API and prints a first enum of its events, to be edited.
//!
//! ```text
//! cargo run --example sketch -- [--name NAME] [--schema] FILE…
//! ```
//!
//! With `--schema` the types describe themselves as JSON Schema too.
//!
//! A file that holds no stream is an error. Standard error reports what was added to a file or left out of it.

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use sse_event_examples::pipe::is_closed_pipe;
use sse_event_sketch::build::{Options, sketch};
use sse_event_sketch::read::Stream;

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1), &mut io::stdout().lock(), &mut io::stderr()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(
    mut arguments: impl Iterator<Item = OsString>,
    out: &mut impl Write,
    notes: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    let (mut options, mut streams) = (Options::default(), Vec::new());
    while let Some(argument) = arguments.next() {
        if argument == "--schema" {
            options.schema = true;
            continue;
        }
        if argument == "--name" {
            let name = arguments.next().and_then(|name| name.into_string().ok());
            options.name = name.ok_or("--name takes the name of the enum")?;
            continue;
        }
        let path = Path::new(&argument);
        let stream = read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        for note in &stream.notes {
            writeln!(notes, "{}: {note}", path.display())?;
        }
        streams.push(stream);
    }
    if streams.is_empty() {
        return Err("usage: sketch [--name NAME] [--schema] FILE…".into());
    }
    Ok(out.write_all(sketch(&streams, &options).print().as_bytes())?)
}

fn read(path: &Path) -> Result<Stream, Box<dyn Error>> {
    Ok(Stream::new(fs::read(path)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/");

    /// What is printed, and the notes.
    fn sketched(arguments: &[&str]) -> Result<(String, String), String> {
        let (mut out, mut notes) = (Vec::new(), Vec::new());
        run(arguments.iter().map(Into::into), &mut out, &mut notes).map_err(|error| error.to_string())?;
        Ok((String::from_utf8(out).expect("text"), String::from_utf8(notes).expect("text")))
    }

    #[test]
    fn several_recordings_make_one_enum_of_the_given_name() {
        let files = ["dify", "replicate"].map(|name| format!("{FIXTURES}{name}.sse"));
        let (text, notes) = sketched(&["--name", "Any", &files[0], &files[1]]).expect("a sketch");
        assert!(text.starts_with("//! Sketched from 2 recordings with 13 events"), "{text}");
        assert!(text.contains("pub enum Any {") && !text.contains("schema"), "{text}");
        let (text, _) = sketched(&["--schema", &files[0]]).expect("a sketch");
        assert!(text.contains("#[derive(Debug, Deserialize, JsonSchema)]"), "{text}");
        assert_eq!(notes, "");
    }

    #[test]
    fn what_cannot_be_sketched_is_an_error() {
        let fixture = format!("{FIXTURES}dify.rs");
        for (arguments, why) in [
            (&[][..], "usage: "),
            (&["--name"], "--name takes"),
            (&["no-such-file.sse"], "no-such-file.sse: "),
            (&[&*fixture], "not a recorded event stream"),
        ] {
            let error = sketched(arguments).expect_err("no sketch");
            assert!(error.contains(why), "{error}");
        }
    }
}
