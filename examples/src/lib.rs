//! What the examples share. The programs are in the folders alongside `src`.
#![allow(missing_docs, reason = "the names are those of each API's own documentation")]

pub mod apis;
pub mod mock_openai;
pub mod pipe;
pub mod recording;
