//! Code that the examples share. The programs are in the folders next to `src`.
#![allow(missing_docs, reason = "the names are those of each API's own documentation")]
#![allow(clippy::missing_errors_doc, clippy::must_use_candidate, reason = "nothing is published")]

pub mod apis;
pub mod mock_openai;
pub mod pipe;
pub mod recording;
pub mod repair;
