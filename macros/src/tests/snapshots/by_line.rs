#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Delta,
        Failed,
        Count,
        Done,
        Ping,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "delta" | "text" => __sse::Some(__Variant::Delta),
            "failed" => __sse::Some(__Variant::Failed),
            "count" => __sse::Some(__Variant::Count),
            "done" => __sse::Some(__Variant::Done),
            "ping" => __sse::Some(__Variant::Ping),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `delta`, `text` | `Delta` |  |
    /// | `failed` | `Failed` | error |
    /// | `count` | `Count` | parse |
    /// | `done` | `Done` | terminal, raw |
    /// | `ping` | `Ping` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Event {
        const EVENT_TYPES: __sse::Names = &[
            "delta",
            "text",
            "failed",
            "count",
            "done",
            "ping",
        ];
        const HAS_END: __sse::bool = true;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Delta { .. } => __sse::Some("delta"),
                Event::Failed { .. } => __sse::Some("failed"),
                Event::Count { .. } => __sse::Some("count"),
                Event::Done { .. } => __sse::Some("done"),
                Event::Ping { .. } => __sse::Some("ping"),
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            ::core::matches!(self, Event::Done { .. })
        }
        #[inline]
        fn is_error(&self) -> __sse::bool {
            ::core::matches!(self, Event::Failed { .. })
        }
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Event {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::Delta) => {
                    __sse::event(
                        Event::Delta(<String as __sse::Payload>::decode(__raw, "delta")?),
                    )
                }
                __sse::Route::Variant(__Variant::Failed) => {
                    __sse::event(
                        Event::Failed(
                            <Failure as __sse::Payload>::decode(__raw, "failed")?,
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Count) => {
                    __sse::event(
                        Event::Count(
                            <u64 as __sse::ParsePayload>::decode(__raw, "count")?,
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Done) => {
                    __sse::event(
                        Event::Done(
                            <Box<str> as __sse::RawPayload>::from_text(__raw.data),
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Ping) => __sse::event(Event::Ping),
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Event {}
    #[automatically_derived]
    impl<'__de> __sse::TryFrom<__sse::RawEvent<'__de>> for Event {
        type Error = __sse::Error;
        fn try_from(
            __event: __sse::RawEvent<'__de>,
        ) -> __sse::Result<Self, __sse::Error> {
            __sse::try_from(__event)
        }
    }
    __sse::eventsource_stream_impls! {
        #[automatically_derived] impl < '__de > __sse::TryFrom < & '__de
        __sse::eventsource_stream::Event > for Event { type Error = __sse::Error; fn
        try_from(__event : & '__de __sse::eventsource_stream::Event) -> __sse::Result <
        Self, __sse::Error > { __sse::try_from(__sse::From::from(__event)) } }
        #[automatically_derived] impl __sse::TryFrom < __sse::eventsource_stream::Event >
        for Event { type Error = __sse::Error; fn try_from(__event :
        __sse::eventsource_stream::Event) -> __sse::Result < Self, __sse::Error > {
        __sse::try_from(__sse::From::from(& __event)) } }
    }
};
