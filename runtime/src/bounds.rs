//! Traits that exist for the compiler's messages: each has a blanket impl for the trait that it stands for, and says what
//! to do where that one is missing. Hidden, because users write the other trait in their bounds.

#[cfg(feature = "reader")]
pub use crate::client::reader::bounds::BufferedRead;
#[cfg(feature = "stream")]
pub use crate::client::stream::bounds::{ByteStream, RawEventStream};
