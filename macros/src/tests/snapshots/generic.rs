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
        Text,
        Value,
        Values,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "text" => ::core::option::Option::Some(__Variant::Text),
            "value" => ::core::option::Option::Some(__Variant::Value),
            "values" => ::core::option::Option::Some(__Variant::Values),
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `text` | `Text` | raw |
    /// | `value` | `Value` |  |
    /// | `values` | `Values` |  |
    #[automatically_derived]
    impl<'a, T: Clone, const N: usize> ::sse_event::SseEvent for Event<'a, T, N>
    where
        T: Copy,
    {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "text",
            "value",
            "values",
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
                Event::Text { .. } => ::core::option::Option::Some("text"),
                Event::Value { .. } => ::core::option::Option::Some("value"),
                Event::Values { .. } => ::core::option::Option::Some("values"),
            }
        }
    }
    use ::sse_event::__private::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct variant Event::Values")]
    struct __ValuesFields<'a, T: Clone, const N: usize>
    where
        T: Copy,
    {
        first: T,
        rest: [u8; N],
        #[serde(skip)]
        __marker: ::core::marker::PhantomData<Event<'a, T, N>>,
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T: Clone, const N: usize> ::sse_event::DecodeEvent<'__de>
    for Event<'a, T, N>
    where
        T: Copy,
        Vec<T>: ::sse_event::__private::Payload<'__de>,
        __ValuesFields<'a, T, N>: ::sse_event::__private::Payload<'__de>,
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
                        __Variant::Text => {
                            ::core::result::Result::Ok(
                                ::sse_event::Decoded::Event(
                                    Event::Text(
                                        <&'a str as ::sse_event::__private::RawPayload<
                                            '_,
                                        >>::from_text(__raw.data),
                                    ),
                                ),
                            )
                        }
                        __Variant::Value => {
                            match <Vec<
                                T,
                            > as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Value(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(__raw, "value", __error),
                                    )
                                }
                            }
                        }
                        __Variant::Values => {
                            match <__ValuesFields<
                                'a,
                                T,
                                N,
                            > as ::sse_event::Fields<
                                '_,
                                [(); { 0 }],
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Values {
                                            first: __payload.first,
                                            rest: __payload.rest,
                                        }),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(__raw, "values", __error),
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
};
