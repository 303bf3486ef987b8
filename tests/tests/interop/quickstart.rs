//! async-openai's types decode the stream that the quickstart replays.

use async_openai::types::responses::ResponseStreamEvent as Theirs;
use futures_util::{FutureExt as _, TryStreamExt as _, stream};
use sse_event::{ByteStreamExt as _, RawEventBuf};
use sse_event_tests::responses::{ResponseStreamEvent as Ours, equal};

const RESPONSES: &str = include_str!("../../../examples/src/apis/openai_responses.sse");

fn events(script: &str) -> Vec<RawEventBuf> {
    let bytes = stream::iter([Ok::<_, std::convert::Infallible>(script)]);
    bytes.raw_events().try_collect().now_or_never().expect("nothing to wait for").expect("a whole stream")
}

#[test]
fn async_openai_decodes_responses_script() {
    let mut unknown = Vec::new();
    let (mut with_line, mut without_line, mut late_tag) = (0, 0, 0);
    for raw in events(RESPONSES) {
        let named = if raw.event.is_empty() { &mut without_line } else { &mut with_line };
        *named += 1;
        late_tag += usize::from(!raw.data.starts_with("{\"type\""));
        match (Ours::try_from(raw.as_raw_event()), serde_json::from_str::<Theirs>(&raw.data)) {
            (Ok(ours), Ok(theirs)) => assert!(equal(&ours, &theirs), "{}", raw.data),
            (Err(error), Err(_)) => unknown.push(error.event_type().to_owned()),
            (ours, theirs) => panic!("{}\nours: {ours:?}\ntheirs: {theirs:?}", raw.data),
        }
    }
    assert_eq!(unknown, ["response.moderation.completed"]);
    // The variants that the script must contain.
    assert!(with_line > 50 && without_line > 20 && late_tag > 20, "{with_line} {without_line} {late_tag}");
}
