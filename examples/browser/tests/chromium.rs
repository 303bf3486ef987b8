//! A browser for a test: without a window, with a profile of its own, and gone when the test is.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use tokio::process::{Child, Command};
use tokio::time::timeout;

/// What it is called, here and there.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// For a browser that was asked to end.
const GRACE: Duration = Duration::from_secs(10);

const FLAGS: [&str; 10] = [
    "--headless",
    // It refuses to run as root with one, which is what it runs as in a container; it sees our page alone.
    "--no-sandbox",
    "--disable-gpu",
    // A container's /dev/shm may be tiny.
    "--disable-dev-shm-usage",
    // Nothing but the loopback.
    "--no-proxy-server",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

pub(super) struct Chromium {
    browser: Child,
    profile: PathBuf,
}

impl Chromium {
    /// Opens the page. Without a browser, `None`, unless `SSE_EVENT_REQUIRE_BROWSER` is set.
    pub(super) fn open(url: &str) -> io::Result<Option<Self>> {
        // Tests run at once, and a profile is for one browser.
        static BROWSERS: AtomicUsize = AtomicUsize::new(0);
        let number = BROWSERS.fetch_add(1, Ordering::Relaxed);
        let profile = env::temp_dir().join(format!("sse-event-browser-{}-{number}", process::id()));
        for name in NAMES {
            let browser = Command::new(name)
                .args(FLAGS)
                .arg(format!("--user-data-dir={}", profile.display()))
                .arg(url)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .kill_on_drop(true)
                .spawn();
            match browser {
                Ok(browser) => return Ok(Some(Self { browser, profile })),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        let what = "no browser is installed (examples/browser/install)";
        assert!(env::var_os("SSE_EVENT_REQUIRE_BROWSER").is_none(), "{what}");
        // Not captured as `eprintln!` is: it is to be seen although the test passes.
        writeln!(io::stderr(), "skipped: {what}")?;
        Ok(None)
    }

    /// Returns if the browser ends by itself, which it does not if all is well.
    pub(super) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.browser.wait().await
    }

    /// Asks it to end, and makes it. On its own it ends its other processes first, which write to the profile.
    pub(super) async fn close(mut self) -> io::Result<()> {
        if let Some(id) = self.browser.id() {
            // Where there is no such command, it is made to end below.
            let _ = Command::new("kill").arg(id.to_string()).status().await;
        }
        match timeout(GRACE, self.browser.wait()).await {
            Ok(ended) => ended.map(drop),
            Err(_) => self.browser.kill().await,
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // It is still there if the test has failed.
        let _ = self.browser.start_kill();
        // What is left of it is in the folder for temporary files, where it may stay.
        let _ = fs::remove_dir_all(&self.profile);
    }
}
