//! The end of a station whose lines another machine may have. Nothing is done with the lines any more,
//! and no word goes to a registrar; but the far ends of the calls that are up here hear that those are
//! over, since nobody else can tell them: that goes to nobody but them, in dialogs of their own.

use super::station::{Station, take};
use super::transport::Input;
use crate::engine::DropReason;
use std::time::{Duration, Instant};
use tapi3_sip::agent::CallId;
use tokio_util::sync::CancellationToken;

/// How long the far ends are waited for; half of it before what must be said anyway.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Whether a message is a request that ends a call.
pub(super) fn is_end_of_call(message: &[u8]) -> bool {
    let ends: [&[u8]; 3] = [b"BYE ", b"CANCEL ", b"ACK "];
    ends.iter().any(|end| message.starts_with(end))
}

fn is_response(message: &[u8]) -> bool {
    message.starts_with(b"SIP/2.0 ")
}

/// Whether it may come to calls that end: nothing that begins something.
fn is_taken(message: &[u8]) -> bool {
    is_response(message) || message.starts_with(b"ACK ")
}

impl Station {
    /// Ends all calls, and returns when the far ends know it, or after a while.
    pub(super) async fn say_last_words(&mut self, end: &CancellationToken) {
        let calls: Vec<CallId> = self.legs.keys().copied().collect();
        let now = Instant::now();
        for &call in &calls {
            self.agent
                .hang_up(now, call, super::causes::hang_up(DropReason::Normal));
        }
        // For the engine they are over.
        self.legs.clear();
        let until = now + LAST_WORDS;
        let mut half = Some(now + LAST_WORDS / 2);
        loop {
            self.send_endings();
            let now = Instant::now();
            if self.agent.counts().calls == 0 || now >= until {
                return;
            }
            if half.take_if(|half| *half <= now).is_some() {
                calls.iter().for_each(|call| self.agent.hurry(now, *call));
                continue;
            }
            let due = [self.agent.next_timeout(), half, Some(until)];
            let due = due.into_iter().flatten().min().unwrap_or(until);
            tokio::select! {
                input = self.transports.next() => match input {
                    Input::Message { bytes, .. } if !is_taken(bytes) => {}
                    input => take(&mut self.agent, &self.lookups.resolver, None, input),
                },
                () = tokio::time::sleep_until(due.into()) => self.agent.timeout(Instant::now()),
                () = end.cancelled() => return,
            }
        }
    }

    fn send_endings(&mut self) {
        loop {
            while let Some(transmit) = self.agent.transmit() {
                // Requests are not heard, so what is answered is a call that rings here.
                if is_end_of_call(&transmit.bytes) || is_response(&transmit.bytes) {
                    self.transports.send(transmit);
                }
            }
            // Nobody is there any more whom it concerns.
            if self.agent.event().is_none() {
                return;
            }
        }
    }
}
