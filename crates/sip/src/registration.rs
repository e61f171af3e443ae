//! Registering (RFC 3261 §10).
