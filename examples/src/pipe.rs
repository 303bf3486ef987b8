//! Detects a closed output pipe.

use std::error::Error;
use std::io::{self, ErrorKind};

/// Whether writing failed because the reader of the output is gone (`| head`).
pub fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
