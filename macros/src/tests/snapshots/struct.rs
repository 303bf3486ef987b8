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
        Created,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "response.created" | "response.create" => {
                ::core::option::Option::Some(__Variant::Created)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `response.created`, `response.create` | `Created` | terminal |
    #[automatically_derived]
    impl<T> ::sse_event::SseEvent for Created<T> {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "response.created",
            "response.create",
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
                Created { .. } => ::core::option::Option::Some("response.created"),
            }
        }
        #[inline]
        fn is_terminal(&self) -> ::core::primitive::bool {
            ::core::matches!(self, Created { .. })
        }
    }
    #[automatically_derived]
    impl<'__de, T> ::sse_event::DecodeEvent<'__de> for Created<T>
    where
        Created<T>: ::sse_event::__private::Payload<'__de>,
    {
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
                        __Variant::Created => {
                            match <Created<
                                T,
                            > as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(__payload),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(
                                            __raw,
                                            "response.created",
                                            __error,
                                        ),
                                    )
                                }
                            }
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
    impl<T> ::sse_event::DecodeEventOwned for Created<T>
    where
        Created<T>: for<'__de> ::sse_event::DecodeEvent<'__de>,
    {}
    #[automatically_derived]
    impl<T> ::sse_event::EncodeEvent for Created<T>
    where
        Created<T>: ::sse_event::__private::EncodePayload,
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
                _ => {
                    <Created<
                        T,
                    > as ::sse_event::__private::EncodePayload>::encode_json(
                        self,
                        __sink,
                        "response.created",
                        "response.created",
                        ::core::option::Option::None,
                    )
                }
            }
        }
    }
};
