//! Makes the Rust side of the interfaces from `idl/`.
fn main() {}
