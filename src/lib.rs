//! A portable TAPI 3: Microsoft's telephony COM interfaces as a C ABI library.

pub mod com;
