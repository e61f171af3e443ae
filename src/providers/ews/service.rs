//! The three operations as this client sees them: each is asked for once, and its outcome is one
//! of a few that the calls can act upon.

use super::http::{Http, Reply as HttpReply, Trouble};
use super::settings::{Config, Server};
use crate::engine::{Error, ErrorKind};
use crate::providers::guard::Guard;
use crate::soap::{
    self, Code, ErrorCode, Namespaces, Operation, OperationKind, PhoneCallId, PhoneCallInformation,
    Refusal, Reply, Request, ResponseError,
};
use hyper::StatusCode;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// How long to wait when a busy server does not say, and at most even if it says more.
const USUAL_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// Why an operation was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// The server does not know the call.
    Gone,
    /// The server asks to be left alone for so long.
    Busy(Duration, String),
    /// It may be done when it is asked for again: the server could not be reached, or failed.
    Transient(String),
    /// The answer makes no sense.
    Nonsense(String),
    /// The server does not let us in.
    Denied(String),
    /// The server says no, and will again.
    Refused(ErrorKind, String),
}

impl Failure {
    /// What to tell the application.
    pub fn into_error(self) -> Error {
        match self {
            Failure::Gone => Error::new(
                ErrorKind::OperationFailed,
                "The server does not know the call.",
            ),
            Failure::Busy(_, words) => Error::with_text(ErrorKind::OperationFailed, words),
            Failure::Transient(words) | Failure::Nonsense(words) => {
                Error::with_text(ErrorKind::OperationFailed, words)
            }
            Failure::Denied(words) => Error::with_text(ErrorKind::AccessDenied, words),
            Failure::Refused(kind, words) => Error::with_text(kind, words),
        }
    }

    /// The same without what tells the failures apart.
    pub fn words(self) -> String {
        self.into_error().message().to_owned()
    }
}

/// The server, as one line uses it.
pub(super) struct Service {
    http: Http,
    pub config: Config,
    /// Until when the server wants to be left alone.
    rest: Mutex<Option<Instant>>,
    /// Until when anything may be begun, if there is an end to that.
    guard: Option<Guard>,
}

impl Service {
    /// Once `guard` is over nothing is begun; what was begun before can be ended.
    pub fn new(server: Server, config: Config, guard: Option<Guard>) -> Self {
        Service {
            http: Http::new(server),
            config,
            rest: Mutex::default(),
            guard,
        }
    }

    /// Fails while the server wants to be left alone, whichever call it said that to. A hang-up is
    /// tried all the same.
    fn may_ask(&self) -> Result<(), Failure> {
        let mut rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
        let left = rest.map(|until| until.saturating_duration_since(Instant::now()));
        match left.filter(|left| !left.is_zero()) {
            None => {
                *rest = None;
                Ok(())
            }
            Some(left) => {
                let words = format!("The EWS server {} is busy.", self.http.host());
                Err(Failure::Busy(left, words))
            }
        }
    }

    fn leave_alone(&self, wait: Duration) {
        let mut rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
        *rest = (*rest).max(Some(Instant::now() + wait));
    }

    /// PlayOnPhone. Never sent twice by itself: it dials.
    pub async fn play(&self, destination: &str) -> Result<PhoneCallId, Failure> {
        let operation = Operation::PlayOnPhone {
            item: self.config.item.clone(),
            dial_string: destination.to_owned(),
        };
        self.may_ask()?;
        if self.guard.as_ref().is_some_and(Guard::is_over) {
            let words = "Another machine may have the line by now.".to_owned();
            return Err(Failure::Refused(ErrorKind::OutOfService, words));
        }
        match self.ask(operation).await? {
            Reply::PlayOnPhone(id) => Ok(id),
            _ => Err(Failure::Nonsense(self.says("something else than asked"))),
        }
    }

    /// GetPhoneCallInformation.
    pub async fn information(&self, id: &PhoneCallId) -> Result<PhoneCallInformation, Failure> {
        let operation = Operation::GetPhoneCallInformation(id.clone());
        self.may_ask()?;
        match self.ask(operation).await? {
            Reply::GetPhoneCallInformation(information) => Ok(information),
            _ => Err(Failure::Nonsense(self.says("something else than asked"))),
        }
    }

    /// DisconnectPhoneCall.
    pub async fn disconnect(&self, id: &PhoneCallId) -> Result<(), Failure> {
        let operation = Operation::DisconnectPhoneCall(id.clone());
        match self.ask(operation).await? {
            Reply::DisconnectPhoneCall => Ok(()),
            _ => Err(Failure::Nonsense(self.says("something else than asked"))),
        }
    }

    async fn ask(&self, operation: Operation) -> Result<Reply, Failure> {
        let kind = operation.kind();
        let dials = kind == OperationKind::PlayOnPhone;
        let at_leisure = kind == OperationKind::GetPhoneCallInformation;
        let request = Request {
            namespaces: Namespaces::default(),
            headers: self.config.headers.clone(),
            operation,
        };
        let body = soap::write_request(&request).map_err(|error| {
            let kind = match dials {
                true => ErrorKind::InvalidAddress,
                false => ErrorKind::OperationFailed,
            };
            Failure::Refused(kind, format!("The request cannot be written: {error}."))
        })?;
        match self.http.post(body, &kind.soap_action(), at_leisure).await {
            Ok(reply) => {
                let understood = self.understand(&reply, kind);
                if let Err(Failure::Busy(wait, _)) = &understood {
                    self.leave_alone(*wait);
                }
                understood
            }
            Err(Trouble::TooLong) => {
                Err(Failure::Nonsense(self.says("an answer that is too long")))
            }
            Err(Trouble::NotSent(words)) => Err(Failure::Transient(self.failed(&words))),
            Err(Trouble::Lost(words)) => Err(Failure::Transient(self.failed(&words))),
        }
    }

    fn failed(&self, words: &str) -> String {
        format!("The EWS server {}: {words}.", self.http.host())
    }

    fn says(&self, what: &str) -> String {
        format!("The EWS server {} answers {what}.", self.http.host())
    }

    fn understand(&self, reply: &HttpReply, kind: OperationKind) -> Result<Reply, Failure> {
        let status = reply.status;
        // Before the body: a proxy may put anything into it.
        if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
            let words = format!("does not accept us, {status}{}", words_of(reply));
            return Err(Failure::Denied(format!(
                "The EWS server {} {words}.",
                self.http.host()
            )));
        }
        let error = match soap::parse_response(&reply.body, kind) {
            Ok(answer) => return Ok(answer.reply),
            Err(error) => error,
        };
        match error {
            ResponseError::Refused(refusal) => Err(self.refused(refusal, reply.retry_after)),
            _ if is_busy(reply, kind) => {
                let wait = reply.retry_after.unwrap_or(USUAL_WAIT).min(LONGEST_WAIT);
                let words = self.says(&format!("{status}{}", words_of(reply)));
                Err(Failure::Busy(wait, words))
            }
            _ if status.is_server_error() => {
                let words = self.says(&format!("{status}{}", words_of(reply)));
                Err(Failure::Transient(words))
            }
            _ if !status.is_success() => {
                let words = self.says(&format!("{status}{}", words_of(reply)));
                Err(Failure::Refused(ErrorKind::OperationFailed, words))
            }
            error => Err(Failure::Nonsense(self.failed(&error.to_string()))),
        }
    }

    fn refused(&self, refusal: Refusal, retry_after: Option<Duration>) -> Failure {
        let words = self.says(&match refusal.message.trim_end_matches('.') {
            "" => refusal.code.to_string(),
            message => format!("{}: {message}", refusal.code),
        });
        let Code::Known(code) = refusal.code else {
            return Failure::Refused(ErrorKind::OperationFailed, words);
        };
        let wait = refusal.back_off.or(retry_after);
        match code {
            ErrorCode::InvalidPhoneCallId => Failure::Gone,
            ErrorCode::ServerBusy => {
                Failure::Busy(wait.unwrap_or(USUAL_WAIT).min(LONGEST_WAIT), words)
            }
            ErrorCode::AccessDenied
            | ErrorCode::ImpersonationDenied
            | ErrorCode::ImpersonateUserDenied
            | ErrorCode::NonExistentMailbox => Failure::Denied(words),
            ErrorCode::TimeoutExpired
            | ErrorCode::InternalServerError
            | ErrorCode::InternalServerTransientError
            | ErrorCode::InsufficientResources => Failure::Transient(words),
            ErrorCode::InvalidPhoneNumber | ErrorCode::InvalidSipUri => {
                Failure::Refused(ErrorKind::InvalidAddress, words)
            }
            ErrorCode::PhoneNumberNotDialable => Failure::Refused(ErrorKind::AddressBlocked, words),
            ErrorCode::ExceededConnectionCount => {
                Failure::Refused(ErrorKind::CallUnavailable, words)
            }
            _ => Failure::Refused(ErrorKind::OperationFailed, words),
        }
    }
}

/// Whether an answer that is no SOAP message means that nothing was done and that it is worth coming
/// back. A 503 may come from a proxy whose server has seen the request and died, so none makes us
/// dial again; and one that does not say when to come back does not promise that the server will.
fn is_busy(reply: &HttpReply, asked: OperationKind) -> bool {
    match reply.status {
        StatusCode::TOO_MANY_REQUESTS => true,
        StatusCode::SERVICE_UNAVAILABLE => {
            reply.retry_after.is_some() && asked != OperationKind::PlayOnPhone
        }
        _ => false,
    }
}

/// The first line of a short text in words, for messages; nothing of a web page.
fn words_of(reply: &HttpReply) -> String {
    let text = std::str::from_utf8(&reply.body).unwrap_or_default();
    let line = soap::clip(text.trim().lines().next().unwrap_or_default());
    match line.trim_end_matches('.') {
        clean if clean.is_empty() || clean.starts_with('<') => String::new(),
        clean => format!(": {clean}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::ews::settings::Settings;
    use crate::soap::{Fault, OperationError, Response, ServerVersionInfo};

    fn service() -> Service {
        let settings: Settings = toml::from_str(
            "url = \"http://localhost/\"\nitem = \"i\"\nuser = \"u\"\npassword = \"hunter2\"",
        )
        .unwrap();
        let (server, config) = Config::read("Office", &settings).unwrap();
        Service::new(server, config, None)
    }

    fn hear(status: u16, retry_after: Option<u64>, body: &str) -> Result<Reply, Failure> {
        let reply = HttpReply {
            status: StatusCode::from_u16(status).unwrap(),
            retry_after: retry_after.map(Duration::from_secs),
            body: body.to_owned().into(),
        };
        service().understand(&reply, OperationKind::DisconnectPhoneCall)
    }

    fn error(code: ErrorCode) -> String {
        let response = Response::DisconnectPhoneCall(Err(OperationError::from(code)));
        let version = ServerVersionInfo::default();
        soap::write_response(&response, Namespaces::default(), &version).body
    }

    #[test]
    fn answers_are_understood_for_what_they_are() {
        let busy = soap::write_fault(&Fault::busy(Duration::from_millis(1500))).body;
        let page = "<!DOCTYPE html><html><body>Bad gateway</body></html>";
        type Check = fn(Result<Reply, Failure>) -> bool;
        let gone: Check = |r| r == Err(Failure::Gone);
        let denied: Check = |r| matches!(r, Err(Failure::Denied(_)));
        let transient: Check = |r| matches!(r, Err(Failure::Transient(_)));
        let nonsense: Check = |r| matches!(r, Err(Failure::Nonsense(_)));
        let refused: Check = |r| matches!(r, Err(Failure::Refused(ErrorKind::OperationFailed, _)));
        let wait = |seconds: f64| {
            move |r: Result<Reply, Failure>| match r {
                Err(Failure::Busy(wait, _)) => wait == Duration::from_secs_f64(seconds),
                _ => false,
            }
        };
        assert!(gone(hear(200, None, &error(ErrorCode::InvalidPhoneCallId))));
        assert!(denied(hear(401, None, "")));
        assert!(denied(hear(403, None, page)));
        assert!(denied(hear(200, None, &error(ErrorCode::AccessDenied))));
        assert!(wait(1.5)(hear(500, None, &busy)));
        assert!(wait(7.0)(hear(503, Some(7), page)));
        assert!(wait(2.0)(hear(429, None, "slow down")));
        assert!(wait(300.0)(hear(503, Some(1_000_000), "")));
        assert!(transient(hear(502, None, page)));
        assert!(transient(hear(503, None, page)));
        assert!(transient(hear(500, None, "")));
        assert!(transient(hear(
            200,
            None,
            &error(ErrorCode::InternalServerError)
        )));
        assert!(nonsense(hear(200, None, page)));
        assert!(nonsense(hear(200, None, "")));
        assert!(refused(hear(404, None, page)));
        assert!(refused(hear(302, None, "")));
        assert!(refused(hear(
            200,
            None,
            &error(ErrorCode::IpGatewayNotFound)
        )));
    }

    #[test]
    fn the_servers_words_are_passed_on_and_the_password_is_not() {
        let Err(failure) = hear(401, None, "Your account is locked.\nmore") else {
            panic!("let in");
        };
        let words = failure.words();
        assert!(
            words.contains("401 Unauthorized: Your account is locked"),
            "{words}"
        );
        assert!(
            !words.contains("hunter2") && !words.contains("more"),
            "{words}"
        );
    }
}
