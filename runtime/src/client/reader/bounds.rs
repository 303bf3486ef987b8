//! The bound on the blocking reader's input, as a trait of this crate: an error that names it says what to write
//! instead.

use std::io::BufRead;

/// An input with a buffer: implemented for every [`BufRead`].
///
/// It exists for the compiler's messages. Use `BufRead` in your own bounds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not buffered: it does not implement `std::io::BufRead`\n\
               help: if it implements `Read`, wrap it: `std::io::BufReader::new(reader)`",
    label = "not a `BufRead`",
    note = "text is read with `text.as_bytes()`, a stream of bytes with `ByteStreamExt`"
)]
pub trait BufferedRead: BufRead {}

#[diagnostic::do_not_recommend]
impl<R: BufRead + ?Sized> BufferedRead for R {}
