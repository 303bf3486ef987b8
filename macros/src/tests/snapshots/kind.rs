/// Events.
#[non_exhaustive]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash,
)]
#[derive(Default)]
#[allow(non_camel_case_types)]
pub(crate) enum Topic {
    /// A block.
    BlockGossip,
    /// `messages/`
    Message,
    /// Every other event.
    Other,
}
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
        BlockGossip,
        Message,
    }
    fn __variant(__name: &::core::primitive::str) -> ::core::option::Option<__Variant> {
        match __name {
            "block_gossip" => ::core::option::Option::Some(__Variant::BlockGossip),
            _ if __name.starts_with("messages/") => {
                ::core::option::Option::Some(__Variant::Message)
            }
            _ if __name.starts_with("updates/") => {
                ::core::option::Option::Some(__Variant::Message)
            }
            _ => ::core::option::Option::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `block_gossip` | `BlockGossip` |  |
    /// | `messages/…`, `updates/…` | `Message` | decode_with, encode_with |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl ::sse_event::SseEvent for Event {
        const EVENT_TYPES: &'static [&'static ::core::primitive::str] = &[
            "block_gossip",
        ];
        #[inline]
        fn event_type(&self) -> &::core::primitive::str {
            match ::sse_event::SseEvent::static_event_type(self) {
                ::core::option::Option::Some(__name) => __name,
                ::core::option::Option::None => {
                    match self {
                        Event::Unknown(__event) => {
                            ::sse_event::__private::kept_event_type(
                                <RawEventBuf as ::sse_event::__private::OtherPayload<
                                    '_,
                                >>::kept(__event),
                                ::core::option::Option::None,
                            )
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
                Event::BlockGossip { .. } => ::core::option::Option::Some("block_gossip"),
                Event::Message { .. } => ::core::option::Option::Some("messages/"),
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
                end: ::core::option::Option::None,
                ignore: &[],
                tag: ::core::option::Option::None,
            };
            match ::sse_event::__private::route(&__raw, &__RULES, __variant) {
                ::sse_event::__private::Route::Variant(__variant) => {
                    match __variant {
                        __Variant::BlockGossip => {
                            match <Block as ::sse_event::__private::Payload<
                                '_,
                            >>::from_data(__raw.data) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::BlockGossip(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::json_error(
                                            __raw,
                                            "block_gossip",
                                            __error,
                                        ),
                                    )
                                }
                            }
                        }
                        __Variant::Message => {
                            let __decode: fn(
                                ::sse_event::RawEvent<'__de>,
                            ) -> ::core::result::Result<Message, _> = read;
                            match __decode(__raw) {
                                ::core::result::Result::Ok(__payload) => {
                                    ::core::result::Result::Ok(
                                        ::sse_event::Decoded::Event(Event::Message(__payload)),
                                    )
                                }
                                ::core::result::Result::Err(__error) => {
                                    ::core::result::Result::Err(
                                        ::sse_event::__private::codec_error(
                                            __raw,
                                            "messages/",
                                            <_ as ::sse_event::CodecError>::boxed(__error),
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
                    ::core::result::Result::Ok(
                        ::sse_event::Decoded::Event(
                            Event::Unknown(
                                <RawEventBuf as ::sse_event::__private::OtherPayload<
                                    '_,
                                >>::from_raw_event(__raw),
                            ),
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::sse_event::DecodeEventOwned for Event {}
    #[automatically_derived]
    impl ::sse_event::EncodeEvent for Event {
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
                Event::BlockGossip(__payload) => {
                    <Block as ::sse_event::__private::EncodePayload>::encode_json(
                        __payload,
                        __sink,
                        "block_gossip",
                        "block_gossip",
                        ::core::option::Option::None,
                    )
                }
                Event::Message(__payload) => {
                    let __encode: fn(
                        &Message,
                    ) -> ::core::result::Result<::sse_event::RawEventBuf, _> = messages::write;
                    match __encode(__payload) {
                        ::core::result::Result::Ok(__event) => {
                            ::sse_event::__private::EncodeSink::owned(__sink, __event)
                        }
                        ::core::result::Result::Err(__error) => {
                            ::core::result::Result::Err(
                                ::sse_event::__private::encode_error(
                                    "messages/",
                                    <_ as ::sse_event::CodecError>::boxed(__error),
                                ),
                            )
                        }
                    }
                }
                Event::Unknown(__event) => {
                    ::sse_event::__private::encode_other(
                        __sink,
                        <RawEventBuf as ::sse_event::__private::OtherPayload<
                            '_,
                        >>::kept(__event),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl Topic {
        /// Every kind that has a name, in declaration order.
        pub const ALL: &'static [Self] = &[Self::BlockGossip, Self::Message];
        /// The canonical name on the wire; `""` for `Other`.
        #[must_use]
        pub const fn as_str(self) -> &'static ::core::primitive::str {
            match self {
                Self::BlockGossip => "block_gossip",
                Self::Message => "messages/",
                Self::Other => "",
            }
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Topic {
        type Err = ::sse_event::ParseKindError;
        fn from_str(
            __name: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::sse_event::ParseKindError> {
            match __variant(__name) {
                ::core::option::Option::Some(__Variant::BlockGossip) => {
                    ::core::result::Result::Ok(Self::BlockGossip)
                }
                ::core::option::Option::Some(__Variant::Message) => {
                    ::core::result::Result::Ok(Self::Message)
                }
                ::core::option::Option::None => {
                    ::core::result::Result::Err(
                        ::sse_event::__private::unknown_kind(
                            __name,
                            &[Self::BlockGossip, Self::Message],
                            Self::as_str,
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Topic {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(Self::as_str(*self))
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for Topic {
        fn as_ref(&self) -> &::core::primitive::str {
            Self::as_str(*self)
        }
    }
    #[automatically_derived]
    impl ::sse_event::__private::serde::Serialize for Topic {
        fn serialize<__S: ::sse_event::__private::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            ::sse_event::__private::serialize_kind(Self::as_str(*self), __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> ::sse_event::__private::serde::Deserialize<'__de> for Topic {
        fn deserialize<__D: ::sse_event::__private::serde::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            ::sse_event::__private::deserialize_kind(__deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<&Event> for Topic {
        fn from(__event: &Event) -> Self {
            match __event {
                Event::BlockGossip { .. } => Self::BlockGossip,
                Event::Message { .. } => Self::Message,
                Event::Unknown { .. } => Self::Other,
            }
        }
    }
};
