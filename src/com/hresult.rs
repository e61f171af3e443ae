//! Result codes by name and in words, from the table that `codegen` makes of `idl/errors.rs`.

use core::ffi::CStr;

use super::abi::HRESULT;

include!(concat!(env!("OUT_DIR"), "/result_codes.rs"));

/// A result code of the description. The texts end with a null, so that C can have them as they are.
pub struct ResultCode {
    /// The code.
    pub value: HRESULT,
    /// Its name, such as `TAPI_E_TIMEOUT`.
    pub name: &'static CStr,
    /// What it means, in a sentence.
    pub sentence: &'static CStr,
}

/// The entry for a code, if it has one.
#[must_use]
pub fn find(code: HRESULT) -> Option<&'static ResultCode> {
    let index = RESULT_CODES
        .binary_search_by_key(&code, |entry| entry.value)
        .ok()?;
    RESULT_CODES.get(index)
}

/// The name of a code.
#[must_use]
pub fn name(code: HRESULT) -> Option<&'static str> {
    find(code)?.name.to_str().ok()
}

/// What a code means, in a sentence.
#[must_use]
pub fn message(code: HRESULT) -> Option<&'static str> {
    find(code)?.sentence.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::super::abi::{E_POINTER, TAPI_E_TIMEOUT};
    use super::*;

    #[test]
    fn codes_are_sorted_and_have_names() {
        assert!(RESULT_CODES.is_sorted_by_key(|entry| entry.value));
        assert_eq!(name(E_POINTER), Some("E_POINTER"));
        assert_eq!(name(TAPI_E_TIMEOUT), Some("TAPI_E_TIMEOUT"));
        assert_eq!(name(0x8999_9999), None);
        assert!(RESULT_CODES.iter().all(|entry| !entry.sentence.is_empty()));
    }
}
