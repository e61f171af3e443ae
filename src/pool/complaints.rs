//! What is said of a connection that does not do what it should.

use async_nats::{ClientError, Event, Server, ServerError};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tapi3_common::sync::unmodelled::lock;

/// How soon the same is said once more.
const PAUSE: Duration = Duration::from_secs(60);

/// How many things are said within that time.
const MOST: usize = 16;

/// Says what is wrong with a connection; the same once in a while.
pub(super) struct Complaints {
    /// What the connection is called.
    what: &'static str,
    said: Mutex<Vec<(String, Instant)>>,
}

impl Complaints {
    pub fn of(what: &'static str) -> Self {
        Complaints {
            what,
            said: Mutex::default(),
        }
    }

    /// Something has happened to the connection, beside that it came or went. Returns the subject that
    /// may not be heard, if it is that.
    pub fn heed(&self, event: &Event) -> Option<String> {
        match event {
            Event::SlowConsumer(_) => {
                self.say("messages are dropped: more come than are taken".to_owned());
            }
            // We have let go of it; one that is lost is made again and again.
            Event::Closed => {}
            // Why, is said by the list of servers when the next try begins.
            Event::ClientError(ClientError::Other(kind)) if stands_with_reason(kind) => {}
            Event::ServerError(ServerError::Other(text)) => {
                let subject = refused(text);
                self.say(match &subject {
                    Some(subject) => format!(
                        "the permissions of our login lack to subscribe to {subject}; it is tried again"
                    ),
                    None => text.clone(),
                });
                return subject;
            }
            other => self.say(other.to_string()),
        }
        None
    }

    /// Says why servers are not reached.
    pub fn explain(&self, servers: &[Server]) {
        for server in servers {
            if let Some(error) = &server.last_error {
                let (host, port) = (server.addr.host(), server.addr.port());
                self.say(format!("{host}:{port} is not reached: {}", reason(error)));
            }
        }
    }

    fn say(&self, text: String) {
        let mut said = lock(&self.said);
        said.retain(|(_, at)| at.elapsed() < PAUSE);
        if said.len() < MOST && said.iter().all(|(other, _)| *other != text) {
            tracing::warn!("{}: {text}", self.what);
            said.push((text, Instant::now()));
        }
    }
}

/// Whether this kind of failure to connect is kept with the server, in more words.
fn stands_with_reason(kind: &str) -> bool {
    let kinds = [
        "IO error",
        "TLS error",
        "timed out",
        "authorization violation",
        "failed signing nonce",
    ];
    kinds.contains(&kind)
}

/// The subject that a server does not let us hear, if it says so.
fn refused(text: &str) -> Option<String> {
    let rest = text.strip_prefix("Permissions Violation for Subscription to \"")?;
    rest.split('"').next().map(str::to_owned)
}

/// Why a connection does not come about.
pub(super) fn reason(error: &str) -> String {
    let error = error.strip_prefix("IO error: ").unwrap_or(error);
    let hint = [
        (
            "UnknownIssuer",
            "no authority that we trust has signed its certificate; ca_file names others",
        ),
        (
            "NotValidForName",
            "its certificate is for other names than that in url",
        ),
        ("Expired", "its certificate has expired"),
        ("authorization violation", "it does not know our login"),
    ];
    let hint = hint.iter().find(|(word, _)| error.contains(word));
    match hint {
        Some((_, hint)) => format!("{error} ({hint})"),
        None => error.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_that_may_not_be_heard_is_known_from_the_servers_words() {
        let text = "Permissions Violation for Subscription to \"tapi3.ask.n1.*\"";
        assert_eq!(refused(text).as_deref(), Some("tapi3.ask.n1.*"));
        let text = "Permissions Violation for Subscription to \"a.b\" using queue \"c\"";
        assert_eq!(refused(text).as_deref(), Some("a.b"));
        assert_eq!(refused("Permissions Violation for Publish to \"a\""), None);
    }

    #[test]
    fn a_connection_that_we_let_go_of_is_no_complaint() {
        let complaints = Complaints::of("the bus");
        assert_eq!(complaints.heed(&Event::Closed), None);
        assert!(lock(&complaints.said).is_empty());
    }

    #[test]
    fn the_same_is_said_once_in_a_while_and_not_too_much_of_anything() {
        let complaints = Complaints::of("the bus");
        for _ in 0..1_000 {
            let dropped = Event::SlowConsumer(1);
            assert_eq!(complaints.heed(&dropped), None);
        }
        assert_eq!(lock(&complaints.said).len(), 1);
        for number in 0..1_000 {
            let text = format!("Permissions Violation for Publish to \"{number}\"");
            complaints.heed(&Event::ServerError(ServerError::Other(text)));
        }
        assert_eq!(lock(&complaints.said).len(), MOST);
    }

    #[test]
    fn why_a_server_is_not_reached_is_said_in_words() {
        let said = reason("IO error: invalid peer certificate: UnknownIssuer");
        assert!(said.starts_with("invalid peer certificate: UnknownIssuer (no authority"));
        let said = reason("IO error: Connection refused (os error 111)");
        assert_eq!(said, "Connection refused (os error 111)");
    }
}
