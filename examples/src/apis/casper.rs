//! Casper's node events: unnamed objects whose only key is the event's name. serde's externally tagged enums have
//! this shape.

use serde::Deserialize;
use sse_event::SseEvent;

/// The events of `/events` of a node. The last event of a node announces its shutdown: other ends are lost
/// connections.
#[derive(Debug, Deserialize, SseEvent)]
#[event("message")]
#[sse(end = "\"Shutdown\"")]
pub struct CasperEvent(pub Payload);

#[derive(Debug, Deserialize)]
pub enum Payload {
    /// The first event of each connection, and the only one without an ID.
    ApiVersion(String),
    BlockAdded {
        block_hash: String,
        block: Block,
    },
    DeployAccepted {
        hash: String,
        header: DeployHeader,
    },
    DeployProcessed {
        deploy_hash: String,
        block_hash: String,
        execution_result: ExecutionResult,
    },
    DeployExpired {
        deploy_hash: String,
    },
    FinalitySignature {
        block_hash: String,
        era_id: u64,
        public_key: String,
    },
    Fault {
        era_id: u64,
        public_key: String,
        timestamp: String,
    },
    Step {
        era_id: u64,
    },
}

#[derive(Debug, Deserialize)]
pub struct Block {
    pub header: BlockHeader,
    pub body: BlockBody,
}

#[derive(Debug, Deserialize)]
pub struct BlockHeader {
    pub era_id: u64,
    pub height: u64,
    pub timestamp: String,
}

#[derive(Debug, Deserialize)]
pub struct BlockBody {
    pub deploy_hashes: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct DeployHeader {
    pub account: String,
}

/// The same shape again. The cost has more digits than a JSON number can represent.
#[derive(Debug, Deserialize)]
pub enum ExecutionResult {
    Success { cost: String },
    Failure { error_message: String, cost: String },
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{BufReadExt as _, ErrorKind, StreamError};

    use super::{CasperEvent as Event, *};

    const FIXTURE: &str = include_str!("casper.sse");

    fn read(stream: &str) -> Vec<Result<Event, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_event_has_its_shape() {
        let events: Vec<Event> = EventReader::new(FIXTURE.as_bytes()).collect::<Result<_, _>>().unwrap();
        let [
            Event(Payload::ApiVersion(version)),
            Event(Payload::Step { era_id: 0 }),
            Event(Payload::BlockAdded { block_hash, block }),
            Event(Payload::DeployAccepted { hash, header }),
            Event(Payload::DeployProcessed { execution_result: ExecutionResult::Success { cost }, .. }),
            Event(Payload::DeployProcessed {
                deploy_hash: failed,
                block_hash: failed_in,
                execution_result: ExecutionResult::Failure { error_message, cost: failed_cost },
            }),
            Event(Payload::DeployExpired { deploy_hash: expired }),
            Event(Payload::FinalitySignature { block_hash: final_block, era_id: 1, public_key: signer }),
            Event(Payload::Fault { era_id: 1, public_key: faulty, timestamp }),
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!(version, "1.5.6");
        assert_eq!((&**block_hash, block.header.era_id, block.header.height), ("b10c", 1, 12));
        assert_eq!(
            (&*block.header.timestamp, block.body.deploy_hashes.len()),
            ("2024-01-02T03:04:05.000Z", 2)
        );
        assert_eq!((&**hash, &*header.account), ("de01", "01aa"));
        assert_eq!((&**cost, &**failed_cost), ("100000000000000000001", "7"));
        assert_eq!((&**failed, &**failed_in, &**error_message), ("de02", "b10c", "out of gas"));
        assert_eq!((&**expired, &**final_block, &**signer), ("de03", "b10c", "01bb"));
        assert_eq!((&**faulty, &**timestamp), ("01cc", "2024-01-02T03:05:00.000Z"));
    }

    #[test]
    fn ids_count_sent_events() {
        let mut events = FIXTURE.as_bytes().sse_events::<Event>().with_meta();
        let ids: Vec<_> = events.by_ref().map(|event| event.unwrap().1.id).collect();
        assert_eq!(ids.iter().flatten().map(String::as_str).collect::<String>(), "01234567");
        assert_eq!((ids.len(), &ids[0]), (9, &None), "the version has none");
        assert_eq!(events.last_event_id(), Some("8"), "that of the shutdown");
    }

    #[test]
    fn node_without_shutdown_is_truncated() {
        let (lost, _) = FIXTURE.split_once("data:\"Shutdown\"").unwrap();
        assert!(matches!(read(lost).last(), Some(Err(StreamError::Truncated))));
    }

    /// The names are read by serde here, so an unknown name is an error in the payload.
    #[test]
    fn unknown_key_is_an_error() {
        let mut events = read("data:{\"TransactionExpired\":{}}\n\ndata:\"Shutdown\"\n\n").into_iter();
        let Some(Err(StreamError::Decode(error))) = events.next() else { panic!("it is unknown") };
        assert_eq!(error.kind(), ErrorKind::Payload);
        assert!(error.to_string().contains("unknown variant `TransactionExpired`"), "{error}");
        assert!(events.next().is_none());
    }
}
