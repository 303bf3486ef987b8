use std::fs::File;

use sse_event::{EventReader, RawEventBuf};

fn read(file: File) {
    let _ = EventReader::<_, RawEventBuf>::new(file);
}

fn main() {}
