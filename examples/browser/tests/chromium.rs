//! A browser for a test: headless, with its own profile, and ended with the test.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use tokio::process::{Child, Command};
use tokio::time::timeout;

/// The names of the executable on different systems.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The time for the browser to exit after it was asked to.
const GRACE: Duration = Duration::from_secs(10);

const FLAGS: [&str; 10] = [
    "--headless",
    // As root, as in a container, it does not run with a sandbox. It only opens our page.
    "--no-sandbox",
    "--disable-gpu",
    // /dev/shm may be tiny in a container.
    "--disable-dev-shm-usage",
    // Only the loopback is used.
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
    /// Opens the page. Returns `None` if no browser is installed, unless `SSE_EVENT_REQUIRE_BROWSER` is set.
    pub(super) fn open(url: &str) -> io::Result<Option<Self>> {
        // Tests run in parallel, and each browser needs its own profile.
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
        // Unlike `eprintln!`, this is not captured: it must be visible although the test passes.
        writeln!(io::stderr(), "skipped: {what}")?;
        Ok(None)
    }

    /// Waits for the browser to exit, which it does only if something is wrong.
    pub(super) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.browser.wait().await
    }

    /// Asks the browser to exit, and then kills it. When it exits normally, it first ends its other processes, which
    /// write to the profile.
    pub(super) async fn close(mut self) -> io::Result<()> {
        if let Some(id) = self.browser.id() {
            // If there is no such command, the browser is killed below.
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
        // The browser is still running if the test has failed.
        let _ = self.browser.start_kill();
        // Files that cannot be removed may stay in the folder for temporary files.
        let _ = fs::remove_dir_all(&self.profile);
    }
}
