use sse_event::SseEvent;

mod words {
    use super::SseEvent;

    #[derive(SseEvent)]
    #[sse(ignore(ping, keepalive))]
    enum Event {
        #[event("delta")]
        Delta(String),
    }
}

mod one_string {
    use super::SseEvent;

    #[derive(SseEvent)]
    #[sse(ignore = "ping")]
    enum Event {
        #[event("delta")]
        Delta(String),
    }
}

mod number {
    use super::SseEvent;

    #[derive(SseEvent)]
    #[sse(ignore("ping", 5))]
    enum Event {
        #[event("delta")]
        Delta(String),
    }
}

fn main() {}
