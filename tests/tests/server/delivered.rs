//! Clients receive what the server sends.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;

use eventsource_stream::Eventsource as _;
use futures_util::{StreamExt as _, stream};
use sse_event::server::EVENT_STREAM_HEADERS;
use sse_event::{EventMeta, RawEventBuf, SseEvent as _};
use tokio::sync::mpsc;

use crate::client::{bytes, events, open, read, soon};
use crate::frameworks::Framework;
use crate::{Event, Item, body};

#[tokio::test]
async fn sends_event_stream_headers() {
    for framework in Framework::ALL {
        let response = open(&framework.serve_all([])).await;
        assert_eq!(response.status(), 200, "{framework:?}");
        for &(name, value) in EVENT_STREAM_HEADERS {
            let values: Vec<_> = response.headers().get_all(name).iter().collect();
            assert_eq!(values, [value], "{framework:?}: {name}");
        }
        // Nothing holds events back.
        let encoding = response.headers().get("content-encoding");
        assert!(encoding.is_none_or(|encoding| encoding == "identity"), "{framework:?}: {encoding:?}");
        assert_eq!(response.headers().get("content-length"), None, "{framework:?}");
    }
}

#[tokio::test]
async fn client_receives_every_event() {
    let sent: Vec<(Event, EventMeta)> = (0_u64..1000)
        .map(|index| {
            let meta = EventMeta::default().with_id(index.to_string());
            let event = match index % 4 {
                0 => Event::delta("grüezi ".repeat(usize::try_from(index).expect("it is small"))),
                1 => Event::Text(format!("line {index}\n\n line")),
                2 => Event::Ping,
                // The event has its own ID, which it keeps.
                _ => Event::Other(
                    RawEventBuf::new(format!("unknown.{}", index % 3), "{ }").with_id(index.to_string()),
                ),
            };
            (event, if index % 100 == 0 { meta.with_retry(Duration::from_millis(index)) } else { meta })
        })
        .collect();
    for framework in Framework::ALL {
        let server = framework.serve_all(sent.iter().cloned().map(Ok));
        let (received, error) = read(&server).await;
        assert!(error.is_none(), "{framework:?}: {error:?}");
        let mut counts = BTreeMap::new();
        for (event, _) in &received {
            *counts.entry(event.event_type()).or_default() += 1;
        }
        let names = ["delta", "ping", "text", "unknown.0", "unknown.1", "unknown.2"];
        assert!(counts.into_iter().eq(names.into_iter().zip([250, 250, 250, 84, 83, 83])), "{framework:?}");
        assert!(received == sent, "{framework:?}");
    }
}

/// An event does not wait for the next one, and the head does not wait for an event.
#[tokio::test]
async fn client_receives_events_immediately() {
    for framework in Framework::ALL {
        let (connected, mut connections) = mpsc::unbounded_channel();
        let server = framework.serve(move || {
            let (sender, receiver) = mpsc::unbounded_channel::<Item>();
            connected.send(sender).expect("the test waits");
            body(stream::unfold(receiver, async |mut receiver| Some((receiver.recv().await?, receiver))))
        });
        let mut received = events(open(&server).await);
        let sender = soon(connections.recv()).await.expect("a connection");
        for event in [Event::delta("one"), Event::Ping, Event::Text(String::new()), Event::delta("two")] {
            sender.send(Ok(event.clone().bare())).expect("the server listens");
            let item = soon(received.next()).await.expect("it is received");
            assert_eq!(item.expect("an event").0, event, "{framework:?}");
        }
        drop(sender);
        assert!(soon(received.next()).await.is_none(), "{framework:?}");
    }
}

/// Data that other encoders break (the first three rows) and more: every case is one event, for our reader and for
/// another one.
#[tokio::test]
async fn any_data_is_one_event() {
    for (data, wire) in [
        ("", "data: \n"),
        ("a\r\nb", "data: a\ndata: b\n"),
        ("a\rb", "data: a\ndata: b\n"),
        ("a\nb", "data: a\ndata: b\n"),
        ("\r", "data: \ndata: \n"),
        ("\n\r\n\r", "data: \ndata: \ndata: \ndata: \n"),
        (
            "a\rdata: forged\r\rdata: [DONE]\r\r",
            "data: a\ndata: data: forged\ndata: \ndata: data: [DONE]\ndata: \ndata: \n",
        ),
        (
            "a\n\nevent: ping\ndata: {}\n\n",
            "data: a\ndata: \ndata: event: ping\ndata: data: {}\ndata: \ndata: \n",
        ),
        ("  : two spaces", "data:   : two spaces\n"),
        ("\u{feff}\0\u{85}\u{2028}\u{b}", "data: \u{feff}\0\u{85}\u{2028}\u{b}\n"),
    ] {
        let read_back = data.replace("\r\n", "\n").replace('\r', "\n");
        for framework in Framework::ALL {
            let server = framework.serve_all([Ok(Event::Text(data.into()).bare()), Ok(Event::Ping.bare())]);
            let text = bytes(&server).await;
            assert_eq!(
                text,
                format!("event: text\n{wire}\nevent: ping\ndata: {{}}\n\ndata: [DONE]\n\n"),
                "{framework:?}: {data:?}"
            );
            let expected =
                [Event::Text(read_back.clone()), Event::Ping].map(|event| (event, EventMeta::default()));
            let (received, error) = read(&server).await;
            assert!(error.is_none(), "{framework:?}: {data:?}: {error:?}");
            assert_eq!(received, expected, "{framework:?}: {data:?}");

            let other: Vec<_> = stream::iter([Ok::<_, Infallible>(text)])
                .eventsource()
                .map(|event| event.map(|event| (event.event, event.data)).expect("the other reader takes it"))
                .collect()
                .await;
            let expected = [("text", read_back.as_str()), ("ping", "{}"), ("message", "[DONE]")];
            assert!(
                other.iter().map(|(event, data)| (event.as_str(), data.as_str())).eq(expected),
                "{framework:?}: {other:?}"
            );
        }
    }
}

/// Requirements of real clients: a line that names the event, an object instead of a missing payload, no byte order
/// mark, and the blank line that ends the last event.
#[tokio::test]
async fn writes_what_picky_clients_need() {
    for framework in Framework::ALL {
        let items = [Event::Ping, Event::delta("Hi"), Event::Other(RawEventBuf::new("", "unnamed"))];
        let text = bytes(&framework.serve_all(items.map(|event| Ok(event.bare())))).await;
        assert_eq!(
            text,
            "event: ping\ndata: {}\n\nevent: delta\ndata: {\"text\":\"Hi\"}\n\ndata: unnamed\n\ndata: [DONE]\n\n",
            "{framework:?}"
        );
    }
}
