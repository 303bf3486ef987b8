//! serde's traits with the names of the derive: `#[sse(deserialize)]`, `#[sse(serialize)]`.

mod content;
mod hostile;
mod names;
mod openai;
mod oracle;
mod other;
mod shapes;
