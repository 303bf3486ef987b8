//! Schemas of enums: their contents, that they accept encoded events, and that they reject what the decoder rejects.

mod accepted;
mod check;
mod forms;
mod property;
mod utoipa;
