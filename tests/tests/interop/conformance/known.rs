//! The cases that other crates' parsers are known to fail, by cause. Checked both ways: a case that passes must be
//! removed from its list.
//!
//! If a parser yields an error for its input, the typed stream ends, as after any transport error.

/// The cause, and the names of the cases.
pub(crate) type Known = &'static [(&'static str, &'static [&'static str])];

/// `eventsource-stream` 0.2, and `reqwest-eventsource` 0.6, which uses it: 52 of 65 pass.
pub(crate) const EVENTSOURCE_STREAM: Known = &[
    (
        "panics on a byte order mark",
        &["format-bom", "format-bom-2", "BOM then comment", "BOM then blank line"],
    ),
    (
        "an invalid byte stops it up to the end of the input, which is then an error",
        &[
            "invalid UTF-8 in data",
            "invalid UTF-8 in comment",
            "invalid UTF-8 in unknown field",
            "invalid UTF-8 in event",
            "truncated UTF-8 at EOF",
            "half a BOM",
        ],
    ),
    ("waits for an LF after the last CR", &["all CR, EOF after CR"]),
    ("takes `+5` for digits", &["retry: +5 ignored"]),
    ("forgets a reconnection time that comes without data", &["retry-only block"]),
];

/// `eventsource-client` 0.18: 54 of 65 pass.
pub(crate) const EVENTSOURCE_CLIENT: Known = &[
    (
        "a block of unknown fields is an error",
        &["format-bom", "format-bom-2", "BOM later, none first", "event-data (message2.py)"],
    ),
    (
        "an invalid byte is an error",
        &[
            "invalid UTF-8 in data",
            "invalid UTF-8 in comment",
            "invalid UTF-8 in unknown field",
            "invalid UTF-8 in event",
            "half a BOM",
        ],
    ),
    ("takes `+5` for digits", &["retry: +5 ignored"]),
    ("forgets a reconnection time that comes without data", &["retry-only block"]),
];

/// `sse-stream` 0.2, the one that `rmcp` uses: 40 of 65 pass.
pub(crate) const SSE_STREAM_02: Known = &[
    (
        "an unknown field is an error",
        &[
            "format-bom",
            "format-bom-2",
            "format-field-parsing",
            "format-field-unknown",
            "event-data (message2.py)",
            "invalid UTF-8 in unknown field",
            "BOM later, none first",
            "half a BOM",
            "field name with space",
        ],
    ),
    (
        "a line without a colon is an error",
        &[
            "format-field-data",
            "format-field-id-3 resets (id)",
            "format-field-retry-empty",
            "format-newlines",
            "4 blocks",
            "empty data",
            "event line without colon resets",
        ],
    ),
    ("a field given twice is an error", &["event given twice", "id given twice", "retry: +5 ignored"]),
    (
        "a reconnection time that is not a number is an error",
        &["format-field-retry-bogus", "format-field-retry-bogus-2", "retry overflow", "retry empty value"],
    ),
    ("an invalid byte is an error", &["invalid UTF-8 in data", "invalid UTF-8 in event"]),
];

/// `sse-stream` 0.3: 63 of 65 pass.
pub(crate) const SSE_STREAM_03: Known =
    &[("an invalid byte in a value is an error", &["invalid UTF-8 in data", "invalid UTF-8 in event"])];

/// `sseer` 0.3: 59 of 65 pass.
pub(crate) const SSEER: Known = &[
    (
        "an invalid byte is an error",
        &["invalid UTF-8 in data", "invalid UTF-8 in unknown field", "invalid UTF-8 in event"],
    ),
    ("an `event` line without a colon does not reset the name", &["event line without colon resets"]),
    ("takes `+5` for digits", &["retry: +5 ignored"]),
    ("forgets a reconnection time that comes without data", &["retry-only block"]),
];
