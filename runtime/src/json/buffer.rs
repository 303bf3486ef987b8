//! A buffer of bytes that grows at its end.

use std::io;

/// What JSON is written into, and amended in.
pub(crate) trait Buffer: AsRef<[u8]> + AsMut<[u8]> {
    fn push(&mut self, bytes: &[u8]);
    fn truncate(&mut self, len: usize);
}

impl Buffer for Vec<u8> {
    #[inline]
    fn push(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    fn truncate(&mut self, len: usize) {
        self.truncate(len);
    }
}

#[cfg(feature = "bytes")]
impl Buffer for bytes::BytesMut {
    #[inline]
    fn push(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    fn truncate(&mut self, len: usize) {
        self.truncate(len);
    }
}

/// The buffer as `serde_json` wants it.
pub(crate) struct Writer<'a, B>(pub(crate) &'a mut B);

impl<B: Buffer> io::Write for Writer<'_, B> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes);
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.push(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
