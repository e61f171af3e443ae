//! An EWS server that does what a test says, down to the byte: the ones that the EWS lines must
//! survive do not exist, or only on bad days.

#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tapi3::soap::{
    ConnectionFailureCause, ErrorCode, Fault, HttpAnswer, Namespaces, OperationKind, PhoneCallId,
    PhoneCallInformation, PhoneCallState, Response, ServerVersionInfo, write_fault, write_response,
};

/// A request that came.
#[derive(Debug, Clone)]
pub struct Asked {
    pub operation: OperationKind,
    pub when: Instant,
    pub head: String,
    pub body: String,
}

/// What to do about it.
#[derive(Debug, Clone)]
pub enum Act {
    /// An HTTP answer; header lines end each with CR LF.
    Answer(u16, String, Vec<u8>),
    /// These bytes, and the end of the connection.
    Raw(Vec<u8>),
    /// An answer, and the end of the connection without a word about it.
    AnswerAndClose(u16, Vec<u8>),
    /// These bytes again and again until the client has had enough.
    Endless(Vec<u8>, Vec<u8>),
    /// The end of the connection.
    Close,
    /// Nothing, until the client has had enough.
    Silence,
}

type Behaviour = Box<dyn FnMut(&Asked) -> Act + Send>;

struct Shared {
    behaviour: Mutex<Behaviour>,
    asked: Mutex<Vec<Asked>>,
}

/// The server. Its threads end with the test's process.
pub struct Scripted {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

impl Scripted {
    pub fn new(behaviour: impl FnMut(&Asked) -> Act + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            behaviour: Mutex::new(Box::new(behaviour)),
            asked: Mutex::default(),
        });
        let served = shared.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let shared = served.clone();
                std::thread::spawn(move || serve(stream, &shared));
            }
        });
        Scripted { address, shared }
    }

    /// One that places calls, says that they are connected and ends them.
    pub fn good() -> Self {
        Self::new(good)
    }

    /// One that gives its answer to PlayOnPhone when it is told to.
    pub fn slow_to_place(answer: fn(&Asked) -> Act) -> (Self, Sender<()>) {
        let (go_on, may_go_on) = channel();
        let server = Self::new(move |asked| {
            if asked.operation == OperationKind::PlayOnPhone {
                may_go_on.recv().unwrap();
            }
            answer(asked)
        });
        (server, go_on)
    }

    /// Changes what it does.
    pub fn behave(&self, behaviour: impl FnMut(&Asked) -> Act + Send + 'static) {
        *self.shared.behaviour.lock().unwrap() = Box::new(behaviour);
    }

    /// The requests for this operation so far.
    pub fn asked(&self, operation: OperationKind) -> Vec<Asked> {
        let asked = self.shared.asked.lock().unwrap();
        let fitting = asked.iter().filter(|asked| asked.operation == operation);
        fitting.cloned().collect()
    }
}

fn serve(stream: TcpStream, shared: &Shared) {
    let mut stream = BufReader::new(stream);
    while let Some(asked) = read(&mut stream) {
        shared.asked.lock().unwrap().push(asked.clone());
        let act = (shared.behaviour.lock().unwrap())(&asked);
        let out = stream.get_mut();
        match act {
            Act::Answer(status, headers, body) => {
                if write(out, status, &headers, &body).is_err() {
                    return;
                }
            }
            Act::AnswerAndClose(status, body) => {
                let _ = write(out, status, "", &body);
                return;
            }
            Act::Raw(bytes) => {
                let _ = out.write_all(&bytes);
                return;
            }
            Act::Endless(first, again) => {
                let _ = out.write_all(&first);
                while out.write_all(&again).is_ok() {}
                return;
            }
            Act::Close => return,
            Act::Silence => {
                let _ = stream.read_to_end(&mut Vec::new());
                return;
            }
        }
    }
}

fn write(out: &mut TcpStream, status: u16, headers: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} Status\r\n{headers}Content-Length: {length}\r\n\r\n");
    out.write_all(head.as_bytes())?;
    out.write_all(body)
}

fn read(stream: &mut BufReader<TcpStream>) -> Option<Asked> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let fits = name.eq_ignore_ascii_case("content-length");
        fits.then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).ok()?;
    let body = String::from_utf8(body).unwrap();
    let operation = tapi3::soap::parse_request(body.as_bytes())
        .unwrap()
        .operation;
    Some(Asked {
        operation: operation.kind(),
        when: Instant::now(),
        head,
        body,
    })
}

fn act(answer: HttpAnswer) -> Act {
    Act::Answer(answer.status, String::new(), answer.body.into_bytes())
}

/// The response, in full.
pub fn response(response: &Response) -> Act {
    let version = ServerVersionInfo::default();
    act(write_response(response, Namespaces::default(), &version))
}

pub fn fault(fault: &Fault) -> Act {
    act(write_fault(fault))
}

/// The call `call 1` was placed.
pub fn placed() -> Act {
    response(&Response::PlayOnPhone(Ok(PhoneCallId("call 1".into()))))
}

pub fn ended() -> Act {
    response(&Response::DisconnectPhoneCall(Ok(())))
}

pub fn state(state: PhoneCallState, cause: ConnectionFailureCause, code: i32) -> Act {
    response(&Response::GetPhoneCallInformation(Ok(
        PhoneCallInformation {
            state,
            cause,
            sip_text: Some("Text".into()),
            sip_code: Some(code),
        },
    )))
}

pub fn connected() -> Act {
    state(PhoneCallState::Connected, ConnectionFailureCause::None, 200)
}

/// The operation's error.
pub fn error(operation: OperationKind, code: ErrorCode) -> Act {
    response(&match operation {
        OperationKind::PlayOnPhone => Response::PlayOnPhone(Err(code.into())),
        OperationKind::GetPhoneCallInformation => {
            Response::GetPhoneCallInformation(Err(code.into()))
        }
        OperationKind::DisconnectPhoneCall => Response::DisconnectPhoneCall(Err(code.into())),
    })
}

/// What a good server does.
pub fn good(asked: &Asked) -> Act {
    match asked.operation {
        OperationKind::PlayOnPhone => placed(),
        OperationKind::GetPhoneCallInformation => connected(),
        OperationKind::DisconnectPhoneCall => ended(),
    }
}
