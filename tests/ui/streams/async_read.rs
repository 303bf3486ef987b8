use sse_event::ByteStreamExt;
use tokio::net::TcpStream;

fn read(socket: TcpStream) {
    let _ = socket.raw_events();
}

fn main() {}
