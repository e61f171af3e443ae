//! Small things that header values are made of: reading them, and writing them without formatting.

use std::net::SocketAddr;

/// The number at the start of a value, such as that of `1800;refresher=uac`.
pub(super) fn leading_number(value: &str) -> Option<u64> {
    let value = value.trim_ascii_start();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value.get(..digits)?.parse().ok()
}

/// Writes an address and its port. Every message with a Contact has one.
pub(super) fn push_address(text: &mut String, address: SocketAddr) {
    match address {
        SocketAddr::V4(address) => {
            for (index, byte) in address.ip().octets().into_iter().enumerate() {
                if index > 0 {
                    text.push('.');
                }
                push_number(text, byte.into());
            }
        }
        SocketAddr::V6(address) => {
            text.push('[');
            text.push_str(&address.ip().to_string());
            text.push(']');
        }
    }
    text.push(':');
    push_number(text, address.port().into());
}

/// Writes a number.
pub(super) fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.extend(char::from_digit(number % 10, 10));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_as_everybody_writes_them() {
        for text in [
            "10.0.0.1:5060",
            "255.254.100.9:65535",
            "[2001:db8::1]:1",
            "0.0.0.0:80",
        ] {
            let mut out = String::new();
            push_address(&mut out, text.parse().unwrap());
            assert_eq!(out, text);
        }
    }
}
