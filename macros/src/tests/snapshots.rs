//! The expansions of representative types, so that reviews show changes in the generated code.
//!
//! `SNAPSHOTS=overwrite cargo test -p sse-event-macros` records them again; read the diff.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{derive, errors};

const SOURCES: [(&str, &str); 15] = [
    (
        "by_line",
        r#"
enum Event {
    #[event("delta", alias = "text")]
    Delta(String),
    #[event("failed", error)]
    Failed(Failure),
    #[event("count", parse)]
    Count(u64),
    #[event("done", raw, terminal)]
    Done(Box<str>),
    #[event("ping")]
    Ping,
}"#,
    ),
    (
        "tagged",
        r#"
#[sse(tag = "type", end = "[DONE]", ignore("ping", "keepalive"), try_from = false)]
enum Event {
    #[event("delta")]
    Delta(Delta),
    #[event("done")]
    Done,
    #[event(other)]
    Unknown { event: String, data: String, id: Option<String> },
}"#,
    ),
    (
        "generic",
        r#"
#[sse(try_from = false)]
enum Event<'a, T: Clone = u8, const N: usize = 2>
where
    T: Copy,
{
    #[event("text", raw)]
    Text(&'a str),
    #[event("value")]
    Value(Vec<T>),
    #[event("values")]
    Values { first: T, rest: [u8; N] },
}"#,
    ),
    (
        "struct_variants",
        r#"
#[sse(crate = renamed, try_from = false)]
enum Event {
    #[event("usage")]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    Usage { input_tokens: u64, #[serde(default)] cached: Option<u64>, r#type: String },
    #[event("time")]
    Time(#[serde(with = "seconds")] Duration),
}"#,
    ),
    (
        "kind",
        r#"
/// Events.
#[sse(kind(name = Topic, derive(Default)), rename_all = "snake_case", encode, try_from = false)]
#[non_exhaustive]
pub(crate) enum Event {
    /// A block.
    BlockGossip(Block),
    #[event("messages/", alias = "updates/", prefix, decode_with = read, encode_with = messages::write)]
    Message(Message),
    #[event(other)]
    Unknown(RawEventBuf),
}"#,
    ),
    (
        "encode",
        r#"
#[sse(encode_only, tag = "type", line = false)]
enum Event<T> {
    #[event("value")]
    Value(T),
    #[event("text", raw, line = true)]
    Text(String),
    #[event("usage")]
    Usage { tokens: u64 },
    #[event("ping")]
    Ping,
    #[event(other)]
    Unknown { event: String, data: String, retry: Option<Duration> },
}"#,
    ),
    (
        "has_key",
        r#"
#[sse(try_from = false)]
enum Event {
    #[event("message", alias = "text")]
    Chunk(Chunk),
    #[event("message", has_key = "error", error)]
    Error { error: ApiError },
    #[event("message", alias = "usage", has_key = "usage")]
    Usage(Usage),
    #[event("ping", has_key = "time")]
    Ping,
}"#,
    ),
    (
        "struct",
        r#"
#[event("response.created", alias = "response.create", terminal)]
#[sse(encode, try_from = false)]
struct Created<T> {
    response: T,
}"#,
    ),
    (
        "unit_struct",
        r#"
#[event("ping")]
#[sse(encode, try_from = false)]
struct Ping;"#,
    ),
    (
        "union",
        r#"
#[sse(tag = "type", deserialize, serialize, try_from = false)]
enum Delta {
    #[event("text", alias = "txt")]
    Text(Text),
    #[event("json")]
    Json { partial_json: String },
    #[event("ping")]
    Ping,
    #[event(other)]
    Unknown(RawEventBuf),
}"#,
    ),
    (
        "ends",
        r#"
#[sse(encode_only)]
enum Event {
    #[event("status", terminal = Status::is_final)]
    Status(Status),
    #[event("chunk", complete = Self::is_finished)]
    Chunk { finish_reason: Option<String> },
    #[event("stop", terminal)]
    Stop,
}"#,
    ),
    (
        "wrapper_flattened",
        r"
#[sse(try_from = false)]
struct Numbered {
    sequence_number: u64,
    #[sse(flatten)]
    event: Event,
}",
    ),
    (
        "wrapper_nested",
        r#"
#[sse(encode, try_from = false)]
struct Rpc<T> {
    id: u64,
    #[sse(nested, error = "error")]
    result: Result<T, RpcError>,
}"#,
    ),
    (
        "schema",
        r#"
/// Pieces.
#[sse(tag = "type", end = "[DONE]", encode_only, schema)]
enum Event<T> {
    /// A piece.
    #[event("delta")]
    Delta {
        /// Its text.
        #[serde(rename = "content")]
        text: String,
    },
    #[event("value", terminal)]
    Value(T),
    #[event(other)]
    Unknown(RawEventBuf),
}"#,
    ),
    (
        "schema_of_wrapper",
        r"
#[sse(encode_only, schema)]
struct Enveloped<T> {
    id: u64,
    #[sse(nested)]
    data: T,
}",
    ),
];

#[test]
fn expansions_match_snapshots() {
    for (name, source) in SOURCES {
        let output = derive(source);
        assert_eq!(errors(&output), []);
        let expansion = prettyplease::unparse(&syn::parse2(output).expect("items"));
        let path = folder().join(name).with_extension("rs");
        if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
            fs::write(&path, &expansion).unwrap();
        }
        let recorded = fs::read_to_string(&path).unwrap_or_default();
        assert!(expansion == recorded, "{name} expands to what is not recorded:\n{expansion}");
    }
}

#[test]
fn every_enum_has_snapshot() {
    let names: BTreeSet<_> =
        SOURCES.iter().map(|(name, _)| PathBuf::from(name).with_extension("rs")).collect();
    let files: BTreeSet<_> =
        fs::read_dir(folder()).unwrap().map(|entry| PathBuf::from(entry.unwrap().file_name())).collect();
    assert_eq!(files, names);
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/snapshots"))
}
