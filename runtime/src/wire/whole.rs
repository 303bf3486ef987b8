//! Events of the usual form, borrowed from their chunk: at most a name, and one line of data.
//!
//! Nearly every event of a real stream has this form, and most are complete in one chunk. Finding the two lines costs
//! less than collecting them. The parser reads everything else: an event that spans chunks, other fields, other line
//! ends, bytes that are not UTF-8.

use memchr::memchr2;

/// An event that is complete in its chunk.
#[derive(Debug, PartialEq)]
pub(super) struct WholeEvent<'a> {
    /// `""` without an `event:` line.
    pub(super) name: &'a str,
    pub(super) data: &'a str,
    /// The input after the event.
    pub(super) rest: &'a [u8],
}

/// The event at the beginning of `input`, if it has the usual form and is complete. `input` must begin between two
/// events.
pub(super) fn whole_event(input: &[u8]) -> Option<WholeEvent<'_>> {
    let (name, rest) = match input.strip_prefix(b"event: ") {
        Some(value) => line(value)?,
        None => (&b""[..], input),
    };
    let (data, rest) = line(rest.strip_prefix(b"data: ")?)?;
    let rest = rest.strip_prefix(b"\n")?;
    Some(WholeEvent { name: str::from_utf8(name).ok()?, data: str::from_utf8(data).ok()?, rest })
}

/// A line that ends in a line feed, and the input after it.
fn line(input: &[u8]) -> Option<(&[u8], &[u8])> {
    let (line, rest) = input.split_at_checked(memchr2(b'\n', b'\r', input)?)?;
    Some((line, rest.strip_prefix(b"\n")?))
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::*;
    use crate::wire::decoder::{Decoder, Dispatched, Ending, Frame};

    #[test]
    fn usual_event_is_borrowed() {
        let whole = |name, data, rest| Some(WholeEvent { name, data, rest });
        for (input, expected) in [
            ("event: a\ndata: b\n\nevent", whole("a", "b", &b"event"[..])),
            ("data: {\"a\": 1}\n\n", whole("", "{\"a\": 1}", b"")),
            ("data: \n\n", whole("", "", b"")),
            ("event: \ndata:  b: c\n\n\n", whole("", " b: c", b"\n")),
        ] {
            assert_eq!(whole_event(input.as_bytes()), expected, "{input:?}");
        }
    }

    #[test]
    fn other_events_are_left_to_parser() {
        for input in [
            "",
            "\n",
            "event: a\n\n",
            "event: a\ndata: b\n",
            "event: a\ndata: b\ndata: c\n\n",
            "event: a\rdata: b\r\r",
            "event: a\r\ndata: b\r\n\r\n",
            "data: b\n\r\n",
            "data: a\rdata: b\n\n",
            "data:a\n\n",
            "data\n\n",
            "data: b\nevent: a\n\n",
            "id: 1\ndata: b\n\n",
            "event: a\nid: 1\ndata: b\n\n",
            "data: b\nid: 1\n\n",
            "retry: 1\ndata: b\n\n",
            ": comment\ndata: b\n\n",
            "\u{feff}data: b\n\n",
        ] {
            assert_eq!(whole_event(input.as_bytes()), None, "{input:?}");
        }
        assert_eq!(whole_event(b"data: \xff\n\n"), None);
        assert_eq!(whole_event(b"event: \xff\ndata: b\n\n"), None);
    }

    /// Pieces of a stream, which end and begin anywhere in events, lines and fields.
    const PIECES: [&[u8]; 15] = [
        b"data: a\n\n",
        b"event: b\ndata: {\"c\": 1}\n\n",
        b"event: d\n",
        b"data: e\n",
        b"data: ",
        b"data:f\n\n",
        b"id: 7\n",
        b"id\n\n",
        b"retry: 8\n",
        b": comment\n",
        b"\n",
        b"\r",
        b"\xff",
        b"\xef\xbb\xbf",
        b"data: longer than the limit\n\n",
    ];

    /// Streams of four pieces, the first one an event or a byte order mark, in chunks of several sizes: the decoder
    /// must find the same as the parser alone.
    #[test]
    fn borrowed_events_are_those_of_parser() {
        let mut borrowed = 0;
        for (first, number) in
            [0, 1, 13].into_iter().flat_map(|first| (0..15_usize.pow(3)).map(move |n| (first, n)))
        {
            let further = (0..3).map(|place| number / 15_usize.pow(place) % 15);
            let stream: Vec<u8> =
                iter::once(first).chain(further).flat_map(|piece| PIECES[piece]).copied().collect();
            for size in [1, 4, 11, stream.len()] {
                let (found, whole) = read(&stream, size, false);
                let (expected, _) = read(&stream, size, true);
                assert_eq!(found, expected, "{:?} in chunks of {size}", stream.escape_ascii().to_string());
                borrowed += whole;
            }
        }
        assert!(borrowed > 1_000, "{borrowed} events were borrowed");
    }

    /// Everything found in the stream, as text, and the number of borrowed events.
    fn read(stream: &[u8], size: usize, by_parser_alone: bool) -> (Vec<String>, usize) {
        let mut decoder = Decoder::new();
        decoder.set_limit(16);
        let (mut found, mut borrowed) = (Vec::new(), 0);
        for mut chunk in stream.chunks(size) {
            loop {
                let frame =
                    if by_parser_alone { decoder.parse(&mut chunk) } else { decoder.next(&mut chunk) };
                match frame {
                    Some(Frame::Event(event)) => {
                        borrowed += usize::from(matches!(event, Dispatched::Borrowed(_)));
                        found.push(format!("{:?}", event.as_raw_event()));
                    }
                    Some(Frame::TooLarge { limit }) => found.push(format!("larger than {limit}")),
                    None => break,
                }
                found.push(format!("{:?}", decoder.counters()));
            }
        }
        let end = match decoder.finish() {
            Ending::BetweenEvents => "between events",
            Ending::Event(_) => "an event",
            Ending::InsideEvent => "inside an event",
        };
        found.push(format!("{end}, {:?} {:?}", decoder.counters(), decoder.last_event_id()));
        (found, borrowed)
    }
}
