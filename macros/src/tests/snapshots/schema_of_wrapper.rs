#[allow(deprecated, unreachable_code, unreachable_patterns, unused_qualifications)]
#[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    use ::sse_event::__private as __sse;
    #[automatically_derived]
    impl<T> __sse::SseEvent for Enveloped<T>
    where
        T: __sse::SseEvent,
    {
        const EVENT_TYPES: __sse::Names = <T as __sse::SseEvent>::EVENT_TYPES;
        const END: __sse::Option<&'static __sse::str> = <T as __sse::SseEvent>::END;
        const HAS_END: __sse::bool = <T as __sse::SseEvent>::HAS_END;
        #[inline]
        fn event_type(&self) -> &__sse::str {
            {
                let __event = &self.data;
                <T as __sse::SseEvent>::event_type(__event)
            }
        }
        #[inline]
        fn static_event_type(&self) -> __sse::Option<&'static __sse::str> {
            {
                let __event = &self.data;
                <T as __sse::SseEvent>::static_event_type(__event)
            }
        }
        #[inline]
        fn is_terminal(&self) -> __sse::bool {
            {
                let __event = &self.data;
                <T as __sse::SseEvent>::is_terminal(__event)
            }
        }
        #[inline]
        fn is_complete(&self) -> __sse::bool {
            {
                let __event = &self.data;
                <T as __sse::SseEvent>::is_complete(__event)
            }
        }
        #[inline]
        fn is_error(&self) -> __sse::bool {
            {
                let __event = &self.data;
                <T as __sse::SseEvent>::is_error(__event)
            }
        }
    }
    use __sse::serde as __serde_out;
    #[derive(__serde_out::Serialize)]
    #[serde(crate = "__serde_out", remote = "Enveloped", bound(serialize = ""))]
    #[allow(dead_code)]
    struct __Remote<T>
    where
        T: __sse::EncodeEvent,
    {
        id: u64,
        #[serde(skip)]
        data: T,
    }
    impl<T> __sse::SerializeFields for Enveloped<T>
    where
        T: __sse::EncodeEvent,
    {
        fn serialize<__S: __sse::Serializer>(
            &self,
            __to: __S,
        ) -> __sse::Serialized<__S> {
            <__Remote<T>>::serialize(self, __to)
        }
    }
    #[automatically_derived]
    impl<T> __sse::EncodeEvent for Enveloped<T>
    where
        T: __sse::EncodeEvent,
    {
        fn encode(&self) -> __sse::Result<__sse::RawEventBuf> {
            __sse::encode(self)
        }
        fn encode_to(&self, __sink: __sse::EncodeSink<'_>) -> __sse::Encoded {
            {
                let __event = &self.data;
                <T as __sse::EncodeWrapped>::encode_nested(__event, __sink, self, "data")
            }
        }
    }
    __sse::schema_impls! {
        #[derive(__sse::schemars::JsonSchema)] #[schemars(crate = "__sse::schemars",
        inline)] #[serde()] #[allow(dead_code)] struct __EnvelopedSchema < T > { id :
        u64, #[serde(skip)] __marker : __sse::PhantomData < Enveloped < T > >, }
        #[automatically_derived] impl < T > __sse::EventSchema for Enveloped < T > where
        T : __sse::EventSchema { fn schema_name() -> __sse::Cow < 'static > {
        __sse::with_parameters("Enveloped", & [< T as __sse::EventSchema >
        ::schema_name()]) } fn schema_id() -> __sse::Cow < 'static > {
        __sse::with_parameters(::core::concat!(::core::module_path!(), "::",
        "Enveloped"), & [< T as __sse::EventSchema > ::schema_id()]) } fn
        describe(__generator : & mut __sse::SchemaGenerator) -> __sse::Described {
        __sse::Described::of:: < T > (__generator).nested:: < __EnvelopedSchema < T > >
        ("", "data", __generator) } } #[automatically_derived] impl < T >
        __sse::JsonSchema for Enveloped < T > where T : __sse::EventSchema { fn
        schema_name() -> __sse::Cow < 'static > { < Self as __sse::EventSchema >
        ::schema_name() } fn schema_id() -> __sse::Cow < 'static > { < Self as
        __sse::EventSchema > ::schema_id() } fn json_schema(__generator : & mut
        __sse::SchemaGenerator) -> __sse::Schema { __sse::data_schema:: < Self >
        (__generator) } } __sse::utoipa_impls! { #[automatically_derived] impl < T >
        __sse::utoipa::PartialSchema for Enveloped < T > where T : __sse::EventSchema {
        fn schema() -> __sse::UtoipaSchema { __sse::partial_schema:: < Self > () } }
        #[automatically_derived] impl < T > __sse::utoipa::ToSchema for Enveloped < T >
        where T : __sse::EventSchema { fn name() -> __sse::Cow < 'static > { < Self as
        __sse::EventSchema > ::schema_name() } fn schemas(__schemas : & mut
        __sse::UtoipaSchemas) { __sse::referenced_schemas:: < Self > (__schemas) } } }
    }
};
