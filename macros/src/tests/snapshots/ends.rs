#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    /// | event | variant | |
    /// |---|---|---|
    /// | `status` | `Status` | terminal if `Status::is_final` |
    /// | `chunk` | `Chunk` | complete if `Self::is_finished` |
    /// | `stop` | `Stop` | terminal |
    #[automatically_derived]
    impl __sse::SseEvent for Event {
        const EVENT_TYPES: __sse::Names = &["status", "chunk", "stop"];
        const HAS_END: __sse::bool = true;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Status { .. } => __sse::Some("status"),
                Event::Chunk { .. } => __sse::Some("chunk"),
                Event::Stop { .. } => __sse::Some("stop"),
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            match self {
                Event::Stop { .. } => true,
                Event::Status(__payload) if Status::is_final(__payload) => true,
                _ => false,
            }
        }
        #[inline]
        fn is_complete(&self) -> __sse::bool {
            __sse::SseEvent::is_terminal(self)
                || match self {
                    Event::Chunk { .. } if Self::is_finished(self) => true,
                    _ => false,
                }
        }
    }
    use __sse::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Event", untagged, bound(serialize = ""))]
    #[allow(dead_code)]
    enum __Remote {
        #[serde(skip)]
        Status(Status),
        Chunk { finish_reason: Option<String> },
        #[serde(skip)]
        Stop,
    }
    impl __sse::SerializeFields for Event {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            <__Remote>::serialize(self, __to)
        }
    }
    #[automatically_derived]
    impl __sse::EncodeEvent for Event {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            match self {
                Event::Status(__payload) => {
                    <Status as __sse::EncodePayload>::encode_json(
                        __payload,
                        __sink,
                        &__sse::Head("status", "status"),
                    )
                }
                Event::Chunk { .. } => {
                    <_ as __sse::EncodePayload>::encode_json(
                        &__sse::AsFields(self),
                        __sink,
                        &__sse::Head("chunk", "chunk"),
                    )
                }
                Event::Stop => __sink.unit(&__sse::Head("stop", "stop")),
            }
        }
    }
};
