//! The limit on open files, which is the limit on streams: both ends of each are here.

use std::error::Error;

/// Files that the process needs beside its streams: the runtime's, the listeners, the standard ones.
const OTHERS: u64 = 64;

/// As many of the wanted streams as the limit on open files allows, once it is raised as far as it can be.
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
