//! A struct as the item of a typed stream.

use futures_util::{FutureExt as _, StreamExt as _, stream};
use serde::Deserialize;
use sse_event::stream::RawEventStreamExt as _;
use sse_event::{ByteStreamExt as _, ErrorKind, SseEvent, StreamError};

#[derive(Debug, Deserialize, PartialEq, SseEvent)]
#[event("response.created", alias = "created")]
#[sse(end = "[DONE]", ignore("ping"))]
struct Created {
    id: u8,
}

const CREATED: Created = Created { id: 1 };

/// One event of a stream with several kinds: the others are skipped.
#[test]
fn struct_can_be_item_of_typed_stream() {
    let text =
        "event: other\ndata: x\n\nevent: created\ndata: {\"id\":1}\n\nevent: ping\ndata:\n\ndata: [DONE]\n\n";
    let bytes = stream::iter([Ok::<_, std::io::Error>(text)]);
    let items: Vec<_> = bytes.sse_events::<Created>().collect().now_or_never().expect("it is all there");
    assert!(
        matches!(&items[..], [Err(StreamError::Decode(error)), Ok(CREATED)] if error.kind() == ErrorKind::UnknownEvent)
    );

    let bytes = stream::iter([Ok::<_, std::io::Error>(text)]);
    let skipped = bytes.sse_events::<Created>().skip_unknown();
    let items: Vec<_> = skipped.collect().now_or_never().expect("it is all there");
    assert!(matches!(&items[..], [Ok(CREATED)]), "{items:?}");

    let parsed =
        stream::iter([Ok::<_, std::io::Error>(sse_event::RawEventBuf::new("created", r#"{"id":1}"#))]);
    let items: Vec<_> = parsed.decode_events::<Created>().collect().now_or_never().expect("it is all there");
    assert!(matches!(&items[..], [Ok(CREATED), Err(StreamError::Truncated)]), "{items:?}");
}
