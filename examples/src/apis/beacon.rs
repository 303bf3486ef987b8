//! Ethereum beacon nodes: an enum that is generic over the chain's preset, and a companion enum of its topics, from
//! which the query is made.

use std::fmt::Debug;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use sse_event::SseEvent;

/// The differences between chains: mainnet, and the small chains of tests.
pub trait EthSpec: Debug + 'static {
    const SLOTS_PER_EPOCH: u64;
    const SYNC_SUBCOMMITTEE_SIZE: usize;
}

#[derive(Debug)]
pub enum Mainnet {}

impl EthSpec for Mainnet {
    const SLOTS_PER_EPOCH: u64 = 32;
    const SYNC_SUBCOMMITTEE_SIZE: usize = 128;
}

/// The events of `/eth/v1/events`. There is no `other`: a node sends only the requested topics, and these are all in
/// the enum.
#[derive(Debug, SseEvent)]
#[sse(rename_all = "snake_case", kind(name = EventTopic))]
pub enum EventKind<E: EthSpec> {
    Head(Head<E>),
    VoluntaryExit(Signed<VoluntaryExit>),
    FinalizedCheckpoint(FinalizedCheckpoint),
    ChainReorg(ChainReorg<E>),
    ContributionAndProof(Signed<ContributionAndProof<E>>),
    PayloadAttributes(Versioned<E>),
}

/// The path that subscribes to `topics`.
pub fn path(topics: &[EventTopic]) -> String {
    let topics: Vec<_> = topics.iter().map(|topic| topic.as_str()).collect();
    format!("/eth/v1/events?topics={}", topics.join(","))
}

#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct Head<E: EthSpec> {
    pub slot: Slot<E>,
    pub block: Root,
    pub state: Root,
    pub epoch_transition: bool,
    /// Older nodes omit it.
    #[serde(default)]
    pub execution_optimistic: bool,
}

#[derive(Debug, Deserialize)]
pub struct FinalizedCheckpoint {
    pub block: Root,
    #[serde(deserialize_with = "quoted")]
    pub epoch: u64,
}

#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct ChainReorg<E: EthSpec> {
    pub slot: Slot<E>,
    #[serde(deserialize_with = "quoted")]
    pub depth: u64,
    pub old_head_block: Root,
    pub new_head_block: Root,
}

#[derive(Debug, Deserialize)]
pub struct Signed<T> {
    pub message: T,
    pub signature: String,
}

#[derive(Debug, Deserialize)]
pub struct VoluntaryExit {
    #[serde(deserialize_with = "quoted")]
    pub epoch: u64,
    #[serde(deserialize_with = "quoted")]
    pub validator_index: u64,
}

#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct ContributionAndProof<E: EthSpec> {
    pub contribution: Contribution<E>,
}

#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct Contribution<E: EthSpec> {
    pub slot: Slot<E>,
    pub aggregation_bits: SyncBits<E>,
}

/// The fork determines the fields.
#[derive(Debug, Deserialize)]
#[serde(tag = "version", content = "data", rename_all = "lowercase", bound = "")]
pub enum Versioned<E: EthSpec> {
    Capella(Proposal<E, Withdrawals>),
    #[serde(alias = "electra", alias = "fulu")]
    Deneb(Proposal<E, WithdrawalsAndParent>),
}

#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "A: Deserialize<'de>"))]
pub struct Proposal<E: EthSpec, A> {
    pub proposal_slot: Slot<E>,
    pub payload_attributes: A,
}

#[derive(Debug, Deserialize)]
pub struct Withdrawals {
    pub withdrawals: Vec<Withdrawal>,
}

#[derive(Debug, Deserialize)]
pub struct WithdrawalsAndParent {
    pub withdrawals: Vec<Withdrawal>,
    pub parent_beacon_block_root: Root,
}

#[derive(Debug, Deserialize)]
pub struct Withdrawal {
    #[serde(deserialize_with = "quoted")]
    pub amount: u64,
}

pub type Root = String;

/// A number in quotes, as all numbers here: JavaScript's numbers would lose digits.
fn quoted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}

#[derive(Debug)]
pub struct Slot<E>(pub u64, PhantomData<E>);

impl<E: EthSpec> Slot<E> {
    pub fn epoch(&self) -> u64 {
        self.0 / E::SLOTS_PER_EPOCH
    }
}

impl<'de, E> Deserialize<'de> for Slot<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        quoted(deserializer).map(|slot| Self(slot, PhantomData))
    }
}

/// One bit for each member of a sync subcommittee, in hexadecimal. The chain determines the number of bits.
#[derive(Debug)]
pub struct SyncBits<E>(pub String, PhantomData<E>);

impl<'de, E: EthSpec> Deserialize<'de> for SyncBits<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bits = String::deserialize(deserializer)?;
        let count = bits.strip_prefix("0x").map(|digits| digits.len() * 4);
        if count != Some(E::SYNC_SUBCOMMITTEE_SIZE) {
            return Err(D::Error::custom(format_args!("expected {} bits", E::SYNC_SUBCOMMITTEE_SIZE)));
        }
        Ok(Self(bits, PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use sse_event::reader::EventReader;
    use sse_event::{DecodeEventOwned, StreamError};

    use super::*;

    #[derive(Debug)]
    enum Minimal {}

    impl EthSpec for Minimal {
        const SLOTS_PER_EPOCH: u64 = 8;
        const SYNC_SUBCOMMITTEE_SIZE: usize = 8;
    }

    const FIXTURE: &str = include_str!("beacon.sse");

    fn read<T: DecodeEventOwned>(stream: &str) -> Vec<Result<T, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn every_topic_has_its_event() {
        let events: Vec<EventKind<Mainnet>> =
            EventReader::new(FIXTURE.as_bytes()).collect::<Result<_, _>>().unwrap();
        let [
            EventKind::Head(head),
            EventKind::VoluntaryExit(exit),
            EventKind::FinalizedCheckpoint(checkpoint),
            EventKind::ChainReorg(reorg),
            EventKind::ContributionAndProof(contribution),
            EventKind::PayloadAttributes(Versioned::Capella(capella)),
            EventKind::PayloadAttributes(Versioned::Deneb(electra)),
        ] = &events[..]
        else {
            panic!("{events:#?}")
        };
        assert_eq!((head.slot.0, head.slot.epoch()), (9_000_001, 281_250));
        assert_eq!((&*head.block, &*head.state), ("0xb1", "0x51"));
        assert!(head.execution_optimistic && !head.epoch_transition);
        assert_eq!((exit.message.epoch, exit.message.validator_index), (281_250, u64::MAX));
        assert_eq!(exit.signature, "0x516e");
        assert_eq!((&*checkpoint.block, checkpoint.epoch), ("0xb0", 281_248));
        assert_eq!((reorg.slot.0, reorg.depth), (9_000_003, 2));
        assert_eq!((&*reorg.old_head_block, &*reorg.new_head_block), ("0xb1", "0xb3"));
        let contribution = &contribution.message.contribution;
        assert_eq!(
            (contribution.slot.0, &*contribution.aggregation_bits.0),
            (9_000_003, "0xffffffff00000000ffffffff0000000f")
        );
        assert_eq!(capella.proposal_slot.0, 7_000_000);
        assert_eq!(capella.payload_attributes.withdrawals[0].amount, 15_640);
        assert_eq!(electra.payload_attributes.withdrawals.len(), 0);
        assert_eq!(electra.payload_attributes.parent_beacon_block_root, "0xb5");
    }

    #[test]
    fn chain_determines_the_legal_values() {
        let mut events = read::<EventKind<Minimal>>(FIXTURE);
        let Err(StreamError::Decode(error)) = events.remove(4) else { panic!("128 bits are too many") };
        assert_eq!(error.event_type(), EventTopic::ContributionAndProof.as_str());
        assert_eq!(error.path(), Some("message.contribution.aggregation_bits"));
        assert!(matches!(&events[0], Ok(EventKind::Head(head)) if head.slot.epoch() == 1_125_000));
        assert!(events.iter().all(Result::is_ok));
    }

    #[test]
    fn query_is_made_from_topics() {
        assert_eq!(
            path(&[EventTopic::Head, EventTopic::FinalizedCheckpoint]),
            "/eth/v1/events?topics=head,finalized_checkpoint",
        );
        assert_eq!("chain_reorg".parse(), Ok(EventTopic::ChainReorg), "as from a command line");
        assert!("weather".parse::<EventTopic>().is_err());
        assert!(path(EventTopic::ALL).ends_with("contribution_and_proof,payload_attributes"));
    }
}
