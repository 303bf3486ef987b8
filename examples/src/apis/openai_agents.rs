//! OpenAI Agents, the events of a session: the payload determines whether an event ends the agent's turn, because the
//! turns of its subagents end in the same stream.
//!
//! A session has many turns, and a typed stream reads one of them.

use serde::Deserialize;
use serde_json::Value;
use sse_event::{RawEventBuf, SseEvent};

/// All 33 events of the API.
#[derive(Debug, SseEvent)]
#[sse(tag = "type")]
pub enum AgentSessionEvent {
    #[event("agent.session.created")]
    Created(SessionChange),
    #[event("agent.session.in_progress")]
    InProgress(SessionChange),
    #[event("agent.session.requires_action")]
    RequiresAction(SessionChange),
    /// No turn is in progress: before the first turn or between turns.
    #[event("agent.session.idle")]
    Idle(SessionChange),
    #[event("agent.session.failed", error)]
    Failed(SessionChange),

    #[event("agent.session.environment.pending")]
    EnvironmentPending(EnvironmentChange),
    #[event("agent.session.environment.ready")]
    EnvironmentReady(EnvironmentChange),
    #[event("agent.session.environment.connected")]
    EnvironmentConnected(EnvironmentChange),
    #[event("agent.session.environment.disconnected")]
    EnvironmentDisconnected(EnvironmentChange),
    #[event("agent.session.environment.suspended")]
    EnvironmentSuspended(EnvironmentChange),
    #[event("agent.session.environment.expired")]
    EnvironmentExpired(EnvironmentChange),
    #[event("agent.session.environment.failed", error)]
    EnvironmentFailed(EnvironmentChange),
    /// The files and processes of the previous environment are gone, but the conversation is not.
    #[event("agent.session.environment.reset")]
    EnvironmentReset { environment_id: String, reset_count: Option<u64> },

    #[event("agent.session.subagent.created")]
    SubagentCreated(SubagentChange),
    #[event("agent.session.subagent.active")]
    SubagentActive(SubagentChange),
    #[event("agent.session.subagent.closed")]
    SubagentClosed(SubagentChange),

    #[event("agent.session.turn.created")]
    TurnCreated(TurnChange),
    #[event("agent.session.turn.in_progress")]
    TurnInProgress(TurnChange),
    #[event("agent.session.turn.completed", terminal = TurnChange::is_of_agent)]
    TurnCompleted(TurnChange),
    /// It may be a subagent's turn, after which the agent continues, so it is not an `#[event(error)]`.
    #[event("agent.session.turn.failed", terminal = TurnChange::is_of_agent)]
    TurnFailed(TurnChange),
    #[event("agent.session.turn.cancelled", terminal = TurnChange::is_of_agent)]
    TurnCancelled(TurnChange),

    #[event("agent.session.turn.item.added")]
    ItemAdded(ItemChange),
    #[event("agent.session.turn.item.done")]
    ItemDone(ItemChange),
    #[event("agent.session.turn.content_part.added")]
    ContentPartAdded,
    #[event("agent.session.turn.content_part.done")]
    ContentPartDone,
    #[event("agent.session.turn.output_text.delta")]
    TextDelta(TextDelta),
    #[event("agent.session.turn.output_text.done")]
    TextDone(TextDone),
    #[event("agent.session.turn.reasoning_summary_part.added")]
    SummaryPartAdded,
    #[event("agent.session.turn.reasoning_summary_part.done")]
    SummaryPartDone,
    #[event("agent.session.turn.reasoning_summary_text.delta")]
    SummaryDelta(TextDelta),
    #[event("agent.session.turn.reasoning_summary_text.done")]
    SummaryDone(TextDone),
    /// Output of a command.
    #[event("agent.output.command_execution_output.delta")]
    CommandOutputDelta(TextDelta),

    #[event("error", error)]
    Error { error: ApiError },
    #[event(other)]
    Unknown(RawEventBuf),
}

#[derive(Debug, Deserialize)]
pub struct SessionChange {
    pub session: Session,
}

#[derive(Debug, Deserialize)]
pub struct Session {
    pub id: String,
    pub error: Option<String>,
    /// The actions that the session waits for.
    pub required_actions: Option<Vec<RequiredAction>>,
    pub usage: Option<Usage>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RequiredAction {
    FunctionCall {
        call_id: String,
        name: String,
        #[serde(default)]
        arguments: Value,
    },
    EnvironmentConnection {
        environment_id: String,
    },
    /// An approval, and actions of later versions.
    #[serde(other)]
    Other,
}

/// The API makes no guarantee about the counts; they may change.
#[derive(Debug, Deserialize)]
pub struct Usage {
    pub input_tokens: Option<u64>,
    pub output_tokens: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub struct EnvironmentChange {
    pub environment: Environment,
}

#[derive(Debug, Deserialize)]
pub struct Environment {
    pub id: String,
    pub error: Option<ApiError>,
}

#[derive(Debug, Deserialize)]
pub struct SubagentChange {
    pub subagent: Subagent,
}

#[derive(Debug, Deserialize)]
pub struct Subagent {
    pub id: String,
    pub name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct TurnChange {
    pub turn: Turn,
    /// The usage of the agent itself.
    pub usage: Option<Usage>,
}

impl TurnChange {
    /// Whether the turn is the agent's own, not a subagent's.
    pub fn is_of_agent(&self) -> bool {
        self.turn.subagent_id.is_none()
    }
}

#[derive(Debug, Deserialize)]
pub struct Turn {
    pub id: String,
    /// Only for a subagent's turn.
    pub subagent_id: Option<String>,
    pub error: Option<ApiError>,
}

#[derive(Debug, Deserialize)]
pub struct ApiError {
    pub code: Option<String>,
    pub message: String,
}

#[derive(Debug, Deserialize)]
pub struct ItemChange {
    pub item: Item,
}

/// A message, a reasoning or a call.
#[derive(Debug, Deserialize)]
pub struct Item {
    pub id: Option<String>,
    pub r#type: String,
    /// The name of the called function or tool.
    pub name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct TextDelta {
    pub item_id: String,
    pub delta: String,
}

#[derive(Debug, Deserialize)]
pub struct TextDone {
    pub item_id: String,
    pub text: String,
}

#[cfg(test)]
mod tests {
    use sse_event::SseEvent as _;
    use sse_event::reader::EventReader;

    use super::{AgentSessionEvent as Event, *};

    const FIXTURE: &str = include_str!("openai_agents.sse");

    fn names(is: fn(&Event) -> bool) -> Vec<String> {
        events().iter().filter(|event| is(event)).map(|event| event.event_type().to_owned()).collect()
    }

    fn events() -> Vec<Event> {
        turns().into_iter().flatten().collect()
    }

    /// The input after the end of a turn stays there for the next turn.
    fn turns() -> Vec<Vec<Event>> {
        let mut session = FIXTURE.as_bytes();
        let mut turns = Vec::new();
        while !session.is_empty() {
            turns.push(EventReader::new(&mut session).collect::<Result<_, _>>().expect("a session"));
        }
        turns
    }

    #[test]
    fn every_event_is_read() {
        let events = events();
        assert_eq!(Event::EVENT_TYPES.len(), 33);
        let missing: Vec<_> = Event::EVENT_TYPES
            .iter()
            .filter(|name| !events.iter().any(|event| event.static_event_type() == Some(**name)))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(!events.iter().any(|event| matches!(event, Event::Unknown(_))));
    }

    #[test]
    fn a_turn_ends_with_the_agent_and_not_with_a_subagent() {
        let ends = ["agent.session.turn.completed", "agent.session.turn.failed"];
        assert_eq!(names(Event::is_terminal), ends);
        let turns = turns();
        let last: Vec<&str> = turns.iter().filter_map(|turn| turn.last()).map(Event::event_type).collect();
        assert_eq!(last, [ends[0], ends[1], "agent.session.failed"]);
        assert!(
            turns[0].iter().any(|event| matches!(event, Event::TurnCancelled(turn) if !turn.is_of_agent()))
        );
    }

    #[test]
    fn text_output_and_calls_are_there() {
        let (mut text, mut summary, mut output) = (String::new(), String::new(), String::new());
        let mut calls = Vec::new();
        for event in events() {
            match event {
                Event::TextDelta(piece) => text += &piece.delta,
                Event::SummaryDelta(piece) => summary += &piece.delta,
                Event::CommandOutputDelta(piece) => output += &piece.delta,
                Event::RequiresAction(SessionChange { session }) => {
                    calls.extend(session.required_actions.into_iter().flatten());
                }
                _ => {}
            }
        }
        assert_eq!(text, "The ice on the Pfäffikersee is 14 cm thick.");
        assert_eq!((&*summary, &*output), ("Ask the station first.", "14\n"));
        let [
            RequiredAction::FunctionCall { name, arguments, .. },
            RequiredAction::EnvironmentConnection { .. },
            RequiredAction::Other,
        ] = &calls[..]
        else {
            panic!("{calls:?}")
        };
        assert_eq!((&**name, &arguments["lake"]), ("ice_thickness", &Value::from("Pfäffikersee")));
    }

    #[test]
    fn errors_end_the_session() {
        assert_eq!(
            names(Event::is_error),
            ["agent.session.environment.failed", "error", "agent.session.failed"]
        );
    }
}
