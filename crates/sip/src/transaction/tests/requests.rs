//! Requests as the far end sends them.

pub fn request(method: &str, branch: &str) -> String {
    format!(
        "{method} sip:bob@192.0.2.1 SIP/2.0\r\n\
         Via: SIP/2.0/UDP Host.example:5071{branch}\r\n\
         Record-Route: <sip:proxy.example;lr>\r\n\
         From: <sip:alice@example.org>;tag=a\r\n\
         To: <sip:bob@example.org>\r\n\
         Call-ID: c\r\n\
         CSeq: 5 {method}\r\n\
         Content-Length: 0\r\n\r\n"
    )
}

pub const BRANCH: &str = ";branch=z9hG4bKabc";

/// The same request with another method, as its ACK and CANCEL have it.
pub fn of_it(request: &str, method: &str, other: &str) -> String {
    let line = request.replacen(method, other, 1);
    line.replace(&format!("5 {method}"), &format!("5 {other}"))
}
