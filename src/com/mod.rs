//! The COM runtime of the library. It knows nothing of telephony.

pub mod types;

/// The interfaces as C sees them: vtables, ids, enumerations and constants, made from `idl/`.
pub mod abi {
    #![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
    use super::types::*;
    include!(concat!(env!("OUT_DIR"), "/abi.rs"));
}
