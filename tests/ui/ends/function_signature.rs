use sse_event::SseEvent;

#[derive(SseEvent)]
enum Event {
    #[event("status", terminal = is_last)]
    Status(u8),
    #[event("chunk", complete = is_finished)]
    Chunk { text: String },
    #[event("turn", complete = number)]
    Turn(u8),
}

fn is_last(_: &String) -> bool {
    true
}

fn is_finished(_: &String) -> bool {
    true
}

fn number(turn: &u8) -> u8 {
    *turn
}

fn main() {}
