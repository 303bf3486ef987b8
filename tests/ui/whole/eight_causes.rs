use futures_util::stream;
use sse_event::{ByteStreamExt, DecodeEvent, RawEvent, SseEvent};

// Eight mistakes, each reported once: the uses of the enum must not cause further errors.
struct Usage;

#[derive(SseEvent)]
#[sse(ignored("ping"))]
enum Event {
    Created(String),
    #[event(delta)]
    Delta(String),
    #[event("usage", raw = true)]
    Usage(Usage),
    #[event("tool")]
    Tool(u32, String),
    #[event("done", end = "[DONE]")]
    Done,
    #[event("tool")]
    Call(String),
    #[event("rest", other)]
    Rest,
}

fn describe(event: &Event) -> &str {
    match event {
        Event::Created(text) | Event::Delta(text) | Event::Call(text) => text,
        Event::Tool(_, name) => name,
        Event::Usage(_) | Event::Done | Event::Rest => event.event_type(),
    }
}

fn convert(raw: RawEvent<'_>) -> Result<Event, sse_event::Error> {
    Event::decode(raw)?;
    Event::try_from(raw)
}

fn main() {
    let bytes = stream::iter([Ok::<_, std::io::Error>("event: tool\ndata: {}\n\n")]);
    let _ = bytes.sse_events::<Event>();
    println!("{:?}", Event::EVENT_TYPES);
    let _ = convert(RawEvent::new("tool", "{}")).map(|event| describe(&event).len());
}
