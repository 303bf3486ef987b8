#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    /// | event | variant | |
    /// |---|---|---|
    /// | `delta` | `Delta` |  |
    /// | `value` | `Value` | terminal |
    /// | every other event | `Unknown` |  |
    #[automatically_derived]
    impl<T> __sse::SseEvent for Event<T> {
        const EVENT_TYPES: __sse::Names = &["delta", "value"];
        const END: __sse::Option<&'static __sse::str> = __sse::Some("[DONE]");
        const HAS_END: __sse::bool = true;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            match self {
                Event::Unknown(__event) => {
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
                Event::Delta { .. } => __sse::Some("delta"),
                Event::Value { .. } => __sse::Some("value"),
                Event::Unknown { .. } => __sse::None,
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            ::core::matches!(self, Event::Value { .. })
        }
    }
    use __sse::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Event", untagged, bound(serialize = ""))]
    #[allow(dead_code)]
    enum __Remote<T>
    where
        T: __sse::EncodePayload,
    {
        Delta { #[serde(rename = "content")] text: String },
        #[serde(skip)]
        Value(T),
        #[serde(skip)]
        Unknown(RawEventBuf),
    }
    impl<T> __sse::SerializeFields for Event<T>
    where
        T: __sse::EncodePayload,
    {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            <__Remote<T>>::serialize(self, __to)
        }
    }
    #[automatically_derived]
    impl<T> __sse::EncodeEvent for Event<T>
    where
        T: __sse::EncodePayload,
    {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            match self {
                Event::Delta { .. } => {
                    <_ as __sse::EncodePayload>::encode_tagged(
                        &__sse::AsFields(self),
                        __sink,
                        &__sse::Tagged(
                            __sse::Head("delta", "delta"),
                            "type",
                            "{\"type\":\"delta\"",
                        ),
                    )
                }
                Event::Value(__payload) => {
                    <T as __sse::EncodePayload>::encode_tagged(
                        __payload,
                        __sink,
                        &__sse::Tagged(
                            __sse::Head("value", "value"),
                            "type",
                            "{\"type\":\"value\"",
                        ),
                    )
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
    __sse::schema_impls! {
        #[derive(__sse::schemars::JsonSchema)] #[schemars(crate = "__sse::schemars",
        inline)] #[serde()] #[allow(dead_code)] struct __DeltaSchema < T > { #[doc =
        " Its text."] #[serde(rename = "content")] text : String, #[serde(skip)] __marker
        : __sse::PhantomData < Event < T > >, } #[automatically_derived] impl < T >
        __sse::EventSchema for Event < T > where T : __sse::JsonSchema { fn schema_name()
        -> __sse::Cow < 'static > { __sse::with_parameters("Event", & [< T as
        __sse::JsonSchema > ::schema_name()]) } fn schema_id() -> __sse::Cow < 'static >
        { __sse::with_parameters(::core::concat!(::core::module_path!(), "::", "Event"),
        & [< T as __sse::JsonSchema > ::schema_id()]) } fn describe(__generator : & mut
        __sse::SchemaGenerator) -> __sse::Described { let mut __events =
        __sse::Describing::new(__sse::StreamHead { doc : "Pieces.", tag :
        __sse::Some("type"), content : __sse::None, end : __sse::Some("[DONE]"), ignored
        : & [], has_lines : true, is_encoded : true, }, __generator); __events.json:: <
        __DeltaSchema < T > > (__sse::EventHead { names : & ["delta"], doc : "A piece.",
        has_key : __sse::None, flags : & [], }); __events.json:: < T > (__sse::EventHead
        { names : & ["value"], doc : "", has_key : __sse::None, flags : &
        [__sse::Flag::Terminal], }); __events.other(""); __events.finish() } }
        #[automatically_derived] impl < T > __sse::JsonSchema for Event < T > where T :
        __sse::JsonSchema { fn schema_name() -> __sse::Cow < 'static > { < Self as
        __sse::EventSchema > ::schema_name() } fn schema_id() -> __sse::Cow < 'static > {
        < Self as __sse::EventSchema > ::schema_id() } fn json_schema(__generator : & mut
        __sse::SchemaGenerator) -> __sse::Schema { __sse::data_schema:: < Self >
        (__generator) } } __sse::utoipa_impls! { #[automatically_derived] impl < T >
        __sse::utoipa::PartialSchema for Event < T > where T : __sse::JsonSchema { fn
        schema() -> __sse::UtoipaSchema { __sse::partial_schema:: < Self > () } }
        #[automatically_derived] impl < T > __sse::utoipa::ToSchema for Event < T > where
        T : __sse::JsonSchema { fn name() -> __sse::Cow < 'static > { < Self as
        __sse::EventSchema > ::schema_name() } fn schemas(__schemas : & mut
        __sse::UtoipaSchemas) { __sse::referenced_schemas:: < Self > (__schemas) } } }
    }
};
