//! The buffer for written JSON.
//!
//! There is one type for every purpose: serializers are generic over their writer, and a second type would compile
//! every payload's serializer twice.

use std::io;

#[cfg(feature = "bytes")]
pub(crate) type Buffer = bytes::BytesMut;
#[cfg(not(feature = "bytes"))]
pub(crate) type Buffer = Vec<u8>;

#[cfg(feature = "bytes")]
pub(crate) fn into_vec(buffer: Buffer) -> Vec<u8> {
    buffer.into()
}

#[cfg(not(feature = "bytes"))]
pub(crate) fn into_vec(buffer: Buffer) -> Vec<u8> {
    buffer
}

/// Implements `io::Write`, which `serde_json` requires.
pub(crate) struct Writer<'a>(pub(crate) &'a mut Buffer);

impl io::Write for Writer<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
