//! What the fuzz targets share: enums of every make, and the frame that a target's input stands for.

mod events;
mod frame;

pub use events::{Borrowed, Delta, Strict, Tagged, Tree};
pub use frame::frame;
