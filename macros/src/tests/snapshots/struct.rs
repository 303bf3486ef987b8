#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Created,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "response.created" | "response.create" => __sse::Some(__Variant::Created),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `response.created`, `response.create` | `Created` | terminal |
    #[automatically_derived]
    impl<T> __sse::SseEvent for Created<T> {
        const EVENT_TYPES: __sse::Names = &["response.created", "response.create"];
        const HAS_END: __sse::bool = true;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            __sse::static_name(self)
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Created { .. } => __sse::Some("response.created"),
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            ::core::matches!(self, Created { .. })
        }
    }
    #[automatically_derived]
    impl<'__de, T> __sse::DecodeEvent<'__de> for Created<T>
    where
        Created<T>: __sse::Payload<'__de>,
    {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::Created) => {
                    __sse::event(
                        <Created<
                            T,
                        > as __sse::Payload>::decode(__raw, "response.created")?,
                    )
                }
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl<T> __sse::DecodeEventOwned for Created<T>
    where
        Created<T>: for<'__de> __sse::DecodeEvent<'__de>,
    {}
    #[automatically_derived]
    impl<T> __sse::EncodeEvent for Created<T>
    where
        Created<T>: __sse::EncodePayload,
    {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            <Created<
                T,
            > as __sse::EncodePayload>::encode_json(
                self,
                __sink,
                &__sse::Head("response.created", "response.created"),
            )
        }
    }
};
