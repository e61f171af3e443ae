//! Digest authentication (RFC 7616, with the algorithms of RFC 8760).
