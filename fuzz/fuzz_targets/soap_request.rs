//! The server's reader: no body may panic it, every refusal must be writable and readable, and what
//! it accepts must mean the same when written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_soap::{
    FaultDetail, OperationKind, RequestHeaders, parse_request, parse_response, write_fault,
    write_request,
};

fuzz_target!(|body: &[u8]| match parse_request(body) {
    Ok(mut request) => {
        if request.headers == RequestHeaders::default() {
            // What was in the header is ours no longer; then the types follow the messages.
            request.namespaces.types = request.namespaces.messages;
        }
        let written = write_request(&request).expect("read from XML, so XML can carry it");
        if written.len() <= tapi3_soap::MAX_BODY {
            assert_eq!(parse_request(written.as_bytes()), Ok(request));
        }
    }
    // These are answered as operations, which are not ours to read.
    Err(fault) if matches!(fault.detail, FaultDetail::Probe(_)) => {
        assert_eq!(write_fault(&fault).status, 200);
    }
    Err(fault) => {
        let answer = write_fault(&fault);
        let read = parse_response(answer.body.as_bytes(), OperationKind::PlayOnPhone);
        let refusal = read.expect_err("a fault");
        let refusal = refusal.refusal().expect("a fault that can be read");
        assert_eq!(refusal.code.as_str(), fault.code.ews().as_str());
    }
});
