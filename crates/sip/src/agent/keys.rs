//! Keys that are pressed in a call, told by INFO: `application/dtmf-relay` and `application/dtmf`, which
//! no RFC has, and which gateways and telephones understand all the same.

use super::call::{Call, Stage};
use super::{Agent, CallId, Core, Event, Refusal};
use crate::message::value::token_before;
use crate::message::{Draft, Message, Method, Name};
use crate::transaction::ClientId;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

const RELAY: &str = "application/dtmf-relay";
const PLAIN: &str = "application/dtmf";

/// How long a key is pressed if nobody says so, and how long at least and at most.
const USUAL: Duration = Duration::from_millis(250);
const SHORTEST: Duration = Duration::from_millis(100);
const LONGEST: Duration = Duration::from_secs(5);

/// As many keys wait for those before them to be answered.
const MOST: usize = 64;

/// A key, and how long it is pressed.
type Pressed = (u8, Duration);

/// Keys on their way to the far end, one at a time so that they come in their order.
#[derive(Default)]
pub(super) struct Keys {
    waiting: VecDeque<Pressed>,
    under_way: Option<(ClientId, Pressed)>,
    /// Whether the far end wants no more than the key.
    plain: bool,
}

impl Keys {
    pub fn is(&self, client: ClientId) -> bool {
        self.under_way.is_some_and(|(known, _)| known == client)
    }
}

impl Agent {
    /// Tells the far end of a connected call of a key, `0` to `9`, `A` to `D`, `*` or `#`, and for how
    /// long it is pressed. If it wants none of it, [`Event::KeysRefused`] follows.
    ///
    /// # Errors
    ///
    /// The call is not up, or too many keys wait.
    pub fn press(
        &mut self,
        now: Instant,
        id: CallId,
        key: u8,
        length: Duration,
    ) -> Result<(), Refusal> {
        self.core.now = now;
        let pressed = self.with(id, |call, core| call.press(core, key, length));
        self.settle();
        pressed.unwrap_or(Err(Refusal::Over))
    }

    /// Whether the far end of a call has said that it takes INFO.
    pub fn takes_info(&self, id: CallId) -> bool {
        let call = self.calls.get(id.0);
        call.is_some_and(|call| matches!(&call.stage, Stage::Up(up) if up.allows_info))
    }
}

impl Call {
    fn press(&mut self, core: &mut Core, key: u8, length: Duration) -> Result<(), Refusal> {
        let Stage::Up(up) = &mut self.stage else {
            return Err(Refusal::WrongState);
        };
        if self.over || up.is_ending() || up.keys.waiting.len() >= MOST {
            return Err(Refusal::WrongState);
        }
        up.keys.waiting.push_back((key, length));
        self.tell_of_key(core);
        Ok(())
    }

    /// Tells of the next key, if none is on its way.
    fn tell_of_key(&mut self, core: &mut Core) {
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if up.keys.under_way.is_some() || up.is_ending() {
            return;
        }
        if let Some(pressed) = up.keys.waiting.pop_front() {
            self.send_key(core, pressed);
        }
    }

    fn send_key(&mut self, core: &mut Core, pressed: Pressed) {
        let Stage::Up(up) = &self.stage else { return };
        let uri = self.uri_to_sign(&up.dialog);
        let credentials = self.credentials(core, Method::Info, &uri);
        let owner = self.owner();
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        let mut writer = up.dialog.next(Method::Info);
        core.sign(&mut writer);
        writer.lines(&credentials);
        let key = char::from(pressed.0);
        let (kind, body) = match up.keys.plain {
            true => (PLAIN, String::from(key)),
            false => {
                let length = pressed.1.as_millis();
                (RELAY, format!("Signal={key}\r\nDuration={length}\r\n"))
            }
        };
        let draft = Draft {
            method: Method::Info,
            bytes: writer.end_with(kind, body.as_bytes()),
        };
        up.keys.under_way = Some((core.send(draft, &up.dialog.flow, owner), pressed));
    }

    /// The far end has answered what it was told of a key.
    pub(super) fn key_answered(&mut self, core: &mut Core, message: &Message<'_>) {
        let code = message.code().unwrap_or_default();
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        if code < 200 {
            return;
        }
        let Some((_, pressed)) = up.keys.under_way.take() else {
            return;
        };
        if matches!(code, 401 | 407) && self.is_challenged(core, message) {
            return self.send_key(core, pressed);
        }
        let Stage::Up(up) = &mut self.stage else {
            return;
        };
        match code {
            // Some know only the simpler form.
            415 | 488 if !up.keys.plain => {
                up.keys.plain = true;
                return self.send_key(core, pressed);
            }
            405 | 415 | 469 | 488 | 501 => {
                up.allows_info = false;
                up.keys.waiting.clear();
                core.tell(Event::KeysRefused { call: self.id });
            }
            _ => {}
        }
        self.tell_of_key(core);
    }

    /// Nobody has answered it. The next one may come through.
    pub(super) fn key_unanswered(&mut self, core: &mut Core) {
        if let Stage::Up(up) = &mut self.stage {
            up.keys.under_way = None;
        }
        self.tell_of_key(core);
    }

    /// The far end may have told of a key.
    pub(super) fn hear_key(&self, core: &mut Core, message: &Message<'_>) {
        let pressed = pressed(message).filter(|_| !self.over);
        if let Some((key, length)) = pressed {
            let call = self.id;
            core.tell(Event::Key { call, key, length });
        }
    }
}

/// The key that an INFO tells of, if it does.
fn pressed(message: &Message<'_>) -> Option<Pressed> {
    let kind = message.header(Name::ContentType).unwrap_or_default();
    let kind = token_before(kind, b';');
    let known = [RELAY, PLAIN];
    if !known.iter().any(|known| known.eq_ignore_ascii_case(kind)) {
        return None;
    }
    read(std::str::from_utf8(message.body()).ok()?)
}

/// Reads a body in either form: whoever writes one under the other's name is understood.
fn read(body: &str) -> Option<Pressed> {
    let (mut signal, mut length) = (None, None);
    for line in body.lines() {
        let (name, value) = match line.split_once(['=', ':']) {
            Some((name, value)) => (name.trim(), value.trim()),
            None => ("Signal", line.trim()),
        };
        if name.eq_ignore_ascii_case("signal") || name.eq_ignore_ascii_case("d") {
            signal = signal.or(key(value));
        } else if name.eq_ignore_ascii_case("duration") {
            length = value.parse().ok().map(Duration::from_millis);
        }
    }
    let length: Option<Duration> = length;
    let length = length.unwrap_or(USUAL).clamp(SHORTEST, LONGEST);
    Some((signal?, length))
}

/// A key by its sign, or by the number of its event (RFC 4733 §3.2).
fn key(value: &str) -> Option<u8> {
    let one = match value.as_bytes() {
        [one] => one.to_ascii_uppercase(),
        b"10" => b'*',
        b"11" => b'#',
        b"12" => b'A',
        b"13" => b'B',
        b"14" => b'C',
        b"15" => b'D',
        _ => return None,
    };
    matches!(one, b'0'..=b'9' | b'A'..=b'D' | b'*' | b'#').then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_others_write_them() {
        let ms = Duration::from_millis;
        for (body, wanted) in [
            ("Signal=5\r\nDuration=160\r\n", Some((b'5', ms(160)))),
            ("signal= * \nduration = 40\n", Some((b'*', ms(100)))),
            ("Duration=9000\r\nSignal=d", Some((b'D', ms(5000)))),
            ("Signal: 11", Some((b'#', ms(250)))),
            ("Signal=10\r\nDuration=x", Some((b'*', ms(250)))),
            ("7", Some((b'7', ms(250)))),
            ("\r\n#\r\n", Some((b'#', ms(250)))),
            ("Signal=16\r\nDuration=160\r\n", None),
            ("Signal=!", None),
            ("Signal=55", None),
            ("Duration=160", None),
            ("", None),
        ] {
            assert_eq!(read(body), wanted, "{body:?}");
        }
    }
}
