//! Reads the interface descriptions in `idl/` and writes every face that is made from them.
//!
//! `parse` (with `resolve`) reads; `model` is what was read; each other module writes one face.

pub mod abi;
mod attributes;
#[cfg(feature = "faces")]
mod comment;
#[cfg(feature = "faces")]
pub mod cpp;
#[cfg(feature = "faces")]
pub mod faces;
#[cfg(feature = "faces")]
pub mod header;
pub mod model;
pub mod parse;
#[cfg(feature = "faces")]
pub mod python;
#[cfg(feature = "faces")]
pub mod python_names;
#[cfg(feature = "faces")]
pub mod python_stubs;
#[cfg(feature = "faces")]
pub mod recorded;
mod resolve;
pub mod rust;
pub mod rust_codes;
mod rust_members;
pub mod rust_out_cases;
mod rust_params;
mod rust_sinks;
#[cfg(feature = "faces")]
pub mod symbols;
#[cfg(feature = "faces")]
pub mod tapi2;
#[cfg(feature = "faces")]
mod template;
#[cfg(feature = "faces")]
pub mod works;
