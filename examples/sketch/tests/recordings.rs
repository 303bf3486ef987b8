//! What is sketched from a recording compiles, is formatted, decodes every event of that recording, and describes each
//! of them.
//!
//! The recordings are our own. `SSE_EVENT_RECORDINGS` names a folder of others, with a sub-folder for each API.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jsonschema::Validator;
use serde_json::{Value, json};
use sse_event_sketch::build::{Options, sketch};
use sse_event_sketch::read::Stream;

/// A crate with a module for each sketch.
struct Crate {
    folder: PathBuf,
    modules: BTreeMap<String, Module>,
}

/// What was sketched from some recordings.
struct Module {
    /// The type to read the recordings as.
    root: String,
    recordings: Vec<PathBuf>,
    /// Whether its types describe themselves too.
    schema: bool,
}

impl Crate {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src")).expect("a folder");
        Self { folder, modules: BTreeMap::new() }
    }

    /// Sketches one API from some files, of which those that hold no stream are left out.
    fn add(&mut self, name: &str, files: &[PathBuf], schema: bool) {
        let mut streams = Vec::new();
        let mut recordings = Vec::new();
        for file in files {
            let stream = match Stream::new(fs::read(file).expect("a file")) {
                Ok(stream) => stream,
                Err(why) => {
                    assert!(why.to_string().contains("JSON error"), "{}: {why}", file.display());
                    continue;
                }
            };
            let recording = self.folder.join(format!("{name}-{}.sse", recordings.len()));
            fs::write(&recording, wire(&stream)).expect("a file");
            recordings.push(recording);
            streams.push(stream);
        }
        if streams.is_empty() {
            return;
        }
        let file = sketch(&streams, &Options { schema, ..Options::default() });
        let module: String =
            name.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect();
        fs::write(self.folder.join(format!("src/{module}.rs")), file.print()).expect("a file");
        let previous = self.modules.insert(module, Module { root: file.root, recordings, schema });
        assert!(previous.is_none(), "{name} is there twice");
    }

    fn check(&self) {
        self.check_format();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut main = "#![allow(dead_code, reason = \"they are decoded\")]\n\n".to_owned();
        let (mut checks, mut schemas) = (String::new(), String::new());
        for (module, Module { root, recordings, schema }) in &self.modules {
            let _ = writeln!(main, "mod {module};");
            for recording in recordings {
                let _ = writeln!(checks, "check::<{module}::{root}>({:?}),", recording.to_string_lossy());
            }
            if *schema {
                let schema = format!("schemars::schema_for!(sse_event::schema::EventItem<{module}::{root}>)");
                let _ = writeln!(schemas, "println!(\"{{}}\", serde_json::json!([\"{module}\", {schema}]));");
            }
        }
        let template = include_str!("check.rs.in").replace("//! Reads", "// Reads");
        main.push_str(&template.replace("CHECKS", &checks).replace("SCHEMAS", &schemas));
        fs::write(self.folder.join("src/main.rs"), main).expect("a file");
        // The program's name: crates that share the target folder must not overwrite each other's.
        let name = self.folder.file_name().expect("a name").to_string_lossy();
        let manifest = format!(
            "[package]\nname = {name:?}\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             schemars = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
             sse-event = {{ path = {:?}, default-features = false, features = [\"reader\", \"schemars-1\"] }}\n",
            root.join("runtime").canonicalize().expect("the runtime").to_string_lossy()
        );
        fs::write(self.folder.join("Cargo.toml"), manifest).expect("a file");
        fs::copy(root.join("Cargo.lock"), self.folder.join("Cargo.lock")).expect("the lock file");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sketched-target");
        let output = Command::new(env!("CARGO"))
            .args(["run", "--offline", "--quiet", "--target-dir"])
            .arg(target)
            // What takes long to generate and tells nothing here.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
            .env("CARGO_PROFILE_DEV_PANIC", "abort")
            .env("CARGO_INCREMENTAL", "0")
            .current_dir(&self.folder)
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let schemas = String::from_utf8_lossy(&output.stdout);
        assert_eq!(schemas.lines().count(), self.modules.values().filter(|module| module.schema).count());
        for line in schemas.lines() {
            let (module, schema): (String, Value) = serde_json::from_str(line).expect("a schema");
            check_described(&self.modules[&module].recordings, &schema);
        }
    }

    /// The file is formatted as rustfmt does without settings. Without rustfmt the check is skipped; CI has it.
    fn check_format(&self) {
        if Command::new("rustfmt").arg("--version").output().is_err() {
            return;
        }
        fs::write(self.folder.join("rustfmt.toml"), "edition = \"2024\"\n").expect("a file");
        let files = self.modules.keys().map(|module| self.folder.join(format!("src/{module}.rs")));
        let output = Command::new("rustfmt")
            .arg("--check")
            .arg("--config-path")
            .arg(&self.folder)
            .args(files)
            .output()
            .expect("rustfmt runs");
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{stdout}{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Each event of the recordings is valid, and so is the JSON in its data, which validators do not look into.
fn check_described(recordings: &[PathBuf], schema: &Value) {
    assert!(jsonschema::meta::is_valid(schema), "not a schema: {schema:#}");
    let validator = |part: &Value| -> Validator {
        let mut part = part.clone();
        part["$defs"] = schema.get("$defs").cloned().unwrap_or(json!({}));
        jsonschema::validator_for(&part).expect("a schema")
    };
    let members = schema.get("oneOf").or(schema.get("anyOf")).and_then(Value::as_array).expect("members");
    let members: Vec<(Validator, Option<Validator>)> = members
        .iter()
        .map(|member| (validator(member), member.pointer("/properties/data/contentSchema").map(validator)))
        .collect();
    let mut undescribed = Vec::new();
    for recording in recordings {
        for event in Stream::new(fs::read(recording).expect("a file")).expect("a stream").events {
            let mut item = json!({ "data": event.data });
            if !event.line.is_empty() {
                item["event"] = json!(event.line);
            }
            // The decoder reads empty data as `null`.
            let text = if event.data.is_empty() { "null" } else { &event.data };
            let data: Option<Value> = serde_json::from_str(text).ok();
            // The decoder takes an object that breaks off as an unknown event, and a schema sees only text there.
            if data.is_none() && text.trim_start().starts_with('{') {
                continue;
            }
            let is_described = members.iter().any(|(member, content)| {
                let is_content =
                    |content: &Validator| data.as_ref().is_some_and(|data| content.is_valid(data));
                member.is_valid(&item) && content.as_ref().is_none_or(is_content)
            });
            if !is_described {
                undescribed.push(format!("{}: {item}", recording.display()));
            }
        }
    }
    assert!(undescribed.is_empty(), "not described:\n{}", undescribed.join("\n"));
}

/// The events as they were read, without what a recorder did to them.
fn wire(stream: &Stream) -> String {
    let mut text = String::new();
    for event in &stream.events {
        if !event.line.is_empty() {
            let _ = writeln!(text, "event: {}", event.line);
        }
        for line in event.data.split('\n') {
            let _ = writeln!(text, "data: {line}");
        }
        text.push('\n');
    }
    text
}

/// The recordings in a folder, in the order of their names.
fn recordings(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sse"))
        .collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

#[test]
fn sketches_of_our_recordings_decode_and_describe_them() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // One crate: what takes time is to build what it depends on, and to start the compiler.
    let mut sketches = Crate::new("sketched");
    for file in recordings(&examples.join("src/apis")) {
        sketches.add(&stem(&file), &[file], true);
    }
    for file in recordings(&examples.join("sketch/fixtures")) {
        let file = std::slice::from_ref(&file);
        sketches.add(&format!("fixture-{}", stem(&file[0])), file, true);
        sketches.add(&format!("plain-{}", stem(&file[0])), file, false);
    }
    let cut = examples.join("replay/fixtures/broken/openai-chat/cut.sse");
    sketches.add("openai-chat-cut", &[cut], true);
    sketches.add("openai-chat-all", &recordings(&examples.join("replay/fixtures/sound/openai-chat")), true);
    sketches.check();
}

#[test]
fn sketches_of_other_recordings_decode_and_describe_them() {
    let Some(folder) = std::env::var_os("SSE_EVENT_RECORDINGS") else { return };
    let mut sketches = Crate::new("sketched-others");
    let mut apis: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    apis.sort();
    for api in apis {
        let files = recordings(&api);
        // One file and all files may be the same.
        for file in files.iter().filter(|_| files.len() > 1) {
            sketches.add(&format!("{}-{}", stem(&api), stem(file)), std::slice::from_ref(file), true);
        }
        sketches.add(&stem(&api), &files, true);
    }
    sketches.check();
}
