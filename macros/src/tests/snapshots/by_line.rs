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
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    enum __Variant {
        Delta,
        Failed,
        Count,
        Done,
        Ping,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "delta" | "text" => ::core::option::Option::Some(__Variant::Delta),
            "failed" => ::core::option::Option::Some(__Variant::Failed),
            "count" => ::core::option::Option::Some(__Variant::Count),
            "done" => ::core::option::Option::Some(__Variant::Done),
            "ping" => ::core::option::Option::Some(__Variant::Ping),
            _ => ::core::option::Option::None,
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
    impl ::sse_event::SseEvent for Event {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "delta",
            "text",
            "failed",
            "count",
            "done",
            "ping",
        ];
        const HAS_END: ::core::primitive::bool = true;
        #[inline]
        fn event_type(&self) -> &::core::primitive::str {
            match ::sse_event::SseEvent::static_event_type(self) {
                ::core::option::Option::Some(__name) => __name,
                ::core::option::Option::None => "",
            }
        }
        #[inline]
        fn static_event_type(
            &self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            match self {
                Event::Delta { .. } => ::core::option::Option::Some("delta"),
                Event::Failed { .. } => ::core::option::Option::Some("failed"),
                Event::Count { .. } => ::core::option::Option::Some("count"),
                Event::Done { .. } => ::core::option::Option::Some("done"),
                Event::Ping { .. } => ::core::option::Option::Some("ping"),
            }
        }
        #[inline]
        fn is_terminal(&self) -> ::core::primitive::bool {
            ::core::matches!(self, Event::Done { .. })
        }
        #[inline]
        fn is_error(&self) -> ::core::primitive::bool {
            ::core::matches!(self, Event::Failed { .. })
        }
    }
    #[automatically_derived]
    impl<'__de> ::sse_event::DecodeEvent<'__de> for Event {
        fn decode(
            __raw: ::sse_event::RawEvent<'__de>,
        ) -> ::core::result::Result<::sse_event::Decoded<Self>, ::sse_event::Error> {
            const __RULES: ::sse_event::__private::Rules = ::sse_event::__private::Rules {
                end: ::core::option::Option::None,
                ignore: &[],
                tag: ::core::option::Option::None,
            };
            match ::sse_event::__private::route(&__raw, &__RULES, __variant) {
                ::sse_event::__private::Route::Variant(__variant) => {
                    match __variant {
                        __Variant::Delta => {
                            match <String as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Delta(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(__raw, "delta", __error),
                                    )
                                }
                            }
                        }
                        __Variant::Failed => {
                            match <Failure as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Failed(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(__raw, "failed", __error),
                                    )
                                }
                            }
                        }
                        __Variant::Count => {
                            match <u64 as ::sse_event::__private::ParsePayload>::parse_text(
                                __raw.data,
                            ) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Count(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::codec_error(__raw, "count", __error),
                                    )
                                }
                            }
                        }
                        __Variant::Done => {
                            ::core::result::Result::Ok(
                                ::sse_event::Decoded::Event(
                                    Event::Done(
                                        <Box<
                                            str,
                                        > as ::sse_event::__private::RawPayload<
                                            '_,
                                        >>::from_text(__raw.data),
                                    ),
                                ),
                            )
                        }
                        __Variant::Ping => {
                            ::core::result::Result::Ok(
                                ::sse_event::Decoded::Event(Event::Ping),
                            )
                        }
                    }
                }
                ::sse_event::__private::Route::Ignored => {
                    ::core::result::Result::Ok(::sse_event::Decoded::Ignored)
                }
                ::sse_event::__private::Route::End => {
                    ::core::result::Result::Ok(::sse_event::Decoded::End)
                }
                ::sse_event::__private::Route::Unknown(__unknown) => {
                    ::core::result::Result::Err(
                        ::sse_event::__private::unknown_event(__raw, &__unknown),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::sse_event::DecodeEventOwned for Event {}
    #[automatically_derived]
    impl<'__de> ::core::convert::TryFrom<::sse_event::RawEvent<'__de>> for Event {
        type Error = ::sse_event::Error;
        fn try_from(
            __event: ::sse_event::RawEvent<'__de>,
        ) -> ::core::result::Result<Self, ::sse_event::Error> {
            let __raw = __event;
            let __error = match <Self as ::sse_event::DecodeEvent<'_>>::decode(__raw) {
                ::core::result::Result::Ok(::sse_event::Decoded::Event(__event)) => {
                    return ::core::result::Result::Ok(__event);
                }
                ::core::result::Result::Ok(::sse_event::Decoded::Ignored) => {
                    ::sse_event::__private::ignored(__raw)
                }
                ::core::result::Result::Ok(::sse_event::Decoded::End) => {
                    ::sse_event::__private::end(__raw)
                }
                ::core::result::Result::Err(__error) => __error,
            };
            ::core::result::Result::Err(__error)
        }
    }
    #[automatically_derived]
    impl<
        '__de,
    > ::core::convert::TryFrom<&'__de ::sse_event::__private::eventsource_stream::Event>
    for Event {
        type Error = ::sse_event::Error;
        fn try_from(
            __event: &'__de ::sse_event::__private::eventsource_stream::Event,
        ) -> ::core::result::Result<Self, ::sse_event::Error> {
            let __raw = <::sse_event::RawEvent<
                '_,
            > as ::core::convert::From<
                &::sse_event::__private::eventsource_stream::Event,
            >>::from(__event);
            let __error = match <Self as ::sse_event::DecodeEvent<'_>>::decode(__raw) {
                ::core::result::Result::Ok(::sse_event::Decoded::Event(__event)) => {
                    return ::core::result::Result::Ok(__event);
                }
                ::core::result::Result::Ok(::sse_event::Decoded::Ignored) => {
                    ::sse_event::__private::ignored(__raw)
                }
                ::core::result::Result::Ok(::sse_event::Decoded::End) => {
                    ::sse_event::__private::end(__raw)
                }
                ::core::result::Result::Err(__error) => __error,
            };
            ::core::result::Result::Err(__error)
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::sse_event::__private::eventsource_stream::Event>
    for Event {
        type Error = ::sse_event::Error;
        fn try_from(
            __event: ::sse_event::__private::eventsource_stream::Event,
        ) -> ::core::result::Result<Self, ::sse_event::Error> {
            let __raw = <::sse_event::RawEvent<
                '_,
            > as ::core::convert::From<
                &::sse_event::__private::eventsource_stream::Event,
            >>::from(&__event);
            let __error = match <Self as ::sse_event::DecodeEvent<'_>>::decode(__raw) {
                ::core::result::Result::Ok(::sse_event::Decoded::Event(__event)) => {
                    return ::core::result::Result::Ok(__event);
                }
                ::core::result::Result::Ok(::sse_event::Decoded::Ignored) => {
                    ::sse_event::__private::ignored(__raw)
                }
                ::core::result::Result::Ok(::sse_event::Decoded::End) => {
                    ::sse_event::__private::end(__raw)
                }
                ::core::result::Result::Err(__error) => __error,
            };
            ::core::result::Result::Err(__error)
        }
    }
};
