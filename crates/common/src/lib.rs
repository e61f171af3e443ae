//! The ground floor: what every room needs and none owns.

pub mod date;
pub mod descriptors;
pub mod folder;
pub mod media;
pub mod numbers;
pub mod process;
pub mod shared;
pub mod slip;
pub mod sync;
pub mod text;
pub mod thread;
pub mod waits;
pub mod words;
