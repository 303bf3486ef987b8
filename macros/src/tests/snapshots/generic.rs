#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Text,
        Value,
        Values,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "text" => __sse::Some(__Variant::Text),
            "value" => __sse::Some(__Variant::Value),
            "values" => __sse::Some(__Variant::Values),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `text` | `Text` | raw |
    /// | `value` | `Value` |  |
    /// | `values` | `Values` |  |
    #[automatically_derived]
    impl<'a, T: Clone, const N: usize> __sse::SseEvent for Event<'a, T, N>
    where
        T: Copy,
    {
        const EVENT_TYPES: __sse::Names = &["text", "value", "values"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Text { .. } => __sse::Some("text"),
                Event::Value { .. } => __sse::Some("value"),
                Event::Values { .. } => __sse::Some("values"),
            }
        }
    }
    use __sse::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct variant Event::Values")]
    struct __ValuesFields<'a, T: Clone, const N: usize>
    where
        T: Copy,
    {
        #[serde(bound(deserialize = "T: __sse::Payload<'de>"))]
        first: __sse::Field<T>,
        rest: [u8; N],
        #[serde(skip)]
        __marker: __sse::PhantomData<Event<'a, T, N>>,
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T: Clone, const N: usize> __sse::DecodeEvent<'__de>
    for Event<'a, T, N>
    where
        T: Copy,
        Vec<T>: __sse::Payload<'__de>,
        __ValuesFields<'a, T, N>: __sse::Payload<'__de>,
    {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::Text) => {
                    __sse::event(
                        Event::Text(
                            <&'a str as __sse::RawPayload>::from_text(__raw.data),
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Value) => {
                    __sse::event(
                        Event::Value(<Vec<T> as __sse::Payload>::decode(__raw, "value")?),
                    )
                }
                __sse::Route::Variant(__Variant::Values) => {
                    __sse::event({
                        let __payload = <__ValuesFields<
                            'a,
                            T,
                            N,
                        > as __sse::Fields<'_, [(); { 0 }]>>::decode(__raw, "values")?;
                        Event::Values {
                            first: __payload.first.0,
                            rest: __payload.rest,
                        }
                    })
                }
                __route => __route.without_variant(__raw),
            }
        }
    }
};
