#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use renamed::__private as __sse;
    enum __Variant {
        Usage,
        Time,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "usage" => __sse::Some(__Variant::Usage),
            "time" => __sse::Some(__Variant::Time),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `usage` | `Usage` |  |
    /// | `time` | `Time` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Event {
        const EVENT_TYPES: __sse::Names = &["usage", "time"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Usage { .. } => __sse::Some("usage"),
                Event::Time { .. } => __sse::Some("time"),
            }
        }
    }
    use __sse::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(
        crate = "__serde",
        expecting = "struct variant Event::Usage",
        rename_all = "camelCase",
        deny_unknown_fields
    )]
    struct __UsageFields {
        #[serde(bound(deserialize = "u64: __serde::Deserialize<'de>"))]
        input_tokens: u64,
        #[serde(default)]
        #[serde(bound(deserialize = "Option < u64 >: __serde::Deserialize<'de>"))]
        cached: Option<u64>,
        #[serde(bound(deserialize = "String: __serde::Deserialize<'de>"))]
        r#type: String,
    }
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", transparent)]
    struct __TimeFields(#[serde(with = "seconds")] Duration);
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Event {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::Usage) => {
                    __sse::event({
                        let __payload = <__UsageFields as __sse::Fields<
                            '_,
                            [(); {
                                0 + <u64 as __sse::FieldPayload<'_>>::KNOWN
                                    + <Option<u64> as __sse::FieldPayload<'_>>::KNOWN
                                    + <String as __sse::FieldPayload<'_>>::KNOWN
                            }],
                        >>::decode(__raw, "usage")?;
                        Event::Usage {
                            input_tokens: __payload.input_tokens,
                            cached: __payload.cached,
                            r#type: __payload.r#type,
                        }
                    })
                }
                __sse::Route::Variant(__Variant::Time) => {
                    __sse::event({
                        let __payload = <__TimeFields as __sse::Fields<
                            '_,
                            [(); { 0 }],
                        >>::decode(__raw, "time")?;
                        Event::Time { 0: __payload.0 }
                    })
                }
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Event {}
};
