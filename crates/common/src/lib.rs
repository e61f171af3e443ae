//! The ground floor: what every room needs and none owns.

pub mod media;
pub mod shared;
pub mod sync;
pub mod thread;
