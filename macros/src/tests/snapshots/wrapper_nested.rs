#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    #[automatically_derived]
    impl<T> __sse::SseEvent for Rpc<T>
    where
        T: __sse::SseEvent,
    {
        const EVENT_TYPES: __sse::Names = <T as __sse::SseEvent>::EVENT_TYPES;
        const END: __sse::Option<&'static __sse::str> = <T as __sse::SseEvent>::END;
        const HAS_END: __sse::bool = <T as __sse::SseEvent>::HAS_END;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            match &self.result {
                __sse::Ok(__event) => <T as __sse::SseEvent>::event_type(__event),
                __sse::Err(__error) => "error",
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match &self.result {
                __sse::Ok(__event) => <T as __sse::SseEvent>::static_event_type(__event),
                __sse::Err(__error) => __sse::Some("error"),
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            match &self.result {
                __sse::Ok(__event) => <T as __sse::SseEvent>::is_terminal(__event),
                __sse::Err(__error) => false,
            }
        }
        #[inline]
        fn is_complete(&self) -> __sse::bool {
            match &self.result {
                __sse::Ok(__event) => <T as __sse::SseEvent>::is_complete(__event),
                __sse::Err(__error) => false,
            }
        }
        #[inline]
        fn is_error(&self) -> __sse::bool {
            match &self.result {
                __sse::Ok(__event) => <T as __sse::SseEvent>::is_error(__event),
                __sse::Err(__error) => true,
            }
        }
    }
    use __sse::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct Rpc")]
    struct __RpcFields<'__text, T> {
        #[serde(bound(deserialize = "u64: __serde::Deserialize<'de>"))]
        id: u64,
        #[serde(rename = "error")]
        #[serde(
            bound(
                deserialize = "__sse :: Option < RpcError >: __serde::Deserialize<'de>"
            )
        )]
        __error: __sse::Option<RpcError>,
        #[serde(borrow, rename = "result")]
        __event: __sse::Option<__sse::EventText<'__text>>,
        #[serde(skip)]
        __marker: __sse::PhantomData<Rpc<T>>,
    }
    #[automatically_derived]
    impl<'__de, T> __sse::DecodeEvent<'__de> for Rpc<T>
    where
        T: __sse::DecodeEvent<'__de>,
    {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __fields = match <__RpcFields<
                '__de,
                T,
            > as __sse::Fields<
                '__de,
                [(); {
                    0 + <u64 as __sse::FieldPayload<'_>>::KNOWN
                        + <__sse::Option<RpcError> as __sse::FieldPayload<'_>>::KNOWN
                }],
            >>::from_data(__raw.data) {
                __sse::Ok(__fields) => __fields,
                __sse::Err(__error) => {
                    return <T as __sse::WrappedEvent<
                        '__de,
                    >>::decode_unwrapped(__raw, __error);
                }
            };
            let __decoded = match __sse::event_or_error(
                __raw,
                (__fields.__event, "result"),
                (__fields.__error, "error"),
            )? {
                __sse::Ok(__text) => {
                    <T as __sse::WrappedEvent<'__de>>::decode_nested(__raw, __text)?
                        .map(__sse::Ok)
                }
                __sse::Err(__error) => __sse::Decoded::Event(__sse::Err(__error)),
            };
            __sse::Ok(
                __decoded
                    .map(|__event| Self {
                        result: __event,
                        id: __fields.id,
                    }),
            )
        }
    }
    #[automatically_derived]
    impl<T> __sse::DecodeEventOwned for Rpc<T>
    where
        Rpc<T>: for<'__de> __sse::DecodeEvent<'__de>,
    {}
    use __sse::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Rpc", bound(serialize = ""))]
    #[allow(dead_code)]
    struct __Remote<T>
    where
        T: __sse::EncodeEvent,
    {
        id: u64,
        #[serde(skip)]
        result: Result<T, RpcError>,
    }
    impl<T> __sse::SerializeFields for Rpc<T>
    where
        T: __sse::EncodeEvent,
    {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            <__Remote<T>>::serialize(self, __to)
        }
    }
    #[automatically_derived]
    impl<T> __sse::EncodeEvent for Rpc<T>
    where
        T: __sse::EncodeEvent,
    {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            match &self.result {
                __sse::Ok(__event) => {
                    <T as __sse::EncodeWrapped>::encode_nested(
                        __event,
                        __sink,
                        self,
                        "result",
                    )
                }
                __sse::Err(__error) => {
                    __sse::encode_nested_error::<
                        RpcError,
                        Self,
                    >(__sink, __error, self, "error")
                }
            }
        }
    }
};
