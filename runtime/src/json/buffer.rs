//! The buffer that JSON is written into.
//!
//! One type, whatever the JSON is for: serializers are generic over what they write into, and a second type would
//! compile every payload's serializer twice.

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

/// The buffer as `serde_json` wants it.
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
