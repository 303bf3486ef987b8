use futures_util::{StreamExt, stream};
use sse_event::ByteStreamExt;

async fn read() -> Result<(), Box<dyn std::error::Error>> {
    let bytes = stream::iter([Ok::<_, std::io::Error>("data: hi\n\n")]);
    let mut events = bytes.sse_events();
    while let Some(event) = events.next().await {
        let event = event?;
        println!("{event:?}");
    }
    Ok(())
}

fn main() {}
