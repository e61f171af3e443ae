//! Our own address changes: another network, or another address in it. Lines register with the new one,
//! and the far ends of calls are told where they reach us (RFC 3261 §12.2, target refresh).

use super::call::{Call, Stage};
use super::{Agent, CallId, Core, LineId};
use crate::flow::Flow;
use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

impl Agent {
    /// The address of ours that a call's messages come from and go to.
    pub fn local_ip(&self, id: CallId) -> Option<IpAddr> {
        let flow = match &self.calls.get(id.0)?.stage {
            Stage::Calling(calling) => &calling.flow,
            Stage::Ringing(ringing) => &ringing.dialog.flow,
            Stage::Up(up) => &up.dialog.flow,
            Stage::Trace(_) | Stage::Gone => return None,
        };
        Some(flow.local.ip())
    }

    /// Our address may be another one by now: `local` says which it is on a way, or nothing if it is the
    /// same, or no way leads there at the moment. Lines register anew with it.
    ///
    /// Returns the calls whose far ends know an old one: each is to be told by [`Agent::tell_address`].
    pub fn readdress(
        &mut self,
        now: Instant,
        mut local: impl FnMut(&Flow) -> Option<SocketAddr>,
    ) -> Vec<CallId> {
        self.core.now = now;
        for index in 0..self.core.lines.len() as u32 {
            self.core.readdress_line(LineId(index), &mut local);
        }
        self.readdress_watches(&mut local);
        let mut moved = Vec::new();
        for (_, call) in self.calls.iter_mut() {
            if call.readdress(&mut local) || call.stale {
                moved.push(call.id);
            }
        }
        self.settle();
        moved
    }

    /// Tells the far end of a call where it reaches us by now, and that our sound arrives at `media`: at
    /// once, or as soon as it has answered.
    pub fn tell_address(&mut self, now: Instant, id: CallId, media: SocketAddr) {
        self.core.now = now;
        self.with(id, |call, core| {
            call.stale = true;
            if let Some(local) = &mut call.media {
                local.move_to(media);
            }
            if let Stage::Up(up) = &mut call.stage {
                up.change.readdress(media);
            }
            call.tell_address(core);
        });
        self.settle();
    }

    /// The registrar has answered a line that has another address since, and may see us elsewhere still:
    /// calls say then what it sees.
    pub(super) fn tell_as_seen(&mut self, line: LineId) {
        let known = self.core.lines.get_mut(line.0 as usize);
        let seen = |line: &&mut super::line::Line| line.readdressed && line.seen_as.is_some();
        let Some(known) = known.filter(seen) else {
            return;
        };
        known.readdressed = false;
        let calls = self.calls.iter().filter(|call| call.line == line);
        let ids: Vec<CallId> = calls.map(|call| call.id).collect();
        for id in ids {
            self.with(id, |call, core| {
                call.stale = true;
                call.tell_address(core);
            });
        }
    }
}

impl Call {
    fn readdress(&mut self, local: &mut impl FnMut(&Flow) -> Option<SocketAddr>) -> bool {
        match &mut self.stage {
            Stage::Calling(calling) => {
                for flow in &mut calling.flows {
                    flow.readdress(local);
                }
                for early in &mut calling.early {
                    early.dialog.readdress(local);
                }
                calling.flow.readdress(local)
            }
            Stage::Ringing(ringing) => ringing.dialog.readdress(local),
            Stage::Up(up) => up.dialog.readdress(local),
            Stage::Trace(_) | Stage::Gone => false,
        }
    }

    /// Tells the far end our address, if it knows an old one and the call is up.
    pub(super) fn tell_address(&mut self, core: &mut Core) {
        if self.stale && !self.over {
            self.ask_for_refresh(core);
        }
    }
}
