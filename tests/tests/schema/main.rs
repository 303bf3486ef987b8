//! Schemas of enums: what they say of each form, that they take what is written, and refuse what the decoder refuses.

mod check;
mod forms;
mod property;
mod utoipa;
