#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    #[automatically_derived]
    impl __sse::SseEvent for Numbered {
        const EVENT_TYPES: __sse::Names = <Event as __sse::SseEvent>::EVENT_TYPES;
        const END: __sse::Option<&'static __sse::str> = <Event as __sse::SseEvent>::END;
        const HAS_END: __sse::bool = <Event as __sse::SseEvent>::HAS_END;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            {
                let __event = &self.event;
                <Event as __sse::SseEvent>::event_type(__event)
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            {
                let __event = &self.event;
                <Event as __sse::SseEvent>::static_event_type(__event)
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            {
                let __event = &self.event;
                <Event as __sse::SseEvent>::is_terminal(__event)
            }
        }
        #[inline]
        fn is_complete(&self) -> __sse::bool {
            {
                let __event = &self.event;
                <Event as __sse::SseEvent>::is_complete(__event)
            }
        }
        #[inline]
        fn is_error(&self) -> __sse::bool {
            {
                let __event = &self.event;
                <Event as __sse::SseEvent>::is_error(__event)
            }
        }
    }
    use __sse::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct Numbered")]
    struct __NumberedFields {
        #[serde(bound(deserialize = "u64: __serde::Deserialize<'de>"))]
        sequence_number: u64,
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Numbered {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            __sse::Ok(
                match <Event as __sse::DecodeEvent<'__de>>::decode(__raw)? {
                    __sse::Decoded::Event(__event) => {
                        let __fields = <Event as __sse::WrappedEvent<
                            '__de,
                        >>::decode_beside::<
                            __NumberedFields,
                            [(); { 0 + <u64 as __sse::FieldPayload<'_>>::KNOWN }],
                        >(&__event, __raw)?;
                        __sse::Decoded::Event(Self {
                            event: __event,
                            sequence_number: __fields.sequence_number,
                        })
                    }
                    __sse::Decoded::Ignored => __sse::Decoded::Ignored,
                    __sse::Decoded::End => __sse::Decoded::End,
                },
            )
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Numbered {}
};
