//! The views of a stream, and that they can be combined in either order.

use std::error::Error;
use std::io;

use futures_util::stream::{self, StreamExt as _};
use sse_event::error::EventError;
use sse_event::stream::RawEventStreamExt as _;
use sse_event::{BufReadExt as _, ByteStreamExt as _, EventMeta, StreamError};

use super::Event;
use super::transport::{Broken, Transport, drain};

const TEXT: &str = "id: 1\nretry: 5\nevent: delta\ndata: 1\n\n\
                    id: 2\nevent: error\ndata: {\"code\":5}\n\n\
                    event: what\ndata\n\n\
                    id: 3\nevent: done\ndata\n\n";

type Both<E> = Result<(Event, EventMeta), EventError<(Event, EventMeta), E>>;

/// Each event with its ID, and the `error` event as an error with its ID.
#[track_caller]
fn assert_both<E: Error>(items: &[Both<E>]) {
    let [Ok((Event::Delta(1), first)), Err(error), Err(unknown), Ok((Event::Done, last))] = items else {
        panic!("{items:?}");
    };
    assert_eq!((first.id.as_deref(), first.retry.map(|retry| retry.as_millis())), (Some("1"), Some(5)));
    let EventError::Event((Event::Error { code: 5 }, meta)) = error else { panic!("{error:?}") };
    assert_eq!((meta.id.as_deref(), meta.retry), (Some("2"), None));
    assert!(matches!(unknown, EventError::Stream(StreamError::Decode(_))), "{unknown:?}");
    assert_eq!(last.id.as_deref(), Some("3"));
}

#[test]
fn with_meta_and_errors_as_err_combine_in_either_order() {
    let events = || Transport::chunked(TEXT.as_bytes(), 7).sse_events::<Event>();
    assert_both::<Broken>(&drain::<Both<_>, _>(events().with_meta().errors_as_err()));
    assert_both::<Broken>(&drain::<Both<_>, _>(events().errors_as_err().with_meta()));
    let reader = || TEXT.as_bytes().sse_events::<Event>();
    assert_both::<io::Error>(&reader().with_meta().errors_as_err().collect::<Vec<_>>());
    assert_both::<io::Error>(&reader().errors_as_err().with_meta().collect::<Vec<_>>());
}

/// Both orders have the same type, so a field can hold either.
#[test]
fn either_order_gives_the_same_type() {
    let events = || Transport::of(TEXT).sse_events::<Event>();
    let _both = [events().with_meta().errors_as_err(), events().errors_as_err().with_meta()];
    let reader = || TEXT.as_bytes().sse_events::<Event>();
    let _both = [reader().with_meta().errors_as_err(), reader().errors_as_err().with_meta()];
}

#[test]
fn the_combined_views_know_the_state_of_the_stream() {
    let mut events = Box::pin(Transport::of(TEXT).sse_events::<Event>().errors_as_err().with_meta());
    let mut reader = TEXT.as_bytes().sse_events::<Event>().with_meta().errors_as_err();
    assert_eq!((events.last_event_id(), reader.last_event_id()), (None, None));
    while super::transport::next(events.as_mut()).is_some() {}
    assert_eq!(reader.by_ref().count(), 4);
    assert_eq!((events.last_event_id(), reader.last_event_id()), (Some("3"), Some("3")));
    assert!(events.retry().is_some() && reader.retry() == events.retry());
}

/// The printed error names the event, with and without its metadata.
#[test]
fn an_error_event_with_meta_is_displayed() {
    let errors = TEXT.as_bytes().sse_events::<Event>().with_meta().errors_as_err().filter_map(Result::err);
    let alone = TEXT.as_bytes().sse_events::<Event>().errors_as_err().filter_map(Result::err);
    let (errors, alone): (Vec<_>, Vec<_>) =
        (errors.map(|error| error.to_string()).collect(), alone.map(|error| error.to_string()).collect());
    assert_eq!((errors.len(), alone.len()), (2, 2));
    assert!(errors[0].starts_with("the server reported an error: "), "{errors:?}");
    assert_eq!(errors[1], alone[1]);
}

#[tokio::test]
async fn views_of_another_parsers_events_combine_as_well() {
    use eventsource_stream::Eventsource as _;
    let bytes = stream::iter([Ok::<_, io::Error>(TEXT)]);
    let items: Vec<_> =
        bytes.eventsource().decode_events::<Event>().errors_as_err().with_meta().collect().await;
    assert_eq!(items.len(), 4);
    assert!(matches!(&items[1], Err(EventError::Event((Event::Error { code: 5 }, _)))));
}
