//! Reads an Assistants run from a real server.
fn main() {}
