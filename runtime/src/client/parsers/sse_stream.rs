//! The crate `sse-stream`, 0.3 and the 0.2 that `rmcp` uses. It yields each block as received: a block without data
//! is not an event, but its `id:` and `retry:` lines count.

use std::time::Duration;

use crate::raw::{AsRawEvent, RawEvent};

macro_rules! adapt {
    ($($sse:ty),*) => {$(
        impl AsRawEvent for $sse {
            fn as_raw_event(&self) -> Option<RawEvent<'_>> {
                let event = self.event.as_deref().unwrap_or_default();
                let raw = RawEvent::new(event, self.data.as_deref()?);
                Some(RawEvent { id: self.id.as_deref(), retry: self.retry_update(), ..raw })
            }

            fn id_update(&self) -> Option<&str> {
                self.id.as_deref()
            }

            fn retry_update(&self) -> Option<Duration> {
                self.retry.map(Duration::from_millis)
            }
        }
    )*};
}

#[cfg(feature = "sse-stream-02")]
adapt!(sse_stream_02::Sse);
#[cfg(feature = "sse-stream-03")]
adapt!(sse_stream_03::Sse);
