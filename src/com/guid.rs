//! GUIDs as text: `{B1EFC389-9355-11D0-835C-00AA003CCABD}`.

use super::abi::GUID;

/// All zeros: no interface in particular.
pub const NO_GUID: GUID = GUID {
    Data1: 0,
    Data2: 0,
    Data3: 0,
    Data4: [0; 8],
};

/// Units of the text form, braces included.
pub const GUID_TEXT_LEN: usize = 38;

/// Writes a GUID with braces and capital letters, as `StringFromGUID2` does.
#[must_use]
pub fn guid_to_text(guid: &GUID) -> [u16; GUID_TEXT_LEN] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let bits = u128::from(guid.Data1) << 96
        | u128::from(guid.Data2) << 80
        | u128::from(guid.Data3) << 64
        | u128::from(u64::from_be_bytes(guid.Data4));
    let mut text = [u16::from(b'-'); GUID_TEXT_LEN];
    let mut digit = 32;
    for (index, unit) in text.iter_mut().enumerate() {
        match index {
            0 => *unit = u16::from(b'{'),
            37 => *unit = u16::from(b'}'),
            9 | 14 | 19 | 24 => {}
            _ => {
                digit -= 1;
                let value = (bits >> (digit * 4)) & 0xF;
                *unit = u16::from(DIGITS.get(value as usize).copied().unwrap_or(b'0'));
            }
        }
    }
    text
}

/// Reads a GUID with braces, in either case.
#[must_use]
pub fn guid_from_text(text: impl IntoIterator<Item = u16>) -> Option<GUID> {
    let mut bits: u128 = 0;
    let mut length = 0;
    for (index, unit) in text.into_iter().enumerate() {
        let letter = char::from(u8::try_from(unit).ok()?);
        match (index, letter) {
            (0, '{') | (37, '}') | (9 | 14 | 19 | 24, '-') => {}
            (0 | 9 | 14 | 19 | 24 | 37.., _) => return None,
            _ => bits = bits << 4 | u128::from(letter.to_digit(16)?),
        }
        length = index + 1;
    }
    if length != GUID_TEXT_LEN {
        return None;
    }
    let [a, b, c, d, e, f, g, h, tail @ ..] = bits.to_be_bytes();
    Some(GUID {
        Data1: u32::from_be_bytes([a, b, c, d]),
        Data2: u16::from_be_bytes([e, f]),
        Data3: u16::from_be_bytes([g, h]),
        Data4: tail,
    })
}

#[cfg(test)]
mod tests {
    use super::super::abi::{CLSID_TAPI, GUID_NULL};
    use super::*;

    fn wide(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn a_guid_is_written_and_read_back() {
        let text = guid_to_text(&CLSID_TAPI);
        assert_eq!(
            String::from_utf16(&text).unwrap(),
            "{21D6D48E-A88B-11D0-83DD-00AA003CCABD}"
        );
        assert_eq!(guid_from_text(text), Some(CLSID_TAPI));
        assert_eq!(
            guid_from_text(wide("{21d6d48e-a88b-11d0-83dd-00aa003ccabd}")),
            Some(CLSID_TAPI)
        );
        assert_eq!(guid_from_text(guid_to_text(&GUID_NULL)), Some(GUID_NULL));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "{}",
            "21D6D48E-A88B-11D0-83DD-00AA003CCABD",
            "{21D6D48E-A88B-11D0-83DD-00AA003CCABD",
            "{21D6D48EA-88B-11D0-83DD-00AA003CCABD}",
            "{21D6D48G-A88B-11D0-83DD-00AA003CCABD}",
            "{21D6D48E-A88B-11D0-83DD-00AA003CCABD} ",
        ] {
            assert_eq!(guid_from_text(wide(text)), None, "{text}");
        }
    }
}
