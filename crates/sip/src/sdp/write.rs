//! The lines of a description that have numbers and addresses in them.

use std::net::IpAddr;

/// Writes an `a=rtpmap` line.
pub(super) fn push_map(out: &mut Vec<u8>, payload: u8, encoding: &str, clock: Option<u32>) {
    out.extend_from_slice(b"a=rtpmap:");
    push_number(out, payload.into());
    out.push(b' ');
    out.extend_from_slice(encoding.as_bytes());
    if let Some(clock) = clock {
        push_number(out, clock.into());
    }
    out.extend_from_slice(b"\r\n");
}

/// Writes an `a=fmtp` line.
pub(super) fn push_parameters(out: &mut Vec<u8>, payload: u8, parameters: &str) {
    out.extend_from_slice(b"a=fmtp:");
    push_number(out, payload.into());
    out.push(b' ');
    out.extend_from_slice(parameters.as_bytes());
    out.extend_from_slice(b"\r\n");
}

pub(super) fn push_number(out: &mut Vec<u8>, number: u64) {
    let mut digits = [0_u8; 20];
    let (mut rest, mut used) = (number, 0);
    for digit in digits.iter_mut().rev() {
        // Below ten, so it fits.
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        used += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(digits.len() - used..).unwrap_or_default());
}

/// Writes an address as the `o=` and `c=` lines have it.
pub(super) fn push_address(out: &mut Vec<u8>, address: IpAddr) {
    match address {
        IpAddr::V4(ip) => {
            out.extend_from_slice(b"IN IP4");
            for (index, byte) in ip.octets().into_iter().enumerate() {
                out.push(if index == 0 { b' ' } else { b'.' });
                push_number(out, byte.into());
            }
        }
        IpAddr::V6(ip) => {
            out.extend_from_slice(b"IN IP6 ");
            out.extend_from_slice(ip.to_string().as_bytes());
        }
    }
}
