#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Chunk,
        Error,
        Usage,
        Ping,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "message" => {
                match __sse::first_present_key(__data, ["error", "usage"]) {
                    __sse::Some("error") => __sse::Some(__Variant::Error),
                    __sse::Some("usage") => __sse::Some(__Variant::Usage),
                    _ => __sse::Some(__Variant::Chunk),
                }
            }
            "text" => __sse::Some(__Variant::Chunk),
            "usage" => {
                match __sse::first_present_key(__data, ["usage"]) {
                    __sse::Some("usage") => __sse::Some(__Variant::Usage),
                    _ => __sse::None,
                }
            }
            "ping" => {
                match __sse::first_present_key(__data, ["time"]) {
                    __sse::Some("time") => __sse::Some(__Variant::Ping),
                    _ => __sse::None,
                }
            }
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `message`, `text` | `Chunk` |  |
    /// | `message` with the key `error` | `Error` | error |
    /// | `message`, `usage` with the key `usage` | `Usage` |  |
    /// | `ping` with the key `time` | `Ping` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Event {
        const EVENT_TYPES: __sse::Names = &["message", "text", "usage", "ping"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Chunk { .. } => __sse::Some("message"),
                Event::Error { .. } => __sse::Some("message"),
                Event::Usage { .. } => __sse::Some("message"),
                Event::Ping { .. } => __sse::Some("ping"),
            }
        }
        #[inline]
        fn is_error(&self) -> __sse::bool {
            ::core::matches!(self, Event::Error { .. })
        }
    }
    use __sse::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct variant Event::Error")]
    struct __ErrorFields {
        #[serde(bound(deserialize = "ApiError: __serde::Deserialize<'de>"))]
        error: ApiError,
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Event {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::Chunk) => {
                    __sse::event(
                        Event::Chunk(
                            <Chunk as __sse::Payload>::decode(__raw, "message")?,
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Error) => {
                    __sse::event({
                        let __payload = <__ErrorFields as __sse::Fields<
                            '_,
                            [(); { 0 + <ApiError as __sse::FieldPayload<'_>>::KNOWN }],
                        >>::decode(__raw, "message")?;
                        Event::Error {
                            error: __payload.error,
                        }
                    })
                }
                __sse::Route::Variant(__Variant::Usage) => {
                    __sse::event(
                        Event::Usage(
                            <Usage as __sse::Payload>::decode(__raw, "message")?,
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Ping) => __sse::event(Event::Ping),
                __route => {
                    __route
                        .without_variant_of(
                            __raw,
                            <Self as __sse::SseEvent>::EVENT_TYPES,
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Event {}
};
