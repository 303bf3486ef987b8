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
#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        BlockGossip,
        Message,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "block_gossip" => __sse::Some(__Variant::BlockGossip),
            _ if __name.starts_with("messages/") => __sse::Some(__Variant::Message),
            _ if __name.starts_with("updates/") => __sse::Some(__Variant::Message),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `block_gossip` | `BlockGossip` |  |
    /// | `messages/…`, `updates/…` | `Message` | decode_with, encode_with |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Event {
        const EVENT_TYPES: __sse::Names = &["block_gossip"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            match self {
                Event::Unknown(__event) => {
                    <RawEventBuf as __sse::OtherPayload>::kept_event_type(
                        __event,
                        __sse::None,
                    )
                }
                _ => __sse::static_name(self),
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::BlockGossip { .. } => __sse::Some("block_gossip"),
                Event::Message { .. } => __sse::Some("messages/"),
                Event::Unknown { .. } => __sse::None,
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Event {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::None);
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__Variant::BlockGossip) => {
                    __sse::event(
                        Event::BlockGossip(
                            <Block as __sse::Payload>::decode(__raw, "block_gossip")?,
                        ),
                    )
                }
                __sse::Route::Variant(__Variant::Message) => {
                    __sse::event(
                        Event::Message(
                            <_ as __sse::DecodeWith<
                                '_,
                                Message,
                            >>::decode_with(read, __raw)
                                .or_else(|__error| __sse::codec_error(
                                    __raw,
                                    "messages/",
                                    <_ as __sse::CodecError>::boxed(__error),
                                ))?,
                        ),
                    )
                }
                __sse::Route::Unknown(__unknown) => {
                    __sse::event(
                        Event::Unknown(
                            <RawEventBuf as __sse::OtherPayload>::from_raw_event(__raw),
                        ),
                    )
                }
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Event {}
    #[automatically_derived]
    impl __sse::EncodeEvent for Event {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            match self {
                Event::BlockGossip(__payload) => {
                    <Block as __sse::EncodePayload>::encode_json(
                        __payload,
                        __sink,
                        &__sse::Head("block_gossip", "block_gossip"),
                    )
                }
                Event::Message(__payload) => {
                    match <_ as __sse::EncodeWith<
                        '_,
                        Message,
                    >>::encode_with(messages::write, __payload) {
                        __sse::Ok(__event) => __sink.owned(__event),
                        __sse::Err(__error) => {
                            __sse::encode_error(
                                "messages/",
                                <_ as __sse::CodecError>::boxed(__error),
                            )
                        }
                    }
                }
                Event::Unknown(__event) => {
                    __sse::encode_other(
                        __sink,
                        <RawEventBuf as __sse::OtherPayload>::kept(__event),
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
        pub const fn as_str(self) -> &'static __sse::str {
            match self {
                Self::BlockGossip => "block_gossip",
                Self::Message => "messages/",
                Self::Other => "",
            }
        }
    }
    #[automatically_derived]
    impl __sse::ParseKind for Topic {
        fn parse(__name: &__sse::str) -> __sse::Result<Self, __sse::ParseKindError> {
            match __variant(__name, "") {
                __sse::Some(__Variant::BlockGossip) => __sse::Ok(Self::BlockGossip),
                __sse::Some(__Variant::Message) => __sse::Ok(Self::Message),
                __sse::None => {
                    __sse::unknown_kind(
                        __name,
                        &[Self::BlockGossip, Self::Message],
                        Self::as_str,
                    )
                }
            }
        }
    }
    __sse::kind_impls! {
        Topic, __sse::ParseKindError
    }
    #[automatically_derived]
    impl __sse::From<&Event> for Topic {
        fn from(__event: &Event) -> Self {
            match __event {
                Event::BlockGossip { .. } => Self::BlockGossip,
                Event::Message { .. } => Self::Message,
                Event::Unknown { .. } => Self::Other,
            }
        }
    }
};
