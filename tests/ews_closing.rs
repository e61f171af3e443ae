//! Connections that the EWS endpoint closes before it has read all that its client sends: some
//! systems throw an answer away that their program has not read yet, if the connection is reset. And
//! ews-managed-api, whose every request comes without credentials first and waits to be told to
//! send its body.

#[path = "support/ews/mod.rs"]
mod ews;

use ews::{DEADLINE, Endpoint, password_hash};
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};

/// With times that no test waits for.
fn patient() -> Endpoint {
    let hash = password_hash("demo");
    Endpoint::configured(&format!(
        "[server]\n{{listen}}\nany_item = true\nshutdown_timeout = \"1h\"\n\
         [server.limits]\ntransfer_timeout = \"1h\"\nidle_timeout = \"1h\"\n\
         [[server.user]]\nname = \"demo\"\ndial = [\"*\"]\n{hash}"
    ))
}

/// Sends a request whose answer closes the connection, and reads all of it.
fn refused(endpoint: &Endpoint, request: &str, status: &str) -> TcpStream {
    let mut stream = TcpStream::connect(endpoint.address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with(status), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    stream
}

const WAITS: &str = "Content-Length: 100000\r\nExpect: 100-continue\r\n";

fn request(more: &str) -> String {
    format!(
        "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: pbx.example\r\n\
         Content-Type: text/xml; charset=utf-8\r\n{more}\r\n"
    )
}

#[test]
fn whoever_still_sends_what_was_refused_is_not_cut_off() {
    let endpoint = patient();
    for (refused_for, status) in [
        (WAITS, "HTTP/1.1 401 "),
        ("Transfer-Encoding: gzip, chunked\r\n", "HTTP/1.1 400 "),
    ] {
        let mut stream = refused(&endpoint, &request(refused_for), status);
        for _ in 0..10 {
            stream.write_all(&[b' '; 10_000]).unwrap();
            // The endpoint gets on meanwhile.
            assert_eq!(endpoint.page("/healthz").status, 200);
        }
        stream.shutdown(Shutdown::Write).unwrap();
        assert_eq!(stream.read(&mut [0; 1]).unwrap(), 0);
    }
}

#[test]
fn whoever_sends_without_end_is_cut_off() {
    let endpoint = patient();
    let mut stream = refused(&endpoint, &request(WAITS), "HTTP/1.1 401 ");
    stream.set_write_timeout(Some(DEADLINE)).unwrap();
    let error = loop {
        if let Err(error) = stream.write_all(&[b' '; 100_000]) {
            break error;
        }
    };
    let kind = error.kind();
    assert!(
        matches!(kind, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe),
        "{error}"
    );
}

#[test]
fn whoever_never_closes_holds_the_end_of_the_endpoint_up_for_nobody() {
    let endpoint = patient();
    let stream = refused(&endpoint, &request(WAITS), "HTTP/1.1 401 ");
    endpoint.signal("TERM");
    assert!(endpoint.end().0.success());
    drop(stream);
}

/// As ews-managed-api 2.2 writes it.
fn managed(operation: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <soap:Envelope xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" \
         xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\" \
         xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n  <soap:Header>\n    \
         <t:RequestServerVersion Version=\"V2015_10_05\" />\n    \
         <t:MailboxCulture>de-DE</t:MailboxCulture>\n    <t:ManagementRole>\n      \
         <t:UserRoles>\n        <t:Role>UserApplication</t:Role>\n      </t:UserRoles>\n    \
         </t:ManagementRole>\n  </soap:Header>\n  <soap:Body>\n    {operation}\n  </soap:Body>\n\
         </soap:Envelope>"
    )
}

#[test]
fn the_requests_of_ews_managed_api_are_understood() {
    let endpoint = Endpoint::demo();
    let ask = |operation: &str| {
        let body = managed(operation);
        let head = |who: &str, with: &str| {
            format!(
                "POST /EWS/Exchange.asmx HTTP/1.1\r\nContent-Type: text/xml; charset=utf-8\r\n\
                 Accept: text/xml\r\nUser-Agent: ExchangeServicesClient/2.2.1.0\r\n\
                 Accept-Encoding: gzip,deflate\r\n{with}Content-Length: {}\r\n\
                 Expect: 100-continue\r\nHost: {}\r\n{who}\r\n",
                body.len(),
                endpoint.address
            )
        };
        let statistics =
            "X-ClientStatistics: MessageId=,ResponseTime=176,SoapAction=PlayOnPhone;\r\n";
        let mut client = endpoint.client_of("");
        let answer = client.exchange(head("", statistics).as_bytes());
        assert_eq!(answer.status, 401);
        assert!(answer.header("www-authenticate")[0].starts_with("Basic "));
        let who = format!("Authorization: {}\r\n", ews::DEMO);
        let told = client.exchange(head(&who, statistics).as_bytes());
        assert_eq!(told.status, 100);
        client.exchange(body.as_bytes())
    };
    let answer = ask(
        "<m:PlayOnPhone>\n      <m:ItemId Id=\"greeting\" />\n      \
         <m:DialString>1003</m:DialString>\n    </m:PlayOnPhone>",
    );
    // What it reads before anything else, and only so.
    assert!(
        answer
            .body
            .starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    );
    let id = format!("<m:PhoneCallId Id=\"{}\" />", answer.call_id());
    let answer = ask(&format!(
        "<m:GetPhoneCallInformation>\n      {id}\n    </m:GetPhoneCallInformation>"
    ));
    assert_eq!(answer.element("PhoneCallState"), "Alerted");
    let answer = ask(&format!(
        "<m:DisconnectPhoneCall>\n      {id}\n    </m:DisconnectPhoneCall>"
    ));
    assert_eq!(answer.code(), "NoError");
    // It reads these three of an error, in this order.
    let answer = ask("<m:DisconnectPhoneCall><m:PhoneCallId Id=\"x\" /></m:DisconnectPhoneCall>");
    let places: Vec<_> = ["<MessageText>", "<ResponseCode>", "<DescriptiveLinkKey>"]
        .iter()
        .map(|name| answer.body.find(name).expect(name))
        .collect();
    assert!(places.is_sorted(), "{}", answer.body);
}
