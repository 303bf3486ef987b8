use sse_event::ByteStreamExt;
use tokio::sync::mpsc::Receiver;

fn read(receiver: Receiver<std::io::Result<Vec<u8>>>) {
    let _ = receiver.raw_events();
}

fn main() {}
