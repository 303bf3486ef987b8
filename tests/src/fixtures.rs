//! Hand-written payloads of the Assistants events: every field absent, null and present, every kind of tool call,
//! content and annotation.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// The payloads of one type, and its events.
#[derive(Debug)]
pub struct Payloads {
    /// The names of the events with these payloads.
    pub events: &'static [&'static str],
    json: &'static str,
}

impl Payloads {
    /// Each payload as written in the file, over several lines.
    ///
    /// # Panics
    /// If the file is not a JSON object.
    #[must_use]
    pub fn texts(&self) -> Vec<&'static str> {
        let cases: BTreeMap<&str, &RawValue> = serde_json::from_str(self.json).expect("a file of payloads");
        cases.into_values().map(RawValue::get).collect()
    }
}

/// The payloads of every type that is JSON: of all events except `done`.
pub const ASSISTANTS: &[Payloads] = &[
    Payloads { events: &["thread.created"], json: include_str!("../fixtures/assistants/thread.json") },
    Payloads {
        events: &[
            "thread.run.created",
            "thread.run.queued",
            "thread.run.in_progress",
            "thread.run.requires_action",
            "thread.run.completed",
            "thread.run.incomplete",
            "thread.run.failed",
            "thread.run.cancelling",
            "thread.run.cancelled",
            "thread.run.expired",
        ],
        json: include_str!("../fixtures/assistants/run.json"),
    },
    Payloads {
        events: &[
            "thread.run.step.created",
            "thread.run.step.in_progress",
            "thread.run.step.completed",
            "thread.run.step.failed",
            "thread.run.step.cancelled",
            "thread.run.step.expired",
        ],
        json: include_str!("../fixtures/assistants/step.json"),
    },
    Payloads {
        events: &["thread.run.step.delta"],
        json: include_str!("../fixtures/assistants/step_delta.json"),
    },
    Payloads {
        events: &[
            "thread.message.created",
            "thread.message.in_progress",
            "thread.message.completed",
            "thread.message.incomplete",
        ],
        json: include_str!("../fixtures/assistants/message.json"),
    },
    Payloads {
        events: &["thread.message.delta"],
        json: include_str!("../fixtures/assistants/message_delta.json"),
    },
    Payloads { events: &["error"], json: include_str!("../fixtures/assistants/error.json") },
];
