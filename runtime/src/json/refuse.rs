//! The values that cannot hold a key that names an event.

/// The methods of a `Serializer` for every value that cannot be an object. `$refuse` makes their result from the
/// serializer and a description of the value.
macro_rules! refuse_values {
    (|$this:ident, $what:ident| $refuse:expr) => {
        refuse_values! {
            |$this, $what| $refuse;
            serialize_bool(bool) -> Self::Ok: "a boolean";
            serialize_i8(i8) -> Self::Ok: "an integer";
            serialize_i16(i16) -> Self::Ok: "an integer";
            serialize_i32(i32) -> Self::Ok: "an integer";
            serialize_i64(i64) -> Self::Ok: "an integer";
            serialize_i128(i128) -> Self::Ok: "an integer";
            serialize_u8(u8) -> Self::Ok: "an integer";
            serialize_u16(u16) -> Self::Ok: "an integer";
            serialize_u32(u32) -> Self::Ok: "an integer";
            serialize_u64(u64) -> Self::Ok: "an integer";
            serialize_u128(u128) -> Self::Ok: "an integer";
            serialize_f32(f32) -> Self::Ok: "a number";
            serialize_f64(f64) -> Self::Ok: "a number";
            serialize_char(char) -> Self::Ok: "a string";
            serialize_str(&str) -> Self::Ok: "a string";
            serialize_bytes(&[u8]) -> Self::Ok: "an array";
            serialize_none() -> Self::Ok: "`None`";
            serialize_seq(Option<usize>) -> Self::SerializeSeq: "an array";
            serialize_tuple(usize) -> Self::SerializeTuple: "an array";
            serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct: "an array";
        }

        fn collect_str<T: std::fmt::Display + ?Sized>(self, _: &T) -> Result<Self::Ok, Self::Error> {
            let ($this, $what) = (self, "a string");
            $refuse
        }
    };
    (
        |$this:ident, $what:ident| $refuse:expr;
        $($method:ident($($ty:ty),*) -> $ok:ty: $text:literal;)*
    ) => {$(
        fn $method(self, $(_: $ty),*) -> Result<$ok, Self::Error> {
            let ($this, $what) = (self, $text);
            $refuse
        }
    )*};
}

pub(crate) use refuse_values;
