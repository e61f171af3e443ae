//! The client's reader: no answer may panic it, and what it says about one stays short.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_soap::{OperationKind, parse_response};

fuzz_target!(|body: &[u8]| {
    for &asked in OperationKind::ALL {
        if let Err(error) = parse_response(body, asked) {
            assert!(error.to_string().chars().count() < 2_000);
        }
    }
});
