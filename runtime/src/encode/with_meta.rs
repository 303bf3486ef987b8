//! An event paired with an ID and a reconnection time.

use super::sink::EncodeSink;
use super::{EncodeEvent, encode};
use crate::error::Error;
use crate::meta::EventMeta;
use crate::raw::RawEventBuf;

impl<T: EncodeEvent> EncodeEvent for (T, EventMeta) {
    /// The event with this ID and reconnection time; `None` keeps the event's own value.
    fn encode(&self) -> Result<RawEventBuf, Error> {
        encode(self)
    }

    fn encode_to(&self, sink: EncodeSink<'_>) -> Result<bool, Error> {
        let (event, meta) = self;
        event.encode_to(sink.with_meta(meta.id.as_deref(), meta.retry))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// A pair is an event, so it may be paired again.
    #[test]
    fn outer_meta_overrides_inner_meta() {
        let retry = Duration::from_secs(1);
        let inner = (
            RawEventBuf::new("a", "1").with_id("own"),
            EventMeta::default().with_id("inner").with_retry(retry),
        );
        let outer = (inner, EventMeta::default().with_id("outer"));
        let expected = RawEventBuf::new("a", "1").with_id("outer").with_retry(retry);
        assert_eq!(outer.encode().expect("an event"), expected);
        #[cfg(feature = "bytes")]
        {
            let mut buffer = bytes::BytesMut::new();
            outer.write_to(&mut buffer).expect("an event");
            assert_eq!(buffer, expected.to_wire().expect("an event").to_string());
        }
    }
}
