#[allow(
    deprecated,
    unreachable_code,
    unreachable_patterns,
    unused_qualifications,
    non_camel_case_types,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
const _: () = {
    /// | event | variant | |
    /// |---|---|---|
    /// | `value` | `Value` |  |
    /// | `text` | `Text` | raw |
    /// | `usage` | `Usage` |  |
    /// | `ping` | `Ping` |  |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl<T> ::sse_event::SseEvent for Event<T> {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "value",
            "text",
            "usage",
            "ping",
        ];
        #[inline]
        fn event_type(&self) -> &::core::primitive::str {
            match ::sse_event::SseEvent::static_event_type(self) {
                ::core::option::Option::Some(__name) => __name,
                ::core::option::Option::None => {
                    match self {
                        Event::Unknown { event: __name, .. } => {
                            <String as ::sse_event::OtherName<
                                ::sse_event::__private::Cow<'_, ::core::primitive::str>,
                            >>::name(__name)
                        }
                        _ => "",
                    }
                }
            }
        }
        #[inline]
        fn static_event_type(
            &self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            match self {
                Event::Value { .. } => ::core::option::Option::Some("value"),
                Event::Text { .. } => ::core::option::Option::Some("text"),
                Event::Usage { .. } => ::core::option::Option::Some("usage"),
                Event::Ping { .. } => ::core::option::Option::Some("ping"),
                Event::Unknown { .. } => ::core::option::Option::None,
            }
        }
    }
    use ::sse_event::__private::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Event", untagged, bound(serialize = ""))]
    #[allow(dead_code)]
    enum __Remote<T>
    where
        T: ::sse_event::__private::EncodePayload,
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
    struct __Fields<'__ser, T>(
        &'__ser Event<T>,
    )
    where
        T: ::sse_event::__private::EncodePayload;
    impl<'__ser, T> __serde_out::Serialize for __Fields<'__ser, T>
    where
        T: ::sse_event::__private::EncodePayload,
    {
        fn serialize<__S: __serde_out::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            <__Remote<T>>::serialize(self.0, __serializer)
        }
    }
    #[automatically_derived]
    impl<T> ::sse_event::EncodeEvent for Event<T>
    where
        T: ::sse_event::__private::EncodePayload,
    {
        fn encode(
            &self,
        ) -> ::core::result::Result<::sse_event::RawEventBuf, ::sse_event::Error> {
            <Self as ::sse_event::EncodeEvent>::encode_to(
                self,
                <::sse_event::__private::Owned<
                    '_,
                > as ::core::default::Default>::default(),
            )
        }
        fn encode_to<'__a, __S: ::sse_event::__private::EncodeSink<'__a>>(
            &'__a self,
            __sink: __S,
        ) -> ::core::result::Result<__S::Ok, ::sse_event::Error> {
            match self {
                Event::Value(__payload) => {
                    <T as ::sse_event::__private::EncodePayload>::encode_json(
                        __payload,
                        __sink,
                        "",
                        "value",
                        ::core::option::Option::Some(::sse_event::__private::Tag {
                            key: "type",
                            event_type: "value",
                            head: "{\"type\":\"value\"",
                        }),
                    )
                }
                Event::Text(__payload) => {
                    ::sse_event::__private::EncodeSink::text(
                        __sink,
                        "",
                        <String as ::sse_event::__private::EncodeText>::to_text(
                            __payload,
                        ),
                    )
                }
                Event::Usage { .. } => {
                    <_ as ::sse_event::__private::EncodePayload>::encode_json(
                        &__Fields(self),
                        __sink,
                        "",
                        "usage",
                        ::core::option::Option::Some(::sse_event::__private::Tag {
                            key: "type",
                            event_type: "usage",
                            head: "{\"type\":\"usage\"",
                        }),
                    )
                }
                Event::Ping => {
                    ::sse_event::__private::encode_unit(
                        __sink,
                        "",
                        "ping",
                        ::core::option::Option::Some(::sse_event::__private::Tag {
                            key: "type",
                            event_type: "ping",
                            head: "{\"type\":\"ping\"",
                        }),
                    )
                }
                Event::Unknown { event: __name, data: __data, retry: __retry } => {
                    let mut __event = ::sse_event::RawEvent::new(
                        <String as ::sse_event::OtherName<
                            ::sse_event::__private::Cow<'_, ::core::primitive::str>,
                        >>::name(__name),
                        <String as ::sse_event::OtherData<'_>>::data(__data),
                    );
                    __event.retry = <Option<
                        Duration,
                    > as ::sse_event::OtherRetry>::retry(__retry);
                    ::sse_event::__private::encode_other(
                        __sink,
                        ::core::option::Option::Some(__event),
                    )
                }
            }
        }
    }
};
