#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    enum __Variant {
        Delta,
        Done,
    }
    fn __variant(__name: &__sse::str, __data: &__sse::str) -> __sse::Option<__Variant> {
        match __name {
            "delta" => __sse::Some(__Variant::Delta),
            "done" => __sse::Some(__Variant::Done),
            _ => __sse::None,
        }
    }
    /// | event | variant | |
    /// |---|---|---|
    /// | `delta` | `Delta` |  |
    /// | `done` | `Done` |  |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl __sse::SseEvent for Event {
        const EVENT_TYPES: __sse::Names = &["delta", "done"];
        const END: __sse::Option<&'static __sse::str> = __sse::Some("[DONE]");
        #[inline]
        fn event_type(&self) -> &__sse::str {
            match self {
                Event::Unknown { event: __name, .. } => {
                    <String as __sse::OtherName<__sse::Cow<'_>>>::name(__name)
                }
                _ => __sse::static_name(self),
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            match self {
                Event::Delta { .. } => __sse::Some("delta"),
                Event::Done { .. } => __sse::Some("done"),
                Event::Unknown { .. } => __sse::None,
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __sse::DecodeEvent<'__de> for Event {
        fn decode(__raw: __sse::RawEvent<'__de>) -> __sse::Result<__sse::Decoded<Self>> {
            let __rules = &__sse::Rules(
                __sse::Some("[DONE]"),
                &["ping", "keepalive"],
                __sse::Some("type"),
            );
            match __sse::route(&__raw, __rules, __variant) {
                __sse::Route::Variant(__variant) => {
                    __sse::with_and_without_tag(
                        __raw,
                        "type",
                        |__raw| match __variant {
                            __Variant::Delta => {
                                __sse::event(
                                    Event::Delta(
                                        <Delta as __sse::OwnedPayload>::decode_tagged(
                                            __raw,
                                            "delta",
                                            "type",
                                        )?,
                                    ),
                                )
                            }
                            __Variant::Done => __sse::event(Event::Done),
                        },
                    )
                }
                __sse::Route::Unknown(__unknown) => {
                    __sse::event(Event::Unknown {
                        event: <String as __sse::OtherName<
                            __sse::Cow<'_>,
                        >>::from_name(__unknown.into_event_type()),
                        data: <String as __sse::OtherData>::from_data(__raw.data),
                        id: <Option<String> as __sse::OtherId>::from_id(__raw.id),
                    })
                }
                __route => __route.without_variant(__raw),
            }
        }
    }
    #[automatically_derived]
    impl __sse::DecodeEventOwned for Event {}
};
