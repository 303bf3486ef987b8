//! Events behind pointers: a server that sends one event to many clients shares it.

use std::sync::Arc;

use crate::sink::EncodeSink;
use crate::{EncodeEvent, Error, RawEventBuf, SseEvent};

/// A pointer to an event is called and encoded as the event.
macro_rules! pointer {
    ($($pointer:ty)*) => {$(
        impl<T: SseEvent> SseEvent for $pointer {
            const EVENT_TYPES: &'static [&'static str] = T::EVENT_TYPES;
            const END: Option<&'static str> = T::END;
            const DECLARES_END: bool = T::DECLARES_END;

            fn event_type(&self) -> &str {
                T::event_type(self)
            }

            fn static_event_type(&self) -> Option<&'static str> {
                T::static_event_type(self)
            }

            fn is_terminal(&self) -> bool {
                T::is_terminal(self)
            }

            fn is_error(&self) -> bool {
                T::is_error(self)
            }
        }

        impl<T: EncodeEvent> EncodeEvent for $pointer {
            fn encode(&self) -> Result<RawEventBuf, Error> {
                T::encode(self)
            }

            fn encode_to<'a, S: EncodeSink<'a>>(&'a self, sink: S) -> Result<S::Ok, Error> {
                T::encode_to(self, sink)
            }
        }
    )*};
}

pointer!(Arc<T> Box<T>);
