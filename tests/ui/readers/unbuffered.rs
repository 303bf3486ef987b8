use std::fs::File;

use sse_event::{BufReadExt, RawEventBuf, reader::EventReader};

fn read(file: File) {
    let _ = EventReader::<_, RawEventBuf>::new(file);
}

fn read_by_method(file: File) {
    let _ = file.raw_events();
}

fn main() {}
