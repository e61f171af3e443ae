//! A portable TAPI 3: Microsoft's telephony COM interfaces as a C ABI library.

pub mod engine;
pub mod providers;
pub mod settings;
pub mod shared;
