//! Names and IDs with line breaks, which could forge lines.

use sse_event::{EventMeta, RawEventBuf, StreamError};

use crate::client::read;
use crate::frameworks::Framework;
use crate::{Event, Item};

const BREAKS: [&str; 4] = ["\n", "\r", "\r\n", "\n\n"];

/// Each contains an event that an attacker could forge.
fn hostile() -> Vec<(Event, EventMeta)> {
    let meta = EventMeta::default;
    let other = |name: String| RawEventBuf::new(name, "1");
    let named = BREAKS.map(|end| (Event::Other(other(format!("text{end}data: forged{end}{end}"))), meta()));
    let paired = BREAKS.map(|end| (Event::Ping, meta().with_id(format!("7{end}data: forged{end}{end}"))));
    let own_id = BREAKS.map(|end| {
        (Event::Other(other("text".into()).with_id(format!("7{end}data: forged{end}{end}"))), meta())
    });
    // A reader ignores such an ID, and would resume from the previous one.
    let ignored = [(Event::Ping, meta().with_id("7\0"))];
    named.into_iter().chain(paired).chain(own_id).chain(ignored).collect()
}

#[tokio::test]
async fn hostile_name_or_id_aborts_body() {
    for framework in Framework::ALL {
        for event in hostile() {
            let first = (Event::delta("before"), EventMeta::default());
            let items: Vec<Item> =
                vec![Ok(first.clone()), Ok(event.clone()), Ok(Event::delta("after").bare())];
            let server = framework.serve_all(items);
            let (received, error) = read(&server).await;
            assert_eq!(received, [first], "{framework:?}: {event:?}");
            assert!(matches!(error, Some(StreamError::Transport(_))), "{framework:?}: {event:?}: {error:?}");
        }
    }
}
