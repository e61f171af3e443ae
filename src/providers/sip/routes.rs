//! Which call a message belongs to that no transaction claims: requests within a dialog, and the
//! 2xx that come again or from a second branch of a forked call (RFC 3261 §13.2.2.4).
//!
//! A call that is over leaves a trace for a while, so that a late 2xx is acknowledged and ended:
//! nobody must believe to be in a call with us that we do not know of.

use super::address::NameAddr;
use super::stack::Exchange;
use rsipstack::sip::{HasHeaders, Header, Headers, HeadersExt, Method, Response, SipMessage};
use rsipstack::transaction::Transaction;
use rsipstack::transaction::endpoint::TransportEventInspector;
use rsipstack::transport::TransportEvent;
use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What happens to a call from the network's side.
pub(super) enum Input {
    /// A response to one of our requests.
    Response(Exchange, Box<Response>),
    /// A transaction is over.
    Ended(Exchange),
    /// The caller gave up.
    Cancel,
    /// Our answer to an INVITE was acknowledged.
    Ack(Exchange),
    /// A request within the dialog.
    Request(Box<Transaction>),
    /// A 2xx after the first one.
    Late(Box<Late>),
}

/// A 2xx to an INVITE that no transaction claims.
pub(super) struct Late {
    pub response: Response,
    pub from: SocketAddr,
}

enum Target {
    Live {
        sink: UnboundedSender<Input>,
        /// Whether the first 2xx has come, so that further ones are the call's own.
        answered: bool,
    },
    Over,
}

#[derive(Default)]
struct Table {
    targets: HashMap<String, Target>,
    /// Traces of calls that are over, in the order of their vanishing.
    fading: VecDeque<(Instant, String)>,
}

/// The calls of a stack by Call-ID and our tag.
pub(super) struct Routes {
    table: Mutex<Table>,
    strays: UnboundedSender<Late>,
    trace: Duration,
}

fn key(call_id: &str, tag: &str) -> String {
    format!("{call_id}\n{tag}")
}

impl Routes {
    /// No calls. Late 2xx to calls that are over arrive at the receiver.
    pub fn new(trace: Duration) -> (Self, UnboundedReceiver<Late>) {
        let (strays, receiver) = unbounded_channel();
        let routes = Routes {
            table: Mutex::default(),
            strays,
            trace,
        };
        (routes, receiver)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Enters a call, until the guard is dropped.
    pub fn enter(
        self: &Arc<Self>,
        call_id: &str,
        tag: &str,
        sink: UnboundedSender<Input>,
    ) -> Entry {
        let key = key(call_id, tag);
        let target = Target::Live {
            sink,
            answered: false,
        };
        self.table().targets.insert(key.clone(), target);
        Entry {
            routes: self.clone(),
            key,
            leaves_trace: false,
        }
    }

    /// Whom to tell of a request to this dialog.
    pub fn find(&self, call_id: &str, tag: &str) -> Option<UnboundedSender<Input>> {
        match self.table().targets.get(&key(call_id, tag)) {
            Some(Target::Live { sink, .. }) => Some(sink.clone()),
            _ => None,
        }
    }

    /// Takes a 2xx that is not the first of its call; gives it back if it is.
    fn take_late(&self, late: Late) -> Option<Late> {
        let (Some(call_id), Some(tag)) = (
            call_id(&late.response.headers),
            tag_of(&late.response.headers, true),
        ) else {
            return Some(late);
        };
        match self.table().targets.get(&key(&call_id, &tag)) {
            Some(Target::Live {
                sink,
                answered: true,
            }) => {
                // A call that ends at this moment leaves what comes late to its trace.
                let _ = sink.send(Input::Late(Box::new(late)));
                None
            }
            Some(Target::Over) => {
                if self.strays.send(late).is_err() {
                    tracing::warn!("an answer came after its line was closed: {call_id}");
                }
                None
            }
            _ => Some(late),
        }
    }
}

/// A call's place in the routes.
pub(super) struct Entry {
    routes: Arc<Routes>,
    key: String,
    leaves_trace: bool,
}

impl Entry {
    /// An INVITE of ours is out: whatever the end of the call, a 2xx may still come.
    pub fn leave_trace(&mut self) {
        self.leaves_trace = true;
    }

    /// The first 2xx has come; further ones go to the call, not to its transaction.
    pub fn answered(&self) {
        if let Some(Target::Live { answered, .. }) = self.routes.table().targets.get_mut(&self.key)
        {
            *answered = true;
        }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let now = Instant::now();
        let mut table = self.routes.table();
        while table.fading.front().is_some_and(|(when, _)| *when <= now) {
            if let Some((_, key)) = table.fading.pop_front() {
                table.targets.remove(&key);
            }
        }
        let key = std::mem::take(&mut self.key);
        if self.leaves_trace {
            table.targets.insert(key.clone(), Target::Over);
            table.fading.push_back((now + self.routes.trace, key));
        } else {
            table.targets.remove(&key);
        }
    }
}

/// Looks at every message before the stack does.
pub(super) struct Strays(Arc<Routes>);

impl Strays {
    pub fn new(routes: Arc<Routes>) -> Self {
        Strays(routes)
    }
}

#[async_trait::async_trait]
impl TransportEventInspector for Strays {
    async fn handle(&self, event: TransportEvent) -> Option<TransportEvent> {
        let TransportEvent::Incoming(SipMessage::Response(response), connection, from) = event
        else {
            return Some(event);
        };
        let success = (200..300).contains(&response.status_code.code());
        let to_invite = |response: &Response| {
            let method = response.cseq_header().and_then(|cseq| cseq.method());
            matches!(method, Ok(Method::Invite))
        };
        let response = match from.get_socketaddr() {
            Ok(from) if success && to_invite(&response) => {
                self.0.take_late(Late { response, from })?.response
            }
            _ => response,
        };
        Some(TransportEvent::Incoming(response.into(), connection, from))
    }
}

/// The Call-ID of a message.
pub(super) fn call_id(headers: &Headers) -> Option<String> {
    headers.iter().find_map(|header| match header {
        Header::CallId(value) => Some(value.value().to_owned()),
        _ => None,
    })
}

/// The tag in the From (or else the To) of a message.
pub(super) fn tag_of(headers: &Headers, from: bool) -> Option<String> {
    let value = headers.iter().find_map(|header| match header {
        Header::From(value) if from => Some(value.value()),
        Header::To(value) if !from => Some(value.value()),
        _ => None,
    })?;
    NameAddr::parse(value)?.param("tag").map(str::to_owned)
}

/// The number in the CSeq of a message.
pub(super) fn cseq(message: &impl HasHeaders) -> Option<u32> {
    message.headers().iter().find_map(|header| match header {
        Header::CSeq(value) => value.value().split_ascii_whitespace().next()?.parse().ok(),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(call_id: &str, tag: &str) -> Late {
        let text = format!(
            "SIP/2.0 200 OK\r\nFrom: <sip:a@h>;tag={tag}\r\nTo: <sip:b@h>;tag=x\r\n\
             Call-ID: {call_id}\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n"
        );
        Late {
            response: Response::try_from(text.as_bytes()).unwrap(),
            from: SocketAddr::from(([127, 0, 0, 1], 5060)),
        }
    }

    #[test]
    fn the_first_answer_is_the_transactions_and_the_next_the_calls() {
        let (routes, mut strays) = Routes::new(Duration::from_secs(60));
        let routes = Arc::new(routes);
        let (sink, mut inputs) = unbounded_channel();
        let mut entry = routes.enter("c", "1", sink);
        entry.leave_trace();
        assert!(routes.take_late(answer("c", "1")).is_some());
        entry.answered();
        assert!(routes.take_late(answer("c", "1")).is_none());
        assert!(matches!(inputs.try_recv(), Ok(Input::Late(_))));
        assert!(routes.find("c", "1").is_some());
        drop(entry);
        assert!(routes.find("c", "1").is_none());
        assert!(routes.take_late(answer("c", "1")).is_none());
        assert!(strays.try_recv().is_ok());
        assert!(routes.take_late(answer("c", "2")).is_some());
    }

    #[test]
    fn traces_fade() {
        let (routes, _strays) = Routes::new(Duration::ZERO);
        let routes = Arc::new(routes);
        for call in ["a", "b", "c"] {
            let (sink, _inputs) = unbounded_channel();
            routes.enter(call, "1", sink).leave_trace();
        }
        // Each trace goes when the next call ends.
        assert_eq!(routes.table().targets.len(), 1);
    }
}
