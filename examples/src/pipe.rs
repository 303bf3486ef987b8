//! A reader of the output who has seen enough.

use std::error::Error;
use std::io::{self, ErrorKind};

/// Whether the output could not be written because nobody reads it any more (`| head`).
pub fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
