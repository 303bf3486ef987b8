//! Runs the official packages, each in its own language.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::process::Command;
use tokio::time::timeout;

/// A client that hangs is a failure.
const LIMIT: Duration = Duration::from_secs(120);

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Language {
    Node,
    Python,
}

/// A server that the client calls in each of its ways.
#[derive(Debug, Serialize)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// The base URL of the API.
    pub(crate) url: String,
    pub(crate) model: &'static str,
}

/// The result of one call.
#[derive(Debug, Deserialize)]
pub(crate) struct Report {
    pub(crate) case: String,
    pub(crate) call: String,
    /// The events that it yielded, as JSON.
    pub(crate) events: Vec<Value>,
    /// The final text, if the call did not fail.
    pub(crate) text: Option<String>,
    pub(crate) error: Option<String>,
}

impl Report {
    #[track_caller]
    pub(crate) fn assert_text(&self, text: &str) {
        let Self { case, call, error, .. } = self;
        assert_eq!((self.text.as_deref(), error), (Some(text), &None), "{case}, {call}");
    }

    /// Every event was yielded, with everything that was sent in it.
    #[track_caller]
    pub(crate) fn assert_events(&self, sent: &[Value]) {
        let Self { case, call, events, .. } = self;
        assert_eq!(events.len(), sent.len(), "{case}, {call}");
        for (got, sent) in events.iter().zip(sent) {
            assert!(contains(got, sent), "{case}, {call}\nsent {sent}\ngot  {got}");
        }
    }
}

/// Whether the other value contains all of the sent value: clients add derived values.
fn contains(got: &Value, sent: &Value) -> bool {
    match (got, sent) {
        (Value::Object(got), Value::Object(sent)) => {
            sent.iter().all(|(key, sent)| got.get(key).is_some_and(|got| contains(got, sent)))
        }
        (Value::Array(got), Value::Array(sent)) => {
            got.len() == sent.len() && got.iter().zip(sent).all(|(got, sent)| contains(got, sent))
        }
        // Python's timestamps are floats.
        (Value::Number(got), Value::Number(sent)) => got.as_f64() == sent.as_f64(),
        _ => got == sent,
    }
}

/// Runs the vendor's client on the cases. Returns `None` and prints a note if it is not installed; in CI that is a
/// failure.
pub(crate) async fn run(
    language: Language,
    vendor: &str,
    prompt: &str,
    cases: &[Case],
) -> Option<Vec<Report>> {
    let Some(mut command) = command(language, vendor) else {
        let what = format!(
            "{vendor}'s client for {language:?} is not installed (tests/tests/interop/clients/install)"
        );
        assert!(std::env::var_os("SSE_EVENT_REQUIRE_CLIENTS").is_none(), "{what}");
        // Unlike `eprintln!`, this is not captured: it must be visible although the test passes.
        let _ = writeln!(io::stderr(), "skipped: {what}");
        return None;
    };
    let cases = serde_json::to_string(cases).expect("cases are JSON");
    command.arg(prompt).arg(cases).kill_on_drop(true);
    let output = timeout(LIMIT, command.output()).await.expect("it is done in time").expect("it runs");
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{stderr}", output.status);
    Some(stdout.lines().map(|line| serde_json::from_str(line).expect("a report")).collect())
}

fn command(language: Language, vendor: &str) -> Option<Command> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("SSE_EVENT_CLIENTS")
        .map_or_else(|| package.join("../target/clients"), PathBuf::from);
    let script = package.join("tests/interop/clients").join(vendor);
    let (modules, python) = (folder.join("node/node_modules"), folder.join("python/bin/python"));
    let mut command = match language {
        Language::Node if modules.is_dir() => {
            let mut node = Command::new("node");
            node.env("NODE_PATH", modules).arg(script.with_extension("cjs"));
            node
        }
        Language::Python if python.is_file() => {
            let mut python = Command::new(python);
            python.arg("-B").arg(script.with_extension("py"));
            python
        }
        Language::Node | Language::Python => return None,
    };
    // A proxy from the environment must not be used for the loopback.
    command.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    Some(command)
}
