//! `EventBody` without a server: its chunks and its end.

use std::cell::Cell;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_util::stream::FusedStream;
use futures_util::{FutureExt as _, Stream, StreamExt as _, TryStreamExt as _, stream};
use sse_event::server::BodyError;
use sse_event::{EncodeEvent, ErrorKind, EventBody, EventMeta, RawEvent, RawEventBuf, SseEvent};
use tokio::sync::mpsc;

use crate::client::soon;
use crate::{Broken, Event, Item};

pub(crate) const PING: &str = "event: ping\ndata: {}\n\n";
pub(crate) const END: &str = "data: [DONE]\n\n";

/// One poll, without a runtime.
fn poll<S: Stream + Unpin>(stream: &mut S) -> Poll<Option<S::Item>> {
    Pin::new(stream).poll_next(&mut Context::from_waker(Waker::noop()))
}

/// A chunk that is ready.
pub(crate) fn chunk(text: &'static str) -> Poll<Option<Result<Bytes, String>>> {
    Poll::Ready(Some(Ok(text.into())))
}

/// The same for a body, with a comparable error.
pub(crate) fn next<S, E: fmt::Display>(body: &mut S) -> Poll<Option<Result<Bytes, String>>>
where
    S: Stream<Item = Result<Bytes, BodyError<E>>> + Unpin,
{
    poll(body).map(|item| item.map(|item| item.map_err(|error| error.to_string())))
}

/// The error of a body, after it has been pending a few times.
pub(crate) fn failure<S, E>(body: &mut S) -> BodyError<E>
where
    S: Stream<Item = Result<Bytes, BodyError<E>>> + Unpin,
{
    for _ in 0..2 {
        assert!(poll(body).is_pending(), "the server has no time to send what came before");
    }
    let item = (0..10).find_map(|_| match poll(body) {
        Poll::Ready(item) => Some(item),
        Poll::Pending => None,
    });
    match item {
        Some(Some(Err(error))) => error,
        _ => panic!("no error"),
    }
}

/// Panics when it is polled after its end, or after an error.
fn strict(items: Vec<Item>) -> impl Stream<Item = Item> + Unpin {
    let mut items = items.into_iter();
    let mut ended = false;
    stream::poll_fn(move |_| {
        assert!(!ended, "polled after its end");
        let item = items.next();
        ended = !matches!(item, Some(Ok(_)));
        Poll::Ready(item)
    })
}

fn unwritable() -> Event {
    Event::Other(RawEventBuf::new("a\nb", "1"))
}

#[test]
fn stream_and_ticks_are_not_polled_after_end() {
    let no_ticks = || stream::poll_fn(|_| -> Poll<Option<()>> { panic!("the ticks are polled") });
    let body = |last: Vec<Item>| {
        let items = [Ok(Event::Ping.bare())].into_iter().chain(last);
        let mut body = EventBody::new(strict(items.collect())).keep_alive(no_ticks());
        assert_eq!(next(&mut body), chunk(PING));
        assert!(!body.is_terminated());
        body
    };
    let mut complete = body(vec![]);
    assert_eq!(next(&mut complete), chunk(END));

    let mut broken = body(vec![Err(Broken)]);
    assert_eq!(failure(&mut broken).to_string(), "the stream of events failed");

    let mut unwritable = body(vec![Ok(unwritable().bare()), Ok(Event::Ping.bare())]);
    let error = failure(&mut unwritable).to_string();
    assert_eq!(error, r"the event `a\nb` cannot be encoded: its name has a line break");

    for mut body in [complete, broken, unwritable] {
        for _ in 0..3 {
            assert!(body.is_terminated());
            assert_eq!(next(&mut body), Poll::Ready(None));
        }
    }
}

/// On a runtime that polls only woken tasks.
#[tokio::test]
async fn failure_wakes_waiting_task() {
    let body = EventBody::new(stream::iter([Ok(Event::Ping), Err(Broken)]));
    let items: Vec<_> = soon(body.collect()).await;
    assert!(
        matches!(items.as_slice(), [Ok(ping), Err(BodyError::Source(Broken))] if ping == PING),
        "{items:?}"
    );
}

/// hyper asks before it polls, and writes the end of the body with its last event.
#[test]
fn http_body_reports_end_with_last_chunk() {
    use hyper::body::Body as _;

    let mut body = EventBody::new(strict(vec![Ok(Event::Ping.bare())]));
    let mut frame = || {
        let frame = Pin::new(&mut body).poll_frame(&mut Context::from_waker(Waker::noop()));
        let Poll::Ready(Some(Ok(frame))) = frame else { panic!("no frame") };
        (frame.into_data().expect("data"), body.is_end_stream())
    };
    assert_eq!([frame(), frame()], [(PING.into(), false), (END.into(), true)]);
}

#[test]
fn sentinel_is_written_once() {
    let body = |items: Vec<Item>| {
        let body = EventBody::new(strict(items)).filter_map(|chunk| std::future::ready(chunk.ok()));
        body.collect::<Vec<_>>().now_or_never().expect("no pause").concat()
    };
    let sentinel = || Ok(Event::Other(RawEventBuf::new("", "[DONE]")).bare());
    assert_eq!(body(vec![sentinel()]), END.as_bytes());
    assert_eq!(body(vec![sentinel(), sentinel()]), END.as_bytes());
    assert_eq!(body(vec![Ok(Event::Ping.bare()), sentinel(), Err(Broken)]), [PING, END].concat().as_bytes());

    // Events without a declared sentinel have none.
    let mut body = EventBody::new(stream::iter([Ok::<_, Infallible>(RawEventBuf::new("ping", "{}"))]));
    assert_eq!(next(&mut body), chunk(PING));
    assert_eq!(next(&mut body), Poll::Ready(None));
}

/// A body with these events and a comment at every poll, whose stream must not be polled again.
fn closing<T: EncodeEvent>(events: Vec<T>) -> EventBody<impl Stream<Item = Result<T, Infallible>> + Unpin> {
    let mut events = events.into_iter();
    let events = stream::poll_fn(move |_| {
        Poll::Ready(Some(Ok(events.next().expect("polled after the declared end"))))
    });
    EventBody::new(events).keep_alive(stream::repeat(()))
}

/// Like a typed stream of them on the client's side.
#[test]
fn stream_and_ticks_are_not_polled_after_declared_end() {
    #[derive(Clone, SseEvent)]
    #[sse(encode)]
    enum Run {
        #[event("ping")]
        Ping,
        #[event("done", raw, terminal)]
        Done(String),
    }

    // The end is known with the last chunk.
    fn assert_ends<T: EncodeEvent>(events: [T; 2], last: &[&'static str]) {
        let mut body = closing(events.into());
        assert_eq!(next(&mut body), chunk(PING));
        for expected in last {
            assert!(!body.is_terminated());
            assert_eq!(next(&mut body), chunk(expected));
        }
        assert!(body.is_terminated());
        assert_eq!(next(&mut body), Poll::Ready(None));
    }

    const DONE: &str = "event: done\ndata: 1\n\n";
    let run = [Run::Ping, Run::Done("1".into())];
    assert_ends(run.clone(), &[DONE]);
    assert_ends(run.clone().map(Arc::new), &[DONE]);
    assert_ends(run.map(|event| (event, EventMeta::default())), &[DONE]);

    let finished = "event: finished\ndata: {}\n\n";
    assert_ends([Event::Ping, Event::Finished], &[finished, END]);
    assert_ends([Event::Ping.bare(), Event::Finished.bare()], &[finished, END]);
    assert_ends([Event::Ping, Event::Finished].map(|event| Box::new(event.bare())), &[finished, END]);

    // Whatever variant has the sentinel as its data.
    assert_ends([Event::Ping, Event::Text("[DONE]".into())], &["event: text\ndata: [DONE]\n\n"]);
    let other = Event::Other(RawEventBuf::new("gone", "[DONE]"));
    let named = "event: gone\ndata: [DONE]\n\n";
    assert_ends([Event::Ping, other.clone()], &[named]);
    assert_ends([Event::Ping, other].map(|event| Arc::new(event.bare())), &[named]);
}

/// A terminal event that cannot be sent does not complete the body: there is no sentinel after a failure.
#[test]
fn unwritable_terminal_event_is_failure() {
    let event = (Event::Finished, EventMeta::default().with_id("a\nb"));
    let mut body = closing(vec![event]);
    assert!(matches!(failure(&mut body), BodyError::Encode(_)));
    assert_eq!(next(&mut body), Poll::Ready(None));
}

/// A channel: items that are sent on one end arrive at the other, which ends when the first is dropped.
fn channel<T: Send + 'static>() -> (impl Stream<Item = T> + Unpin + Send + 'static, impl FnMut(T)) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let send = move |item| assert!(sender.send(item).is_ok(), "the other end is there");
    (stream::poll_fn(move |cx| receiver.poll_recv(cx)), send)
}

#[test]
fn tick_without_event_since_last_tick_is_comment() {
    let (ticks, mut tick) = channel();
    let (events, mut send) = channel();
    let mut body = EventBody::new(events).keep_alive(ticks);
    assert_eq!(next(&mut body), Poll::Pending);
    for _ in 0..3 {
        tick(());
        assert_eq!(next(&mut body), chunk(":\n"));
        assert_eq!(next(&mut body), Poll::Pending);
    }
    // An event is sent before a comment, and replaces it.
    tick(());
    send(Ok::<_, Broken>(Event::Ping));
    assert_eq!(next(&mut body), chunk(PING));
    assert_eq!(next(&mut body), Poll::Pending);
    tick(());
    assert_eq!(next(&mut body), chunk(":\n"));

    // If the ticks end, the events continue.
    drop(tick);
    assert_eq!(next(&mut body), Poll::Pending);
    send(Ok(Event::Ping));
    assert_eq!(next(&mut body), chunk(PING));
    drop(send);
    assert_eq!(next(&mut body), chunk(END));
    assert_eq!(next(&mut body), Poll::Ready(None));
}

#[test]
fn last_keep_alive_setting_wins() {
    let silence = || EventBody::new(stream::pending::<Item>());
    assert_eq!(next(&mut silence()), Poll::Pending);
    assert_eq!(next(&mut silence().keep_alive(stream::repeat(()))), chunk(":\n"));
    assert_eq!(next(&mut silence().keep_alive(stream::repeat(())).without_keep_alive()), Poll::Pending);
    assert_eq!(next(&mut silence().without_keep_alive().keep_alive(stream::repeat(()))), chunk(":\n"));
}

/// The metadata of the pair overrides that of the event.
#[test]
fn meta_of_pair_overrides_meta_of_event() {
    let seconds = std::time::Duration::from_secs;
    let own = RawEventBuf::new("new", "1").with_id("own").with_retry(seconds(1));
    let encode = |meta: EventMeta| (Event::Other(own.clone()), meta).encode().expect("it is encoded");
    assert_eq!(encode(EventMeta::default()), own);
    assert_eq!(encode(EventMeta::default().reset_id()), own.clone().with_id(""));
    assert_eq!(encode(EventMeta::default().with_id("")), own.clone().with_id(""));
    assert_eq!(encode(EventMeta::default().with_id("7")), own.clone().with_id("7"));
    assert_eq!(encode(EventMeta::default().with_retry(seconds(2))), own.clone().with_retry(seconds(2)));
    assert_eq!(encode(RawEvent::new("", "").with_id("own").into()), own);

    let event = (Event::Ping, EventMeta::default().with_id("7").with_retry(seconds(2)));
    let mut body = EventBody::new(stream::iter([Ok::<_, Infallible>(event)]));
    assert_eq!(next(&mut body), chunk("event: ping\nid: 7\nretry: 2000\ndata: {}\n\n"));
    assert_eq!(next(&mut body), chunk(END), "a pair ends as its event does");
}

/// Events for many clients are shared.
#[test]
fn shared_event_is_written_like_event() {
    #[derive(SseEvent)]
    #[sse(encode, end = "[DONE]")]
    enum Shared {
        #[event("failed", error, terminal)]
        Failed,
    }

    fn assert_sent<T: EncodeEvent>(event: T) {
        assert_eq!((T::EVENT_TYPES, T::END, T::HAS_END), (&["failed"][..], Some("[DONE]"), true));
        assert_eq!((event.event_type(), event.static_event_type()), ("failed", Some("failed")));
        assert!(event.is_terminal() && event.is_error());
        assert_eq!(event.encode().expect("it is encoded").event, "failed");
        let mut body = EventBody::new(stream::iter([Ok::<_, Infallible>(event)]));
        assert_eq!(next(&mut body), chunk("event: failed\ndata: {}\n\n"));
        assert_eq!(next(&mut body), chunk(END));
    }

    assert_sent(Box::new(Shared::Failed));
    assert_sent(Arc::new(Shared::Failed));
}

#[test]
fn error_keeps_unsent_event() {
    let mut body = EventBody::new(stream::iter([Ok::<_, Broken>(unwritable())]));
    let BodyError::Encode(error) = failure(&mut body) else { panic!("another error") };
    assert_eq!((error.kind(), error.raw_event()), (ErrorKind::Encode, RawEvent::new("a\nb", "1")));

    let mut body = EventBody::new(stream::iter([Err::<Event, _>(Caused)]));
    let error = failure(&mut body);
    assert_eq!(error.to_string(), "the stream of events failed");
    let cause = error.source().expect("the stream's error is not in this one's text");
    assert!(cause.is::<Caused>(), "{cause}");
}

/// Also without a line to name the event.
#[test]
fn error_names_unsent_event() {
    #[derive(SseEvent)]
    #[sse(encode_only, line = false)]
    enum Lineless {
        #[event("chunk")]
        Chunk(u8),
    }

    let event = (Lineless::Chunk(1), EventMeta::default().with_id("7\n"));
    let mut body = EventBody::new(stream::iter([Ok::<_, Infallible>(event)]));
    let error = failure(&mut body).to_string();
    assert_eq!(error, "the event `chunk` cannot be encoded: its ID has a line break");
}

#[derive(Debug)]
struct Caused;

impl fmt::Display for Caused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no answer")
    }
}

impl Error for Caused {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&Broken)
    }
}

#[test]
fn body_inherits_auto_traits_of_stream() {
    fn everything<T: Send + Sync + Unpin + fmt::Debug + 'static>(_: &T) {}
    // warp and hyper's `BoxBody` require `Sync`, which the ticks are not.
    let ticks = stream::repeat(Cell::new(())).map(|_| ());
    everything(&EventBody::new(stream::iter([Ok::<_, Infallible>(Event::Ping)])).keep_alive(ticks));

    // A stream that is neither `Unpin` nor `Send`.
    let local = Rc::new(Event::Ping);
    let events = stream::once(async move { Ok::<_, Infallible>((*local).clone()) });
    let text = EventBody::new(events).map_ok(Vec::from).try_concat();
    let text = text.now_or_never().expect("no pause").expect("no error");
    assert_eq!(text, [PING, END].concat().as_bytes());
}
