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
        Ping,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "ping" => ::core::option::Option::Some(__Variant::Ping),
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `ping` | `Ping` |  |
    #[automatically_derived]
    impl ::sse_event::SseEvent for Ping {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &["ping"];
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
                Ping { .. } => ::core::option::Option::Some("ping"),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> ::sse_event::DecodeEvent<'__de> for Ping {
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
                        __Variant::Ping => {
                            ::core::result::Result::Ok(::sse_event::Decoded::Event(Ping))
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
    impl ::sse_event::DecodeEventOwned for Ping {}
    #[automatically_derived]
    impl ::sse_event::EncodeEvent for Ping {
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
                Ping => {
                    ::sse_event::__private::encode_unit(
                        __sink,
                        "ping",
                        "ping",
                        ::core::option::Option::None,
                    )
                }
            }
        }
    }
};
