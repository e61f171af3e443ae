//! A portable TAPI 3: Microsoft's telephony COM interfaces as a C ABI library.

#[cfg(feature = "cluster")]
pub mod cluster;
pub mod com;
pub mod config;
#[allow(
    non_camel_case_types,
    non_snake_case,
    clippy::missing_safety_doc,
    reason = "the names and the demands on pointers are those of C"
)]
pub mod exports;
pub mod leaving;
pub mod log;
pub mod objects;
#[cfg(feature = "cluster")]
pub mod pool;
pub mod providers;
pub mod server;
pub mod settings;
pub mod system;
#[allow(
    non_camel_case_types,
    non_snake_case,
    reason = "the names are those of C"
)]
pub mod tapi2;
pub mod terminals;

pub use tapi3_common::shared;
pub use tapi3_engine as engine;
pub use tapi3_soap as soap;
pub use tapi3_translation as translation;
