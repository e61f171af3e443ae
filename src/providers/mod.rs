//! The telephony service providers: those who move real calls for the engine.

pub mod sim;
pub mod sip;
