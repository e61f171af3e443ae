//! The network's side of the streams: what providers use.

use super::{Flow, LONGEST_FRAME, MAX_TERMINALS, Media, Role, Some8, StreamCause, TerminalRef};
use crate::call::Call;
use crate::error::Result;
use crate::state::State;
use tapi3_common::sync::lock;

/// What the provider says of one stream's way through the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transport {
    /// It is there while the call is connected.
    #[default]
    WithTheCall,
    /// It is there before the call is connected, too.
    Early,
    /// It is not there: the far end holds the call, or refuses the stream.
    Closed,
}

impl Transport {
    pub(super) fn lets_pass(self, state: State) -> bool {
        match self {
            Transport::WithTheCall => state == State::Connected,
            Transport::Early => matches!(
                state,
                State::Offering | State::InProgress | State::Connected
            ),
            Transport::Closed => false,
        }
    }
}

impl Call {
    /// Reads what the program plays to the far end in the next 20 ms: `frame` is filled with samples
    /// at `rate` Hz. Returns whether there was anything; if not, the frame is silent. Takes no memory
    /// and waits for nobody.
    pub fn playout(&self, rate: u32, frame: &mut [i16]) -> bool {
        frame.fill(0);
        self.known_media()
            .is_some_and(|media| self.carry(media, Flow::Capture, rate, frame))
    }

    /// Whether anybody has asked for the streams of the call, so that there may be sound.
    pub fn has_streams(&self) -> bool {
        self.known_media().is_some()
    }

    /// Whether anybody would hear what the far end says: if not, it need not be decoded.
    pub fn is_heard(&self) -> bool {
        self.known_media()
            .is_some_and(|media| media.is_busy(Flow::Render))
    }

    /// Whether anybody plays something to the far end, or hears what it says.
    pub fn has_sound(&self) -> bool {
        let busy = |media: &Media| Flow::ALL.iter().any(|flow| media.is_busy(*flow));
        self.known_media().is_some_and(busy)
    }

    /// Gives the program a frame of 20 ms from the far end, at `rate` Hz. What others on the stream
    /// play is added to it. Takes no memory and waits for nobody.
    pub fn capture(&self, rate: u32, frame: &mut [i16]) {
        if let Some(media) = self.known_media() {
            self.carry(media, Flow::Render, rate, frame);
        }
    }

    /// Mixes what is played on a stream into `frame` and lets the others hear it.
    fn carry(&self, media: &Media, flow: Flow, rate: u32, frame: &mut [i16]) -> bool {
        if !media.is_busy(flow) || frame.len() > LONGEST_FRAME {
            return false;
        }
        let mut players: Some8 = [const { None }; MAX_TERMINALS];
        let mut hearers: Some8 = [const { None }; MAX_TERMINALS];
        let place;
        {
            let streams = media.streams();
            let stream = streams.get(flow);
            place = streams.place(flow).and_then(TerminalRef::another);
            let mut next = [players.iter_mut(), hearers.iter_mut()];
            for one in &stream.selected {
                let [players, hearers] = &mut next;
                let place = match one.role {
                    Role::Plays => players.next(),
                    Role::Hears => hearers.next(),
                };
                if let (true, Some(place)) = (stream.takes_part(one), place) {
                    *place = one.terminal.another();
                }
            }
        }
        let place = place.as_ref().and_then(TerminalRef::terminal);
        if let (Flow::Render, Some(place)) = (flow, place) {
            // What the program plays to itself is not for the others.
            place.hear(self, rate, frame);
        }
        let mut sounded = false;
        for player in players.iter().flatten().filter_map(TerminalRef::terminal) {
            sounded |= player.play(self, rate, frame);
        }
        for hearer in hearers.iter().flatten().filter_map(TerminalRef::terminal) {
            hearer.hear(self, rate, frame);
        }
        if let (Flow::Capture, Some(place)) = (flow, place) {
            sounded |= place.play(self, rate, frame);
        }
        sounded
    }

    /// Says what becomes of a stream's way through the network; it begins with
    /// [`Transport::WithTheCall`].
    pub fn set_transport(
        &self,
        flow: Flow,
        transport: Transport,
        cause: StreamCause,
    ) -> Result<()> {
        if self.known_media().is_none() && transport == Transport::default() {
            return Ok(());
        }
        let media = self.media_or_new()?;
        let mut inner = lock(&self.core().inner);
        media.streams().get_mut(flow).transport = transport;
        self.refresh_anyway(&mut inner, media, cause);
        drop(inner);
        self.settle_media();
        Ok(())
    }
}
