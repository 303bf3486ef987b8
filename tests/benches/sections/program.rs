//! Generated programs that decode an enum of any size.

use std::fmt::Write as _;

use super::package::Package;
use Decoder::{Line as ByLine, Match, Nothing, Serde, Tag};

/// The way an enum is decoded.
#[derive(Clone, Copy)]
pub enum Decoder {
    /// Without a lookup: the cost of the rest of a pass.
    Nothing,
    /// A `match` from name to `from_str`.
    Match,
    /// The derive, with names in lines.
    Line,
    /// The derive, with names in tags.
    Tag,
    /// serde's derive, with names in tags.
    Serde,
}

/// The payloads of the variants.
#[derive(Clone, Copy)]
pub enum Payloads {
    None,
    /// This many structs, in turns.
    Structs(usize),
}

/// Writes a program with an enum, and returns its name.
pub fn write_program(package: &Package, decoder: Decoder, variants: usize, payloads: Payloads) -> String {
    let way = match decoder {
        Nothing => "nothing",
        Match => "match",
        ByLine => "line",
        Tag => "tag",
        Serde => "serde",
    };
    let structs = match payloads {
        Payloads::None => 0,
        Payloads::Structs(structs) => structs,
    };
    let name = format!("{way}_{variants}_{structs}");
    package.write(&format!("src/bin/{name}.rs"), &source(decoder, variants, structs).expect("a text"));
    name
}

/// The source of a program that decodes each name as often as its first argument says, or, with `unknown` as its
/// second argument, a name that no variant has.
fn source(decoder: Decoder, variants: usize, structs: usize) -> Result<String, std::fmt::Error> {
    let mut text = String::from("#![allow(dead_code)]\nuse std::hint::black_box;\n");
    for number in 0..structs {
        writeln!(
            text,
            "#[derive(serde::Deserialize)] pub struct P{number} {{ id: String, index_{number}: u32 }}"
        )?;
    }
    match decoder {
        ByLine => text += "#[derive(sse_event::SseEvent)]\n",
        Tag => text += "#[derive(sse_event::SseEvent)]\n#[sse(tag = \"type\")]\n",
        Serde => text += "#[derive(serde::Deserialize)]\n#[serde(tag = \"type\")]\n",
        Nothing | Match => {}
    }
    text += "pub enum Event {\n";
    let payload =
        |variant: usize| if structs == 0 { String::new() } else { format!("(P{})", variant % structs) };
    for variant in 0..variants {
        let name = name(variant);
        match decoder {
            ByLine | Tag => write!(text, "#[event(\"{name}\")] ")?,
            Serde => write!(text, "#[serde(rename = \"{name}\")] ")?,
            Nothing | Match => {}
        }
        writeln!(text, "V{variant}{},", payload(variant))?;
    }
    text += "}\n#[inline(never)]\n";
    match decoder {
        ByLine => {
            text += "fn decode(name: &str, data: &str) -> Result<sse_event::Decoded<Event>, sse_event::Error> { sse_event::DecodeEvent::decode(sse_event::RawEvent::new(name, data)) }\n";
        }
        Tag => {
            text += "fn decode(_: &str, data: &str) -> Result<sse_event::Decoded<Event>, sse_event::Error> { sse_event::DecodeEvent::decode(sse_event::RawEvent::new(\"\", data)) }\n";
        }
        Serde => {
            text += "fn decode(_: &str, data: &str) -> Result<Event, serde_json::Error> { serde_json::from_str(data) }\n";
        }
        Nothing => text += "fn decode(_: &str, _: &str) -> Result<Event, String> { Ok(Event::V0) }\n",
        Match => {
            text += "fn decode(name: &str, data: &str) -> Result<Event, String> {\n    match name {\n";
            for variant in 0..variants {
                let value = match structs {
                    0 => format!("Ok(Event::V{variant})"),
                    _ => format!(
                        "serde_json::from_str(data).map(Event::V{variant}).map_err(|error| error.to_string())"
                    ),
                };
                writeln!(text, "        \"{}\" => {value},", name(variant))?;
            }
            text += "        _ => Err(format!(\"unknown event {name}\")),\n    }\n}\n";
        }
    }
    text += "static NAMES: &[&str] = &[\n";
    for variant in 0..variants {
        writeln!(text, "    \"{}\",", name(variant))?;
    }
    text += "];\nfn main() {\n    let arguments: Vec<String> = std::env::args().collect();\n    \
             let passes: usize = arguments[1].parse().unwrap();\n    let unknown = arguments[2] == \"unknown\";\n    \
             for _ in 0..passes {\n        for name in NAMES {\n            \
             let name = if unknown { \"response.unheard_of\" } else { name };\n            \
             let _ = black_box(decode(black_box(name), black_box(\"{}\")));\n        }\n    }\n}\n";
    Ok(text)
}

fn name(variant: usize) -> String {
    format!("response.item_{variant}.delta")
}
