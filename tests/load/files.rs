//! The limit on open files, which limits the streams: both ends of each are in this process.

use std::error::Error;

/// Files that the process needs in addition to its streams: those of the runtime, the listeners, the standard
/// streams.
const OTHERS: u64 = 64;

/// Raises the limit on open files as far as possible, and returns as many of the wanted streams as it allows.
pub(crate) fn allow(wanted: usize) -> Result<usize, Box<dyn Error>> {
    let limit = rlimit::increase_nofile_limit(2 * u64::try_from(wanted)? + OTHERS)?;
    let allowed = usize::try_from(limit.saturating_sub(OTHERS) / 2).unwrap_or(usize::MAX);
    if allowed == 0 {
        return Err(format!("{limit} open files (`ulimit -n`) are too few").into());
    }
    if allowed < wanted {
        println!(
            "note        {limit} open files (`ulimit -Hn`) are enough for {allowed} streams, not {wanted}"
        );
    }
    Ok(allowed.min(wanted))
}
