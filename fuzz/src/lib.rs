//! Code that the fuzz targets share: enums of every kind, and the event in a target's input.

mod events;
mod frame;

pub use events::{Borrowed, Delta, Strict, Tagged, Tree};
pub use frame::frame;
