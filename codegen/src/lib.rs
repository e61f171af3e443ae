//! Reads the interface descriptions in `idl/` and writes every face that is made from them.
