//! A server whose stream describes itself, and a page that shows the description.
//!
//! `examples/openapi/install` installs the viewer and the validator, then `cargo run --example openapi` prints an address
//! to open.

mod document;
mod event;
mod server;
#[cfg(test)]
mod tests;

use std::io;

use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("open http://{}/", listener.local_addr()?);
    axum::serve(listener, server::router().0).await
}
