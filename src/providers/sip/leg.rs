//! What a station has of each line and of each call.

use super::config::Config;
use super::control::{Appearances, Control};
use super::ports::Ports;
use super::sound::{Conference, Sounding};
use super::wishes::Pending;
use crate::engine::{Call, Cause, State};
use crate::providers::switchboard::Admitted;
use crate::shared::Shared;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use tapi3_sip::agent::{Direction, LineId, WatchedDialog, WatchedState};
use tapi3_sip::flow::Transport;
use tapi3_sip::message::uri::{SipUri, destination};

/// A line of a station.
pub(super) struct Line {
    pub id: LineId,
    pub config: Config,
    /// Our address as those outside see it, if it is known.
    pub public: Option<SocketAddr>,
    pub line: Arc<crate::engine::Line>,
    pub appearances: Arc<Appearances>,
    /// Whether it is known to be in service; none until a registrar has said something.
    pub registered: Option<bool>,
    /// The server that has the registration.
    pub registered_at: Option<(Transport, SocketAddr)>,
    /// The calls of others, by whose they are.
    pub watched: HashMap<String, Vec<WatchedDialog>>,
}

impl Line {
    /// Where a far end is to send the sound that arrives at these ports.
    pub fn media_address(&self, ports: &Ports) -> Option<SocketAddr> {
        let rtp = ports.rtp()?;
        let public = self.public.map(|public| public.ip());
        Some(SocketAddr::new(public.unwrap_or(rtp.ip()), rtp.port()))
    }

    /// A call that rings with somebody who is watched, or with anybody of them: whom to call to have
    /// it, and the header lines that say so (RFC 3891).
    pub fn ringing(&self, whose: &str) -> Option<(SipUri, Vec<u8>)> {
        let wanted = destination(whose, &self.config.uri, false);
        let mut watched = self.watched.iter().filter_map(|(uri, dialogs)| {
            let uri = SipUri::parse(uri)?;
            let named = |wanted: &SipUri| {
                wanted.user == uri.user && wanted.host.eq_ignore_ascii_case(&uri.host)
            };
            if !whose.is_empty() && !wanted.as_ref().is_some_and(named) {
                return None;
            }
            let rings = |dialog: &&WatchedDialog| {
                matches!(dialog.state, WatchedState::Early | WatchedState::Proceeding)
                    && dialog.direction != Some(Direction::Initiator)
            };
            let replaces = dialogs
                .iter()
                .filter(rings)
                .find_map(WatchedDialog::replaces)?;
            let lines = format!("Replaces: {replaces}\r\nRequire: replaces\r\n");
            Some((uri, lines.into_bytes()))
        });
        watched.next()
    }
}

/// A call of the engine with what belongs to it here.
pub(super) struct Leg {
    pub call: Call,
    pub control: Shared<Control>,
    pub line: usize,
    /// Its place on the switchboard, which goes with it.
    pub _admitted: Admitted<Control>,
    pub ports: Option<Arc<Ports>>,
    /// Its sound, once something is agreed on.
    pub sound: Option<Sounding>,
    /// What the log has said of that last.
    pub sound_said: String,
    /// The conference that it is in, or was the last in.
    pub conference: Option<Conference>,
    /// Whether it is back from hold for the wire already, and the application has yet to ask for it.
    pub is_back: bool,
    /// Whether it waits for somebody to answer it here.
    pub rings: bool,
    /// Whether who calls hears us while it waits for that.
    pub is_heard_early: bool,
    /// Whether its far end is gone, and it goes on only with the call that is to stand in its place.
    pub waits_for_move: bool,
    pub pending: Option<Pending>,
    /// How it ended while a transfer is not decided in which it is to be joined with another.
    pub ended: Option<Cause>,
    /// Whether the agent knows it no more, in the same case.
    pub gone: bool,
}

impl Leg {
    /// Whether it waits for somebody to answer it here.
    pub fn rings(&self) -> bool {
        self.rings && self.control.hung_up().is_none()
    }

    /// The call is over for the application; the wire may still have work.
    pub fn over(&self, cause: Cause) {
        self.control.free_appearance();
        self.call.disconnected(cause);
    }

    /// Whether it is over for the application, or about to be.
    pub fn is_over(&self) -> bool {
        self.control.hung_up().is_some() || self.call.state() == State::Disconnected
    }

    /// Where the far end is to send its sound; `None` until the call has ports.
    pub fn media_address(&self, line: &Line) -> Option<SocketAddr> {
        line.media_address(self.ports.as_ref()?)
    }
}

impl Drop for Leg {
    /// The application does not keep a call that is nobody's, whatever became of its station.
    fn drop(&mut self) {
        if self.control.hung_up().is_none() {
            self.over(Cause::Failed);
        }
    }
}
