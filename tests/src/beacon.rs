//! The type parameter of the events of a beacon chain: a type that names other types and is not a payload itself.

use std::fmt::Debug;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The types of one chain.
pub trait Spec {
    /// A block.
    type Block: DeserializeOwned + Serialize + Debug + PartialEq;
}

/// The chain whose blocks are numbers.
#[derive(Debug, PartialEq)]
pub struct Mainnet;

impl Spec for Mainnet {
    type Block = u64;
}

/// A payload that is generic over the chain.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Signed<E: Spec> {
    /// The only field of its JSON object.
    pub block: E::Block,
    /// The chain.
    #[serde(skip)]
    pub spec: PhantomData<E>,
}
