//! Small things that header values are made of.

/// The number at the start of a value, such as that of `1800;refresher=uac`.
pub(super) fn leading_number(value: &str) -> Option<u64> {
    let value = value.trim_ascii_start();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value.get(..digits)?.parse().ok()
}
