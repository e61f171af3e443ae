//! Every kind of answer that the server can write is valid against the schema that it hands out,
//! and zeep gets along with the WSDL without a network. The judging is done by `soap_schema.py`
//! with lxml and zeep; where they are not installed the test says so and ends, unless
//! `TAPI3_REQUIRE_TOOLS` is set, as it is in CI. `PYTHON` names the interpreter.

#[path = "support/child.rs"]
mod child;
#[path = "support/malformed/mod.rs"]
mod malformed;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tapi3::soap::*;

const ADDRESS: &str = "http://pbx.example:8080/EWS/Exchange.asmx";
/// The exit status of the script when something that it needs is missing.
const MISSING: i32 = 77;

fn responses() -> Vec<(String, Response)> {
    let mut all = Vec::new();
    let mut add = |name: String, response: Response| all.push((name, response));
    add(
        "PlayOnPhone success".into(),
        Response::PlayOnPhone(Ok(PhoneCallId("call 1".into()))),
    );
    add(
        "DisconnectPhoneCall success".into(),
        Response::DisconnectPhoneCall(Ok(())),
    );
    for &state in PhoneCallState::ALL {
        for &cause in ConnectionFailureCause::ALL {
            let information = PhoneCallInformation {
                state,
                cause,
                sip_text: Some("Busy Here".into()),
                sip_code: Some(486),
            };
            add(
                format!("GetPhoneCallInformation {state} {cause}"),
                Response::GetPhoneCallInformation(Ok(information)),
            );
        }
    }
    for (name, sip_text, sip_code) in [
        ("no sip", None, None),
        ("only sip text", Some("a\0<&>\u{1b}\u{FFFF}\r\n]]>"), None),
        ("only sip code", None, Some(i32::MIN)),
    ] {
        let information = PhoneCallInformation {
            state: PhoneCallState::Idle,
            cause: ConnectionFailureCause::Other,
            sip_text: sip_text.map(str::to_owned),
            sip_code,
        };
        add(
            format!("GetPhoneCallInformation {name}"),
            Response::GetPhoneCallInformation(Ok(information)),
        );
    }
    let id = PhoneCallId("c".into());
    for operation in [
        Operation::PlayOnPhone {
            item: ItemId {
                id: "i".into(),
                change_key: None,
            },
            dial_string: "1".into(),
        },
        Operation::GetPhoneCallInformation(id.clone()),
        Operation::DisconnectPhoneCall(id),
    ] {
        for &code in ErrorCode::ALL {
            let name = format!("{} {code}", operation.kind());
            add(name, operation.refuse(code.into()));
        }
        let busy = OperationError {
            code: ErrorCode::ServerBusy,
            message: "\u{b}<busy>".into(),
            back_off: Some(Duration::from_millis(1_500)),
        };
        add(format!("{} busy", operation.kind()), operation.refuse(busy));
    }
    all
}

fn faults() -> Vec<(String, Fault)> {
    let mut all: Vec<_> = ErrorCode::ALL
        .iter()
        .map(|&code| (format!("fault {code}"), Fault::from(code)))
        .collect();
    all.push(("fault busy".into(), Fault::busy(Duration::MAX)));
    for (at, case) in malformed::corpus().into_iter().enumerate() {
        let fault = parse_request(&case.body).expect_err(&case.name);
        all.push((format!("fault of the corpus {at}"), fault));
    }
    all
}

fn write_all(directory: &Path) {
    let messages = directory.join("messages");
    fs::create_dir_all(&messages).unwrap();
    let write = |name: &str, text: &str| fs::write(directory.join(name), text).unwrap();
    write("messages.xsd", schema::MESSAGES_XSD);
    write("types.xsd", schema::TYPES_XSD);
    write("errors.xsd", schema::ERRORS_XSD);
    write("Services.wsdl", &schema::services_wsdl(ADDRESS));
    let server = ServerVersionInfo::default();
    for (spelling, scheme) in [("", Scheme::Http), (" https", Scheme::Https)] {
        let namespaces = Namespaces {
            envelope: scheme,
            messages: scheme,
            types: scheme,
        };
        for (name, response) in responses() {
            let answer = write_response(&response, namespaces, &server);
            write(&format!("messages/{name}{spelling}.xml"), &answer.body);
        }
        for (name, fault) in faults() {
            let answer = write_fault(&fault.in_namespaces(namespaces));
            write(&format!("messages/{name}{spelling}.xml"), &answer.body);
        }
        for name in ["ResolveNames", "ConvertId"] {
            let uri = "http://schemas.microsoft.com/exchange/services/2006/messages";
            let fault = parse_request(
                format!(
                    "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>\
                     <{name} xmlns=\"{uri}\"/></Body></Envelope>"
                )
                .as_bytes(),
            );
            let fault = fault.unwrap_err().in_namespaces(namespaces);
            let answer = write_versioned_fault(&fault, &server);
            write(&format!("messages/{name}{spelling}.xml"), &answer.body);
        }
        let fault = Fault::busy(Duration::from_secs(1)).in_namespaces(namespaces);
        let answer = write_versioned_fault(&fault, &server);
        write(
            &format!("messages/versioned fault{spelling}.xml"),
            &answer.body,
        );
    }
}

fn fresh_directory() -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("soap-schema");
    if directory.exists() {
        fs::remove_dir_all(&directory).unwrap();
    }
    directory
}

#[test]
fn every_answer_is_valid_and_zeep_gets_along_without_a_network() {
    let directory = fresh_directory();
    write_all(&directory);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/soap_schema.py");
    let output = child::python().arg(script).arg(&directory).output();
    let output = output.unwrap_or_else(|e| panic!("Python cannot be started ({e}); set PYTHON"));
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(MISSING) && env::var_os("TAPI3_REQUIRE_TOOLS").is_none() {
        eprintln!("skipped: {said}(pip install lxml zeep)");
        return;
    }
    assert!(output.status.success(), "{said}");
    requests_of_zeep_are_read(&directory.join("zeep"));
}

fn requests_of_zeep_are_read(directory: &Path) {
    for &kind in OperationKind::ALL {
        for bare in [false, true] {
            let name = format!("{kind}{}.xml", if bare { " bare" } else { "" });
            let body = fs::read(directory.join(&name)).unwrap();
            let request = parse_request(&body).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let headers = if bare {
                RequestHeaders::default()
            } else {
                RequestHeaders {
                    version: Some(ExchangeVersion::Exchange2013),
                    impersonation: Some(Impersonation::SmtpAddress("a@example.com".into())),
                    culture: Some("de-DE".into()),
                }
            };
            assert_eq!(request.headers, headers, "{name}");
            assert_eq!(request.operation.kind(), kind, "{name}");
            if let Operation::PlayOnPhone { item, dial_string } = request.operation {
                assert_eq!(item.id, "AAMk<&>");
                assert_eq!(item.change_key.as_deref(), Some("k"));
                assert_eq!(dial_string, "tel:+49-30-123;ext=9");
            }
        }
    }
}
