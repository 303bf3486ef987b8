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
        Done,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "delta" => ::core::option::Option::Some(__Variant::Delta),
            "done" => ::core::option::Option::Some(__Variant::Done),
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `delta` | `Delta` |  |
    /// | `done` | `Done` |  |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl ::sse_event::SseEvent for Event {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "delta",
            "done",
        ];
        const END: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "[DONE]",
        );
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
                Event::Delta { .. } => ::core::option::Option::Some("delta"),
                Event::Done { .. } => ::core::option::Option::Some("done"),
                Event::Unknown { .. } => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl<'__de> ::sse_event::DecodeEvent<'__de> for Event {
        fn decode(
            __raw: ::sse_event::RawEvent<'__de>,
        ) -> ::core::result::Result<::sse_event::Decoded<Self>, ::sse_event::Error> {
            const __RULES: ::sse_event::__private::Rules = ::sse_event::__private::Rules {
                end: ::core::option::Option::Some("[DONE]"),
                ignore: &["ping", "keepalive"],
                tag: ::core::option::Option::Some("type"),
            };
            match ::sse_event::__private::route(&__raw, &__RULES, __variant) {
                ::sse_event::__private::Route::Variant(__variant) => {
                    match __variant {
                        __Variant::Delta => {
                            match <Delta as ::sse_event::__private::Payload<
                                '_,
                            >>::from_tagged_data(__raw.data, "type") {
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
                        __Variant::Done => {
                            ::core::result::Result::Ok(
                                ::sse_event::Decoded::Event(Event::Done),
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
                    ::core::result::Result::Ok(
                        ::sse_event::Decoded::Event(Event::Unknown {
                            event: <String as ::sse_event::OtherName<
                                ::sse_event::__private::Cow<'_, ::core::primitive::str>,
                            >>::from_name(__unknown.into_event_type()),
                            data: <String as ::sse_event::OtherData<
                                '_,
                            >>::from_data(__raw.data),
                            id: <Option<
                                String,
                            > as ::sse_event::OtherId<'_>>::from_id(__raw.id),
                        }),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::sse_event::DecodeEventOwned for Event {}
};
