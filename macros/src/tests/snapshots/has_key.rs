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
        Chunk,
        Error,
        Usage,
        Ping,
    }
    fn __variant(
        __name: &::core::primitive::str,
        __data: &::core::primitive::str,
    ) -> ::core::option::Option<__Variant> {
        match __name {
            "message" => {
                match ::sse_event::__private::first_present_key(
                    __data,
                    ["error", "usage"],
                ) {
                    ::core::option::Option::Some("error") => {
                        ::core::option::Option::Some(__Variant::Error)
                    }
                    ::core::option::Option::Some("usage") => {
                        ::core::option::Option::Some(__Variant::Usage)
                    }
                    _ => ::core::option::Option::Some(__Variant::Chunk),
                }
            }
            "text" => ::core::option::Option::Some(__Variant::Chunk),
            "usage" => {
                match ::sse_event::__private::first_present_key(__data, ["usage"]) {
                    ::core::option::Option::Some("usage") => {
                        ::core::option::Option::Some(__Variant::Usage)
                    }
                    _ => ::core::option::Option::None,
                }
            }
            "ping" => {
                match ::sse_event::__private::first_present_key(__data, ["time"]) {
                    ::core::option::Option::Some("time") => {
                        ::core::option::Option::Some(__Variant::Ping)
                    }
                    _ => ::core::option::Option::None,
                }
            }
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `message`, `text` | `Chunk` |  |
    /// | `message` with the key `error` | `Error` | error |
    /// | `message`, `usage` with the key `usage` | `Usage` |  |
    /// | `ping` with the key `time` | `Ping` |  |
    #[automatically_derived]
    impl ::sse_event::SseEvent for Event {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "message",
            "text",
            "usage",
            "ping",
        ];
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
                Event::Chunk { .. } => ::core::option::Option::Some("message"),
                Event::Error { .. } => ::core::option::Option::Some("message"),
                Event::Usage { .. } => ::core::option::Option::Some("message"),
                Event::Ping { .. } => ::core::option::Option::Some("ping"),
            }
        }
        #[inline]
        fn is_error(&self) -> ::core::primitive::bool {
            ::core::matches!(self, Event::Error { .. })
        }
    }
    use ::sse_event::__private::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct variant Event::Error")]
    struct __ErrorFields {
        #[serde(bound(deserialize = "ApiError: __serde::Deserialize<'de>"))]
        error: ApiError,
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
            match ::sse_event::__private::route(
                &__raw,
                &__RULES,
                |__name: &::core::primitive::str| __variant(__name, __raw.data),
            ) {
                ::sse_event::__private::Route::Variant(__variant) => {
                    match __variant {
                        __Variant::Chunk => {
                            match <Chunk as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Chunk(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(
                                            __raw,
                                            "message",
                                            __error,
                                        ),
                                    )
                                }
                            }
                        }
                        __Variant::Error => {
                            match <__ErrorFields as ::sse_event::Fields<
                                '_,
                                [(); {
                                    0 + <ApiError as ::sse_event::FieldPayload<'_>>::KNOWN
                                }],
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Error {
                                            error: __payload.error,
                                        }),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(
                                            __raw,
                                            "message",
                                            __error,
                                        ),
                                    )
                                }
                            }
                        }
                        __Variant::Usage => {
                            match <Usage as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Usage(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(
                                            __raw,
                                            "message",
                                            __error,
                                        ),
                                    )
                                }
                            }
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
                        ::sse_event::__private::unknown_event_by_key(
                            __raw,
                            &__unknown,
                            <Self as ::sse_event::SseEvent>::EVENT_TYPES,
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::sse_event::DecodeEventOwned for Event {}
};
