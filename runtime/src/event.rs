//! The names of events: the trait that decoding and encoding build on.

use std::rc::Rc;
use std::sync::Arc;

use crate::raw::RawEventBuf;

/// The names of an event type. Derived with `#[derive(SseEvent)]`.
///
/// It can also be implemented by hand, like [`DecodeEvent`](crate::DecodeEvent), for what the derive cannot express.
///
/// ```
/// use sse_event::SseEvent;
///
/// #[derive(SseEvent)]
/// enum Progress {
///     #[event("step", alias = "progress")]
///     Step(u32),
///     #[event("finished", terminal)]
///     Finished,
/// }
///
/// assert_eq!(Progress::EVENT_TYPES, ["step", "progress", "finished"]);
/// assert_eq!(Progress::Step(3).event_type(), "step");
/// assert!(Progress::Finished.is_terminal());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event type\n\
               help: derive it: `#[derive(SseEvent)]`, with `#[event(\"name\")]` on each variant",
    label = "not an event type"
)]
pub trait SseEvent {
    /// Every exact name that the type accepts, without duplicates, in declaration order, aliases after their name.
    const EVENT_TYPES: &'static [&'static str];

    /// The sentinel: the data of the event that ends the stream, such as `[DONE]`.
    const END: Option<&'static str> = None;

    /// Whether the stream marks its end: by a sentinel, a `terminal` event, or a `complete` event. If it does not,
    /// the input may end after any event.
    const HAS_END: bool = Self::END.is_some();

    /// The canonical name. For an `other` value, the name that was received, or `""` if the value did not keep it.
    fn event_type(&self) -> &str;

    /// The canonical name if it is known at compile time; `None` for an `other` value. For metric labels and for
    /// foreign traits that require a `'static` name.
    fn static_event_type(&self) -> Option<&'static str> {
        None
    }

    /// Whether the stream ends with this event (`#[event("done", terminal)]`).
    fn is_terminal(&self) -> bool {
        false
    }

    /// Whether the stream is complete after this event: the end of the input is then not an error, though more events
    /// may follow (`#[event("finish", complete)]`). Every terminal event completes its stream.
    fn is_complete(&self) -> bool {
        self.is_terminal()
    }

    /// Whether this event is the server's error report (`#[event("error", error)]`).
    fn is_error(&self) -> bool {
        false
    }
}

/// Raw events have no fixed names: every event decodes to itself.
impl SseEvent for RawEventBuf {
    const EVENT_TYPES: &'static [&'static str] = &[];

    fn event_type(&self) -> &str {
        self.event_type()
    }
}

/// A pointer to an event delegates to the event.
macro_rules! pointer {
    ($($pointer:ty)*) => {$(
        impl<T: SseEvent + ?Sized> SseEvent for $pointer {
            const EVENT_TYPES: &'static [&'static str] = T::EVENT_TYPES;
            const END: Option<&'static str> = T::END;
            const HAS_END: bool = T::HAS_END;

            fn event_type(&self) -> &str {
                T::event_type(self)
            }

            fn static_event_type(&self) -> Option<&'static str> {
                T::static_event_type(self)
            }

            fn is_terminal(&self) -> bool {
                T::is_terminal(self)
            }

            fn is_complete(&self) -> bool {
                T::is_complete(self)
            }

            fn is_error(&self) -> bool {
                T::is_error(self)
            }
        }
    )*};
}

pointer!(&T Box<T> Rc<T> Arc<T>);

/// The name of an event that has a canonical name.
#[doc(hidden)]
#[inline]
pub fn static_name<T: SseEvent>(event: &T) -> &str {
    event.static_event_type().unwrap_or_default()
}
