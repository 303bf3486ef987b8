#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Ping,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "ping" => __sse::Some(__Variant::Ping),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `ping` | `Ping` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Ping {
        const EVENT_TYPES: __sse::Names = &["ping"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Ping { .. } => __sse::Some("ping"),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Ping {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::Ping) => __sse::event(Ping),
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Ping {}
    #[automatically_derived]
    impl __sse::EncodeEvent for Ping {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            match self {
                Ping => __sink.unit(&__sse::Head("ping", "ping")),
            }
        }
    }
};
