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
        Usage,
        Time,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "usage" => ::core::option::Option::Some(__Variant::Usage),
            "time" => ::core::option::Option::Some(__Variant::Time),
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `usage` | `Usage` |  |
    /// | `time` | `Time` |  |
    #[automatically_derived]
    impl renamed::SseEvent for Event {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "usage",
            "time",
        ];
        #[inline]
        fn event_type(&self) -> &::core::primitive::str {
            match renamed::SseEvent::static_event_type(self) {
                ::core::option::Option::Some(__name) => __name,
                ::core::option::Option::None => "",
            }
        }
        #[inline]
        fn static_event_type(
            &self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            match self {
                Event::Usage { .. } => ::core::option::Option::Some("usage"),
                Event::Time { .. } => ::core::option::Option::Some("time"),
            }
        }
    }
    use renamed::__private::serde as __serde;
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
    impl<'__de> renamed::DecodeEvent<'__de> for Event {
        fn decode(
            __raw: renamed::RawEvent<'__de>,
        ) -> ::core::result::Result<renamed::Decoded<Self>, renamed::Error> {
            const __RULES: renamed::__private::Rules = renamed::__private::Rules {
                end: ::core::option::Option::None,
                ignore: &[],
                tag: ::core::option::Option::None,
            };
            match renamed::__private::route(&__raw, &__RULES, __variant) {
                renamed::__private::Route::Variant(__variant) => {
                    match __variant {
                        __Variant::Usage => {
                            match <__UsageFields as renamed::Fields<
                                '_,
                                [(); {
                                    0 + <u64 as renamed::FieldPayload<'_>>::KNOWN
                                        + <Option<u64> as renamed::FieldPayload<'_>>::KNOWN
                                        + <String as renamed::FieldPayload<'_>>::KNOWN
                                }],
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        renamed::Decoded::Event(Event::Usage {
                                            input_tokens: __payload.input_tokens,
                                            cached: __payload.cached,
                                            r#type: __payload.r#type,
                                        }),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        renamed::__private::json_error(__raw, "usage", __error),
                                    )
                                }
                            }
                        }
                        __Variant::Time => {
                            match <__TimeFields as renamed::Fields<
                                '_,
                                [(); { 0 }],
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        renamed::Decoded::Event(Event::Time { 0: __payload.0 }),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        renamed::__private::json_error(__raw, "time", __error),
                                    )
                                }
                            }
                        }
                    }
                }
                renamed::__private::Route::Ignored => {
                    ::core::result::Result::Ok(renamed::Decoded::Ignored)
                }
                renamed::__private::Route::End => {
                    ::core::result::Result::Ok(renamed::Decoded::End)
                }
                renamed::__private::Route::Unknown(__unknown) => {
                    ::core::result::Result::Err(
                        renamed::__private::unknown_event(__raw, &__unknown),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl renamed::DecodeEventOwned for Event {}
};
