//! What a public validator and a viewer make of the description.

#[path = "../../browser/tests/chromium.rs"]
mod chromium;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::time::sleep;

use crate::document::document;
use crate::server::{packages, router};
use chromium::Chromium;

/// For a browser that has to start on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Without the packages a test is skipped, unless `SSE_EVENT_REQUIRE_BROWSER` is set.
fn has_packages() -> io::Result<bool> {
    let is_installed = packages().join("swagger-ui-dist").is_dir();
    if !is_installed {
        let what = "no viewer is installed (examples/openapi/install)";
        assert!(std::env::var_os("SSE_EVENT_REQUIRE_BROWSER").is_none(), "{what}");
        writeln!(io::stderr(), "skipped: {what}")?;
    }
    Ok(is_installed)
}

#[tokio::test]
async fn document_is_valid_openapi_3_2() -> Result {
    if !has_packages()? {
        return Ok(());
    }
    let mut validator = Command::new("node")
        .arg(packages().join("../validate.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let mut stdin = validator.stdin.take().ok_or("no input")?;
    stdin.write_all(document().to_string().as_bytes()).await?;
    drop(stdin);
    let output = validator.wait_with_output().await?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout)?.trim(), "3.2");
    Ok(())
}

#[tokio::test]
async fn viewer_shows_every_event_with_its_payload() -> Result {
    if !has_packages()? {
        return Ok(());
    }
    let (router, mut shown) = router();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/", listener.local_addr()?);
    let server = tokio::spawn(async { axum::serve(listener, router).await });
    let Some(mut browser) = Chromium::open(&url)? else {
        return Ok(());
    };
    let text = tokio::select! {
        text = shown.recv() => text.ok_or("the server has ended")?,
        status = browser.ended() => panic!("the browser has ended: {}", status?),
        () = sleep(LIMIT) => panic!("the page does not say what it shows"),
    };
    browser.close().await?;
    server.abort();
    // Without the buttons between the words.
    let text = text.replace("Collapse all", " ");
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, SHOWN, "{text}");
    Ok(())
}

const SHOWN: [&str; 39] = [
    "array<object | (object | object | object | object)>",
    "Items object | (object | object | object | object)",
    "An answer, piece by piece.",
    "datastring",
    "eventstring",
    "idstring",
    "retryinteger≥ 0",
    "One of (object | object | object | object)",
    "#0 Delta object",
    "The next piece of the text.",
    "data stringmedia type: application/json",
    "Content schema object",
    "index integer | null≥ 0uint32",
    "Of which answer, if there are several.",
    "text string",
    "Never empty.",
    "event string",
    "Const\"delta\"",
    "#1 Usage object",
    "What the answer has cost.",
    "data stringmedia type: application/json",
    "Content schema object",
    "input_tokensinteger≥ 0uint64",
    "output_tokensinteger≥ 0uint64",
    "event string",
    "Const\"usage\"",
    "#2 Error object",
    "The server's error report.",
    "data stringmedia type: application/json",
    "Content schema object",
    "messagestring",
    "event string",
    "Const\"error\"",
    "#3 [DONE] object",
    "The end of the stream. It is not an event.",
    "data string",
    "Const\"[DONE]\"",
    "event string",
    "Const\"message\"",
];
