//! Status codes and their phrases.

/// The reason phrase of a status code (RFC 3261 §21 and later RFCs).
pub fn reason_phrase(_code: u16) -> &'static str {
    todo!()
}
