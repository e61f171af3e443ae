//! The server's reader: no body may panic it, every refusal must be writable and readable, what it
//! accepts must mean the same when written again, and what comes behind it is read as if it came first.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tapi3_soap::{
    FaultDetail, LastRequest, Operation, OperationKind, RequestHeaders, parse_request, parse_response,
    write_fault, write_request,
};

/// The same about other calls, and what only looks like that.
fn of_another_call(body: &[u8], operation: &Operation) -> Vec<Vec<u8>> {
    let (Operation::GetPhoneCallInformation(call) | Operation::DisconnectPhoneCall(call)) = operation
    else {
        return Vec::new();
    };
    let text = String::from_utf8_lossy(body);
    let others = ["", "A1", "&amp;", "\"", "'", "<", " ", "A1\" B2=\"", "A1' B2='"];
    let mut all: Vec<Vec<u8>> = Vec::new();
    for other in others.iter().filter(|_| !call.0.is_empty()) {
        all.push(text.replace(&call.0, other).into_bytes());
        all.push(text.replacen(&call.0, other, 1).into_bytes());
    }
    all.push(body.to_vec());
    all
}

fuzz_target!(|body: &[u8]| match parse_request(body) {
    Ok(mut request) => {
        let mut last = LastRequest::default();
        assert_eq!(last.parse(body).as_ref(), Ok(&request));
        for changed in of_another_call(body, &request.operation) {
            assert_eq!(last.parse(&changed), parse_request(&changed));
        }
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
