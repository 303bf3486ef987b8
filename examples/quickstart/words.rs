//! Texts that all views share.

use sse_event::RawEventBuf;

/// The last word of an event's name: `in_progress` of `thread.run.step.in_progress`.
pub(crate) fn status(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, status)| status)
}

/// The text after a status.
pub(crate) fn why(reason: Option<&str>) -> String {
    reason.map(|reason| format!(": {reason}")).unwrap_or_default()
}

/// An error of the API.
pub(crate) fn error(message: &str, code: Option<&str>) -> String {
    format!("{message} ({})", code.unwrap_or("no code"))
}

/// An event that the enum does not know; `name` is the part of its name to show.
pub(crate) fn unknown(name: &str, raw: &RawEventBuf) -> String {
    format!("{name}, {} bytes: {:.100}", raw.data.len(), raw.data)
}
