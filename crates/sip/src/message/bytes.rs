//! Which bytes may stand where, as tables: every message is looked at byte by byte, several times.

/// A set of bytes.
pub(super) struct Bytes([bool; 256]);

impl Bytes {
    pub const NONE: Bytes = Bytes([false; 256]);
    /// ASCII letters and digits.
    pub const WORD: Bytes = Bytes::NONE
        .and(b"0123456789")
        .and(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        .and(b"abcdefghijklmnopqrstuvwxyz");
    /// Space and the control characters of ASCII.
    pub const BLANK: Bytes = {
        let mut set = Bytes::NONE.and(b"\x7F");
        let mut byte = 0;
        while byte <= b' ' as usize {
            set.0[byte] = true;
            byte += 1;
        }
        set
    };

    /// With these bytes.
    pub const fn and(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0[bytes[at] as usize] = true;
            at += 1;
        }
        self
    }

    pub fn has(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).is_some_and(|is| *is)
    }

    /// Whether a text has nothing but these in it.
    pub fn are_all_of(&self, text: &str) -> bool {
        text.bytes().all(|byte| self.has(byte))
    }

    /// Whether a text has any of these in it.
    pub fn are_in(&self, text: &str) -> bool {
        text.bytes().any(|byte| self.has(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_what_was_put_in_and_no_more() {
        for byte in 0..=u8::MAX {
            assert_eq!(Bytes::WORD.has(byte), byte.is_ascii_alphanumeric());
            let blank = byte == b' ' || byte.is_ascii_control();
            assert_eq!(Bytes::BLANK.has(byte), blank);
            let few = Bytes::NONE.and(b"<\xFF");
            assert_eq!(few.has(byte), byte == b'<' || byte == 0xFF);
        }
        assert!(Bytes::WORD.are_all_of("sip2") && !Bytes::WORD.are_all_of("sip/2"));
        assert!(Bytes::BLANK.are_in("a b") && !Bytes::BLANK.are_in("ab"));
    }
}
