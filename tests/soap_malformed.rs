//! Every request of the malformed corpus gets the documented fault, quickly, and the fault is one
//! that our own client reads.

#[path = "support/malformed/mod.rs"]
mod malformed;

use std::collections::HashSet;
use std::time::Duration;

use tapi3::soap::{
    Code, FaultDetail, OperationKind, Origin, ResponseError, parse_request, parse_response,
    write_fault,
};

/// How much time this thread has used: what others do meanwhile does not count.
fn used() -> Duration {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    used.try_into().unwrap()
}

#[test]
fn every_malformed_request_gets_its_documented_fault() {
    let corpus = malformed::corpus();
    assert!(corpus.len() >= 200, "{}", corpus.len());
    let mut wrong = Vec::new();
    for case in &corpus {
        let begun = used();
        match parse_request(&case.body) {
            Ok(request) => wrong.push(format!("{}: accepted as {request:?}", case.name)),
            Err(fault) => {
                if fault.code.ews().as_str() != case.code {
                    wrong.push(format!("{}: {fault}, not {}", case.name, case.code));
                }
                let body = write_fault(&fault).body;
                if !body.contains(&format!(">{}</faultcode>", case.faultcode)) {
                    wrong.push(format!("{}: {body}, not {}", case.name, case.faultcode));
                }
            }
        }
        // A quadratic parser takes seconds for some of these, this one less than a millisecond.
        let took = used() - begun;
        assert!(took < Duration::from_secs(1), "{} is slow", case.name);
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_fault_of_the_corpus_reads_back_with_its_place() {
    for case in malformed::corpus() {
        let fault = parse_request(&case.body).expect_err(&case.name);
        let answer = write_fault(&fault);
        assert_eq!(answer.status, 500, "{}", case.name);
        let read = parse_response(answer.body.as_bytes(), OperationKind::PlayOnPhone);
        let Err(ResponseError::Refused(refusal)) = read else {
            panic!("{}: {read:?}", case.name);
        };
        assert_eq!(refusal.origin, Origin::Fault, "{}", case.name);
        assert_eq!(refusal.code, Code::Known(fault.code.ews()), "{}", case.name);
        match fault.detail {
            FaultDetail::Violation(sent) => {
                let read = refusal.violation.expect(&case.name);
                assert_eq!((read.line, read.position), (sent.line, sent.position));
                assert!(read.line >= 1 && read.position >= 1, "{}", case.name);
            }
            _ => assert_eq!(refusal.violation, None, "{}", case.name),
        }
    }
}

#[test]
fn case_names_are_unique() {
    let corpus = malformed::corpus();
    let names: HashSet<_> = corpus.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names.len(), corpus.len());
}

#[test]
fn what_the_corpus_spoils_is_accepted_unspoilt() {
    for operation in [malformed::PLAY, malformed::GET, malformed::DISCONNECT] {
        let whole = malformed::request(malformed::VERSION, operation);
        assert!(parse_request(whole.as_bytes()).is_ok(), "{operation}");
    }
}
