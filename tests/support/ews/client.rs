//! An HTTP client that says exactly what a test wants said, and what came back.

use super::DEADLINE;
use super::judge::judge;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

pub const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
pub const MESSAGES: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";
pub const TYPES: &str = "http://schemas.microsoft.com/exchange/services/2006/types";

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// The values of a header, one for each line that has it.
    pub fn header(&self, name: &str) -> Vec<&str> {
        let lines = self.headers.iter();
        let lines = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        lines.map(|(_, value)| value.as_str()).collect()
    }

    /// The text of the first element with this local name.
    #[track_caller]
    pub fn element(&self, name: &str) -> String {
        self.find(name)
            .unwrap_or_else(|| panic!("no {name} in {}", self.body))
    }

    pub fn find(&self, name: &str) -> Option<String> {
        let document = roxmltree::Document::parse(&self.body).ok()?;
        let mut elements = document.descendants();
        let found = elements.find(|n| n.is_element() && n.tag_name().name() == name)?;
        Some(found.text().unwrap_or_default().to_owned())
    }

    /// The code of a response or a fault.
    #[track_caller]
    pub fn code(&self) -> String {
        self.element("ResponseCode")
    }

    /// The identifier of the call that was placed.
    #[track_caller]
    pub fn call_id(&self) -> String {
        assert_eq!(self.status, 200, "{}", self.body);
        assert_eq!(self.code(), "NoError", "{}", self.body);
        let document = roxmltree::Document::parse(&self.body).unwrap();
        let mut elements = document.descendants();
        let id = elements.find(|n| n.has_tag_name((MESSAGES, "PhoneCallId")));
        id.unwrap().attribute("Id").unwrap().to_owned()
    }

    /// State, cause, and SIP code and text, with blanks between.
    #[track_caller]
    pub fn information(&self) -> String {
        assert_eq!(self.code(), "NoError", "{}", self.body);
        let names = [
            "PhoneCallState",
            "ConnectionFailureCause",
            "SIPResponseCode",
            "SIPResponseText",
        ];
        names.map(|name| self.element(name)).join(" ")
    }
}

/// An HTTP client with one connection, kept open for as long as both sides like.
pub struct Client {
    address: SocketAddr,
    pub authorization: String,
    connection: Option<BufReader<TcpStream>>,
}

/// A whole envelope.
pub fn envelope(headers: &str, operation: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"{ENVELOPE}\" \
         xmlns:m=\"{MESSAGES}\" xmlns:t=\"{TYPES}\"><s:Header>{headers}</s:Header>\
         <s:Body>{operation}</s:Body></s:Envelope>"
    )
}

impl Client {
    pub fn new(address: SocketAddr, authorization: &str) -> Self {
        Client {
            address,
            authorization: authorization.to_owned(),
            connection: None,
        }
    }

    /// PlayOnPhone with the item `welcome`.
    pub fn play(&mut self, dial_string: &str) -> Answer {
        self.play_item("welcome", dial_string)
    }

    pub fn play_item(&mut self, item: &str, dial_string: &str) -> Answer {
        self.ask(&format!(
            "<m:PlayOnPhone><m:ItemId Id=\"{item}\"/>\
             <m:DialString>{dial_string}</m:DialString></m:PlayOnPhone>"
        ))
    }

    pub fn get(&mut self, path: &str) -> Answer {
        let head = format!(
            "GET {path} HTTP/1.1\r\nHost: pbx.example\r\n{}\r\n",
            self.who()
        );
        self.exchange(head.as_bytes())
    }

    /// A value of `/metrics`; 0 for one that is not there.
    pub fn metric(&mut self, name: &str) -> f64 {
        let page = self.get("/metrics");
        assert_eq!(page.status, 200, "{}", page.body);
        let line = page.body.lines().find(|line| {
            let rest = line.strip_prefix(name);
            rest.is_some_and(|rest| rest.starts_with(' '))
        });
        line.map_or(0.0, |line| {
            line.rsplit(' ').next().unwrap().parse().unwrap()
        })
    }

    /// GetPhoneCallInformation
    pub fn information(&mut self, id: &str) -> Answer {
        self.ask(&format!(
            "<m:GetPhoneCallInformation><m:PhoneCallId Id=\"{id}\"/></m:GetPhoneCallInformation>"
        ))
    }

    /// DisconnectPhoneCall
    pub fn disconnect(&mut self, id: &str) -> Answer {
        self.ask(&format!(
            "<m:DisconnectPhoneCall><m:PhoneCallId Id=\"{id}\"/></m:DisconnectPhoneCall>"
        ))
    }

    /// Sends an operation.
    pub fn ask(&mut self, operation: &str) -> Answer {
        self.post(envelope("", operation).as_bytes())
    }

    /// Sends a body.
    pub fn post(&mut self, body: &[u8]) -> Answer {
        let mut request = self.head("", body.len()).into_bytes();
        request.extend(body);
        self.exchange(&request)
    }

    /// The head of a POST with these header lines besides the usual ones, each with its end.
    pub fn head(&self, more: &str, length: usize) -> String {
        format!(
            "POST /EWS/Exchange.asmx HTTP/1.1\r\nHost: pbx.example\r\n{}\
             Content-Type: text/xml; charset=utf-8\r\n{more}Content-Length: {length}\r\n\r\n",
            self.who()
        )
    }

    /// The line that says who asks.
    pub fn who(&self) -> String {
        match self.authorization.as_str() {
            "" => String::new(),
            who => format!("Authorization: {who}\r\n"),
        }
    }

    /// Sends bytes and reads one answer.
    #[track_caller]
    pub fn exchange(&mut self, bytes: &[u8]) -> Answer {
        self.send(bytes);
        self.receive().expect("an answer")
    }

    /// Sends bytes, over a fresh connection if there is none.
    pub fn send(&mut self, bytes: &[u8]) {
        let connection = self.connection.get_or_insert_with(|| {
            let stream = TcpStream::connect(self.address).unwrap();
            stream.set_read_timeout(Some(DEADLINE)).unwrap();
            stream.set_nodelay(true).unwrap();
            BufReader::new(stream)
        });
        // An endpoint that has refused already may not want the rest.
        let _ = connection.get_mut().write_all(bytes);
    }

    /// Says that nothing more will be sent.
    pub fn end_of_request(&mut self) {
        if let Some(connection) = &self.connection {
            let _ = connection.get_ref().shutdown(std::net::Shutdown::Write);
        }
    }

    /// Reads one answer; `None` if the connection ends instead.
    pub fn receive(&mut self) -> Option<Answer> {
        let answer = self.connection.as_mut().and_then(read_answer);
        let closes = |answer: &Answer| answer.header("connection") == ["close"];
        if answer.as_ref().is_none_or(closes) {
            self.connection = None;
        }
        if let Some(answer) = &answer {
            if answer.header("content-type") == ["text/xml; charset=utf-8"]
                && answer.body.contains("Envelope")
                && !answer.body.contains("definitions")
            {
                judge(&answer.body);
            }
        }
        answer
    }

    /// Whether the endpoint closes the connection without another word.
    pub fn is_closed(&mut self) -> bool {
        let Some(connection) = &mut self.connection else {
            return true;
        };
        let mut rest = Vec::new();
        match connection.read_to_end(&mut rest) {
            Ok(_) => rest.is_empty(),
            Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
        }
    }

    /// Drops the connection without a word.
    pub fn hang(&mut self) {
        self.connection = None;
    }
}

fn read_answer(connection: &mut BufReader<TcpStream>) -> Option<Answer> {
    let mut line = String::new();
    if connection.read_line(&mut line).ok()? == 0 {
        return None;
    }
    let status = line.split(' ').nth(1)?.parse().ok()?;
    let mut headers = Vec::new();
    loop {
        line.clear();
        connection.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut answer = Answer {
        status,
        headers,
        body: String::new(),
    };
    if status == 100 {
        return Some(answer);
    }
    let length = answer.header("content-length").first()?.parse().ok()?;
    let mut body = vec![0; length];
    connection.read_exact(&mut body).ok()?;
    answer.body = String::from_utf8(body).ok()?;
    Some(answer)
}
