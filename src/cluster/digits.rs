//! Digits that clients send on their calls, and those that they are told of.

use super::acts::{Later, TOO_LATE, unbroken};
use super::node::Hub;
use crate::engine::{DTMF, DTMF_END, Error, ErrorKind, GenerateEnd, MediaEvent, MediaNews, Result};
use crate::pool::meaning::{self, OVER};
use std::time::Duration;
use tapi3_bus::Tell;

/// The longest that a digit, or the silence after one, lasts.
const LONGEST: Duration = Duration::from_secs(10);

const NO_DIGITS: Error = Error::new(
    ErrorKind::InvalidDigits,
    "Digits are 0 to 9, A to D, * and #, with , for a pause and ! for a flash of the hook.",
);

const GIVEN_UP: Error = Error::new(
    ErrorKind::OperationFailed,
    "The digits were given up before all of them were sent.",
);

impl Hub {
    /// Begins to send digits; the answer is given when they are sent, or given up.
    pub(super) fn send_digits(
        &mut self,
        client: &str,
        op: u64,
        number: u64,
        digits: &str,
        times_ms: [u32; 2],
    ) -> Result<Later> {
        self.take_turn(client, op, number)?;
        let handle = self.handle(client, number)?;
        let keys = meaning::keys(digits).ok_or(NO_DIGITS)?;
        let [each, gap] = times_ms.map(|time| Duration::from_millis(time.into()).min(LONGEST));
        unbroken(|| handle.send_digits(keys, each, gap))?;
        let held = self.held.get_mut(&handle.call.id()).ok_or(OVER)?;
        // Each that has begun ends once, in this order.
        held.sending.push_back((client.to_owned(), op));
        Ok(Later::Yes)
    }

    pub(super) fn stop_digits(&mut self, client: &str, op: u64, number: u64) -> Result<Later> {
        self.take_turn(client, op, number)?;
        let handle = self.handle(client, number)?;
        unbroken(|| handle.stop_generation())?;
        Ok(Later::No)
    }

    /// Fails if a later word on digits was heard before this one, which was lost at first.
    fn take_turn(&mut self, client: &str, op: u64, number: u64) -> Result<()> {
        self.has_part(client, number)?;
        let session = self.sessions.get_mut(client).ok_or(OVER)?;
        let live = session.live_mut(number).ok_or(OVER)?;
        if op < live.digits {
            return Err(TOO_LATE);
        }
        live.digits = op;
        Ok(())
    }

    /// The session is told of digits from now on, until the call is over.
    pub(super) fn hear_digits(&mut self, client: &str, number: u64) -> Result<Later> {
        self.has_part(client, number)?;
        let session = self.sessions.get_mut(client).ok_or(OVER)?;
        let live = session.live_mut(number).ok_or(OVER)?;
        unbroken(|| live.handle.detect_digits(DTMF | DTMF_END))?;
        live.hears_digits = true;
        Ok(Later::No)
    }

    /// A digit was heard, or digits were sent.
    pub(super) async fn media_happened(&mut self, event: &MediaEvent) {
        let Some(held) = self.held.get_mut(&event.call.id()) else {
            return;
        };
        match &event.news {
            MediaNews::Digit { key, mode, .. } => {
                let (key, mode) = (char::from(*key), *mode);
                for (client, call) in held.parts.clone() {
                    let session = self.sessions.get(&client);
                    let live = session.and_then(|session| session.live(call));
                    if live.is_some_and(|live| live.hears_digits) {
                        self.tell(&client, Tell::Digit { call, key, mode }).await;
                    }
                }
            }
            MediaNews::Generated(ending) => {
                let result = match ending.how() == GenerateEnd::Done as u32 {
                    true => Ok(()),
                    false => Err(GIVEN_UP),
                };
                if let Some((client, op)) = held.sending.pop_front() {
                    self.answer(&client, op, result.map(|()| String::new()))
                        .await;
                }
            }
            _ => {}
        }
    }
}
