#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Text,
        Json,
        Ping,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "text" | "txt" => __sse::Some(__Variant::Text),
            "json" => __sse::Some(__Variant::Json),
            "ping" => __sse::Some(__Variant::Ping),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `text`, `txt` | `Text` |  |
    /// | `json` | `Json` |  |
    /// | `ping` | `Ping` |  |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Delta {
        const EVENT_TYPES: __sse::Names = &["text", "txt", "json", "ping"];
        #[inline]
        fn event_type(&self) -> &__sse::str {
            match self {
                Delta::Unknown(__event) => {
                    <RawEventBuf as __sse::OtherPayload>::kept_event_type(
                        __event,
                        __sse::Some("type"),
                    )
                }
                _ => __sse::static_name(self),
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Delta::Text { .. } => __sse::Some("text"),
                Delta::Json { .. } => __sse::Some("json"),
                Delta::Ping { .. } => __sse::Some("ping"),
                Delta::Unknown { .. } => __sse::None,
            }
        }
    }
    use __sse::serde as __serde;
    #[derive(__serde::Deserialize)]
    #[serde(crate = "__serde", expecting = "struct variant Delta::Json")]
    struct __JsonFields {
        #[serde(bound(deserialize = "String: __serde::Deserialize<'de>"))]
        partial_json: String,
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Delta {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(__sse::None, &[], __sse::Some("type"));
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__variant) => {
                    __sse::with_and_without_tag(
                        __raw,
                        "type",
                        |__raw| match __variant {
                            __Variant::Text => {
                                __sse::event(
                                    Delta::Text(
                                        <Text as __sse::OwnedPayload>::decode_tagged(
                                            __raw,
                                            "text",
                                            "type",
                                        )?,
                                    ),
                                )
                            }
                            __Variant::Json => {
                                __sse::event({
                                    let __payload = <__JsonFields as __sse::Fields<
                                        '_,
                                        [(); { 0 + <String as __sse::FieldPayload<'_>>::KNOWN }],
                                    >>::decode(__raw, "json")?;
                                    Delta::Json {
                                        partial_json: __payload.partial_json,
                                    }
                                })
                            }
                            __Variant::Ping => __sse::event(Delta::Ping),
                        },
                    )
                }
                __sse::Route::Unknown(__unknown) => {
                    __sse::event(
                        Delta::Unknown(
                            <RawEventBuf as __sse::OtherPayload>::from_unknown(
                                __raw,
                                __unknown,
                            ),
                        ),
                    )
                }
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Delta {}
    impl<'__de> __sse::Union<'__de, __Variant> for Delta {
        const ENUM: &'static __sse::str = "Delta";
        const TAG: &'static __sse::str = "type";
        const NAMES: __sse::Names = <Self as __sse::SseEvent>::EVENT_TYPES;
        fn variant(__name: &__sse::str) -> __sse::Option<__Variant> {
            __variant(__name, "")
        }
        fn payload<__D: __sse::Deserializer<'__de>>(
            __variant: __Variant,
            __from: __D,
        ) -> __sse::Deserialized<'__de, Self, __D> {
            __sse::Ok(
                match __variant {
                    __Variant::Text => {
                        Delta::Text(
                            <Text as __sse::OwnedPayload>::from_deserializer(__from)?,
                        )
                    }
                    __Variant::Json => {
                        let __payload = <__JsonFields as __sse::Fields<
                            '_,
                            [(); { 0 + <String as __sse::FieldPayload<'_>>::KNOWN }],
                        >>::from_deserializer(__from)?;
                        Delta::Json {
                            partial_json: __payload.partial_json,
                        }
                    }
                    __Variant::Ping => {
                        __sse::skip_object(__from)?;
                        Delta::Ping
                    }
                },
            )
        }
        const HAS_OTHER: __sse::bool = true;
        fn other<__D: __sse::Deserializer<'__de>>(
            __name: __sse::Cow<'__de>,
            __from: __D,
        ) -> __sse::Deserialized<'__de, Self, __D> {
            __sse::Ok({
                let __text = __sse::kept_text(__from)?;
                Delta::Unknown(
                    <RawEventBuf as __sse::OtherPayload>::from_unknown(
                        __sse::RawEvent::new("", &__text),
                        __sse::Unknown::Named(__name),
                    ),
                )
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __sse::serde::Deserialize<'__de> for Delta {
        fn deserialize<__D: __sse::Deserializer<'__de>>(
            __from: __D,
        ) -> __sse::Deserialized<'__de, Self, __D> {
            __sse::read_union(__from)
        }
    }
    use __sse::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Delta", untagged, bound(serialize = ""))]
    #[allow(dead_code)]
    enum __Remote {
        #[serde(skip)]
        Text(Text),
        Json { partial_json: String },
        #[serde(skip)]
        Ping,
        #[serde(skip)]
        Unknown(RawEventBuf),
    }
    impl __sse::SerializeFields for Delta {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            <__Remote>::serialize(self, __to)
        }
    }
    #[automatically_derived]
    impl __sse::serde::Serialize for Delta {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            match self {
                Delta::Text(__payload) => {
                    <Text as __sse::EncodePayload>::serialize_tagged(
                        __payload,
                        __to,
                        &__sse::Member("Delta", "type", "text"),
                    )
                }
                Delta::Json { .. } => {
                    <_ as __sse::EncodePayload>::serialize_tagged(
                        &__sse::AsFields(self),
                        __to,
                        &__sse::Member("Delta", "type", "json"),
                    )
                }
                Delta::Ping { .. } => {
                    __sse::write_unit(&__sse::Member("Delta", "type", "ping"), __to)
                }
                Delta::Unknown(__event) => {
                    __sse::write_kept(
                        <RawEventBuf as __sse::OtherPayload>::kept(__event)
                            .map(|__event| __event.data),
                        __to,
                    )
                }
            }
        }
    }
};
