//! Events behind pointers: a server that sends one event to many clients shares it.

use std::rc::Rc;
use std::sync::Arc;

use super::EncodeEvent;
use super::sink::EncodeSink;
use crate::error::Error;
use crate::raw::RawEventBuf;

/// A pointer to an event is encoded as the event.
macro_rules! pointer {
    ($($pointer:ty)*) => {$(
        impl<T: EncodeEvent + ?Sized> EncodeEvent for $pointer {
            fn encode(&self) -> Result<RawEventBuf, Error> {
                T::encode(self)
            }

            fn encode_to(&self, sink: EncodeSink<'_>) -> Result<bool, Error> {
                T::encode_to(self, sink)
            }
        }
    )*};
}

pointer!(&T Box<T> Rc<T> Arc<T>);
