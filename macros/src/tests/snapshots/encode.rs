#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    /// | event | variant | |
    /// |---|---|---|
    /// | `value` | `Value` |  |
    /// | `text` | `Text` | raw |
    /// | `usage` | `Usage` |  |
    /// | `ping` | `Ping` |  |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl<T> __sse::SseEvent for Event<T> {
        const EVENT_TYPES: __sse::Names = &["value", "text", "usage", "ping"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            match self {
                Event::Unknown { event: __name, .. } => {
                    <String as __sse::OtherName<__sse::Cow<'_>>>::name(__name)
                }
                _ => __sse::static_name(self),
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Value { .. } => __sse::Some("value"),
                Event::Text { .. } => __sse::Some("text"),
                Event::Usage { .. } => __sse::Some("usage"),
                Event::Ping { .. } => __sse::Some("ping"),
                Event::Unknown { .. } => __sse::None,
            }
        }
    }
    use __sse::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Event", untagged, bound(serialize = ""))]
    #[allow(dead_code)]
    enum __Remote<T>
    where
        T: __sse::EncodePayload,
    {
        #[serde(skip)]
        Value(T),
        #[serde(skip)]
        Text(String),
        Usage { tokens: u64 },
        #[serde(skip)]
        Ping,
        #[serde(skip)]
        Unknown { event: String, data: String, retry: Option<Duration> },
    }
    impl<T> __sse::SerializeFields for Event<T>
    where
        T: __sse::EncodePayload,
    {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            <__Remote<T>>::serialize(self, __to)
        }
    }
    #[automatically_derived]
    impl<T> __sse::EncodeEvent for Event<T>
    where
        T: __sse::EncodePayload,
    {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            match self {
                Event::Value(__payload) => {
                    <T as __sse::EncodePayload>::encode_tagged(
                        __payload,
                        __sink,
                        &__sse::Tagged(
                            __sse::Head("", "value"),
                            "type",
                            "{\"type\":\"value\"",
                        ),
                    )
                }
                Event::Text(__payload) => {
                    <String as __sse::EncodeText>::encode_text(__payload, __sink, "text")
                }
                Event::Usage { .. } => {
                    <_ as __sse::EncodePayload>::encode_tagged(
                        &__sse::AsFields(self),
                        __sink,
                        &__sse::Tagged(
                            __sse::Head("", "usage"),
                            "type",
                            "{\"type\":\"usage\"",
                        ),
                    )
                }
                Event::Ping => {
                    __sink
                        .tagged_unit(
                            &__sse::Tagged(
                                __sse::Head("", "ping"),
                                "type",
                                "{\"type\":\"ping\"",
                            ),
                        )
                }
                Event::Unknown { event: __name, data: __data, retry: __retry } => {
                    let mut __event = __sse::RawEvent::new(
                        <String as __sse::OtherName<__sse::Cow<'_>>>::name(__name),
                        <String as __sse::OtherData>::data(__data),
                    );
                    __event.retry = <Option<
                        Duration,
                    > as __sse::OtherRetry>::retry(__retry);
                    __sse::encode_other(__sink, __sse::Some(__event))
                }
            }
        }
    }
};
