//! The names of events: the trait that every direction builds on.

use std::rc::Rc;
use std::sync::Arc;

use crate::raw::RawEventBuf;

/// What an event is called. Derived with `#[derive(SseEvent)]`.
///
/// It can also be written by hand, like [`DecodeEvent`](crate::DecodeEvent), for what a derive cannot say.
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
    /// Every exact name it accepts, each once, in declaration order, aliases after their name.
    const EVENT_TYPES: &'static [&'static str];

    /// The sentinel: the data of the frame that ends the stream, such as `[DONE]`.
    const END: Option<&'static str> = None;

    /// Whether the stream says when it is complete: by a sentinel, a `terminal` event, or a `complete` one. Without it,
    /// the end of the input is never a truncation.
    const HAS_END: bool = Self::END.is_some();

    /// The canonical name. Of an `other` value, the name it came with, `""` if that was not kept.
    fn event_type(&self) -> &str;

    /// The canonical name where it is known at compile time; `None` for an `other` value. For metric labels and
    /// for foreign traits that want a `'static` name.
    fn static_event_type(&self) -> Option<&'static str> {
        None
    }

    /// Whether the stream ends with this event (`#[event("done", terminal)]`).
    fn is_terminal(&self) -> bool {
        false
    }

    /// Whether the stream is complete with this event: an end of the input is no truncation then, though more may follow
    /// (`#[event("finish", complete)]`). Every terminal event completes its stream.
    fn is_complete(&self) -> bool {
        self.is_terminal()
    }

    /// Whether this event is the server's error report (`#[event("error", error)]`).
    fn is_error(&self) -> bool {
        false
    }
}

/// The event type that knows no names: every event decodes to itself.
impl SseEvent for RawEventBuf {
    const EVENT_TYPES: &'static [&'static str] = &[];

    fn event_type(&self) -> &str {
        self.event_type()
    }
}

/// A pointer to an event has the names of the event.
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

/// The name of an event that has a canonical one.
#[doc(hidden)]
#[inline]
pub fn static_name<T: SseEvent>(event: &T) -> &str {
    event.static_event_type().unwrap_or_default()
}
