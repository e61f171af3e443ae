//! URIs (RFC 3261 §19.1): borrowed from a message, or kept.
