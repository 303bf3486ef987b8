//! What sse-event promises, proved from outside; see the folder `tests`. Here are the enums that several of them use.

pub mod assistants;
pub mod responses;
