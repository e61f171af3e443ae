//! What an INVITE of ours leads to beside the call that counts: copies of its 2xx, the answers of
//! other branches, and those that come when nobody waits for them any more (RFC 3261 §13.2.2.4). Each
//! is acknowledged, and whoever believes in a call that is none is told BYE.

use super::call::{Call, Stage};
use super::dialog::Dialog;
use super::incoming::draft;
use super::reinvites::Reinvites;
use super::{Core, What};
use crate::flow::Flow;
use crate::message::{Message, Method};
use crate::transaction::ClientId;

/// As many branches of one call are ended; a stranger could answer for ever.
const MAX_STRAYS: usize = 16;

/// What the answers to a call's INVITEs need.
pub(super) struct Placed {
    /// From with our tag, and the target of the latest INVITE.
    pub from: Box<str>,
    pub target: Box<str>,
    /// The number of the latest INVITE, and its credentials, which the ACK repeats.
    pub number: u32,
    pub credentials: Vec<u8>,
    /// The To tag of the 2xx that counts, as that said it.
    pub answer: Option<Box<str>>,
    /// Whether it may still ring somewhere whence nobody can be heard.
    pub may_ring: bool,
    strays: Vec<Stray>,
}

/// A dialog of another branch, which was ended at once.
struct Stray {
    dialog: Dialog,
    number: u32,
    bye: Option<ClientId>,
}

/// What is left of a call that is over: whoever answers it late is told so, and who answers a change of
/// it late is acknowledged.
pub(super) struct Trace {
    placed: Option<Placed>,
    changed: Option<(Dialog, Reinvites)>,
}

impl Trace {
    /// Whether somebody may still answer who has to be told that the call is none.
    pub fn may_ring(&self) -> bool {
        self.placed.as_ref().is_some_and(|placed| placed.may_ring)
    }

    /// Acknowledges the answer to a change. False if it is none.
    fn acknowledge_change(&self, core: &mut Core, number: u32, tag: &str) -> bool {
        let changed = self.changed.as_ref();
        let changed = changed
            .filter(|(dialog, reinvites)| reinvites.has(number) && *dialog.remote_tag == *tag);
        if let Some((dialog, reinvites)) = changed {
            reinvites.acknowledge(core, dialog, number);
        }
        changed.is_some()
    }
}

impl Placed {
    pub fn new(from: String, target: String) -> Self {
        Placed {
            from: from.into(),
            target: target.into(),
            number: 0,
            credentials: Vec::new(),
            answer: None,
            may_ring: false,
            strays: Vec::new(),
        }
    }

    /// The dialog that a response makes.
    pub fn dialog(&self, message: &Message<'_>, number: u32, came_by: &Flow) -> Dialog {
        Dialog::of_caller(message, &self.from, number, &self.target, came_by)
    }

    /// Sends the ACK of a 2xx (§13.2.2.4): with the INVITE's number and its credentials.
    pub fn acknowledge(&self, core: &mut Core, dialog: &Dialog, number: u32) {
        let mut ack = dialog.begin(Method::Ack, number);
        if number == self.number {
            ack.lines(&self.credentials);
        }
        core.send_ack(ack, &dialog.flow);
    }

    /// Whether other branches answered.
    pub fn has_strays(&self) -> bool {
        !self.strays.is_empty()
    }
}

impl Call {
    fn placed(&mut self) -> Option<&mut Placed> {
        match &mut self.stage {
            Stage::Calling(calling) => Some(&mut calling.placed),
            Stage::Up(up) => up.placed.as_mut(),
            Stage::Trace(trace) => trace.placed.as_mut(),
            Stage::Ringing(_) | Stage::Gone => None,
        }
    }

    /// A 2xx to an INVITE that nobody waits for: a copy of the one that counts, the answer to a change
    /// that was given up, or a call that is none.
    pub fn late_answer(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        let code = message.code().unwrap_or_default();
        if code < 200 || message.method() != Method::Invite || !self.is_known_as(message.call_id())
        {
            return;
        }
        let (number, tag) = (message.cseq(), message.to_tag());
        if let Some(placed) = self.placed().filter(|placed| placed.number == number) {
            // Whoever has spoken does not ring any more.
            placed.may_ring = false;
        }
        if code >= 300 {
            return;
        }
        match &self.stage {
            Stage::Calling(calling) if number == calling.placed.number => {
                // It came beside its transaction, which would wait for it for ever.
                if let Some(client) = calling.client {
                    core.layer.forget(client);
                }
                return self.answered(core, message, flow);
            }
            Stage::Up(up) if up.is_answer(number, tag) => {
                return up.acknowledge_again(core, number);
            }
            Stage::Trace(trace) if trace.acknowledge_change(core, number, tag) => return,
            _ => {}
        }
        let Some(placed) = self.placed() else { return };
        if number == 0 || number > placed.number {
            return;
        }
        let known = |stray: &&Stray| stray.number == number && *stray.dialog.remote_tag == *tag;
        if let Some(stray) = placed.strays.iter().find(known) {
            return placed.acknowledge(core, &stray.dialog, number);
        }
        if placed.strays.len() >= MAX_STRAYS {
            return;
        }
        let dialog = placed.dialog(message, number, flow);
        placed.acknowledge(core, &dialog, number);
        let at = placed.strays.len();
        placed.strays.push(Stray {
            dialog,
            number,
            bye: None,
        });
        // It came through, so whoever challenges the BYE asks anew.
        if let Some(auth) = &mut self.auth {
            auth.accepted(Method::Bye);
        }
        self.end_stray(core, at);
        if !matches!(self.stage, Stage::Calling(_)) {
            let linger = core.settings.times.give_up();
            self.after(core, linger, What::Linger);
        }
    }

    fn end_stray(&mut self, core: &mut Core, at: usize) {
        let Some(placed) = self.placed() else { return };
        let Some(stray) = placed.strays.get(at) else {
            return;
        };
        let uri = stray.dialog.request_uri().to_owned();
        let credentials = self.credentials(core, Method::Bye, &uri);
        let (owner, why) = (self.owner(), self.why_lines().to_vec());
        let Some(placed) = self.placed() else { return };
        let Some(stray) = placed.strays.get_mut(at) else {
            return;
        };
        let mut bye = stray.dialog.next(Method::Bye);
        core.sign(&mut bye);
        bye.lines(&credentials).lines(&why);
        let flow = stray.dialog.flow.clone();
        stray.bye = Some(core.send(draft(bye, Method::Bye), &flow, owner));
    }

    /// Takes the response to the BYE of a branch that does not count. False if it is none.
    pub(super) fn is_stray_answered(
        &mut self,
        core: &mut Core,
        client: ClientId,
        message: &Message<'_>,
    ) -> bool {
        let Some(placed) = self.placed() else {
            return false;
        };
        let mut strays = placed.strays.iter();
        let Some(at) = strays.position(|stray| stray.bye == Some(client)) else {
            return false;
        };
        if self.is_challenged(core, message) {
            self.end_stray(core, at);
        }
        true
    }

    /// The call is over, and late answers may come.
    pub(super) fn leave_trace(&mut self, core: &mut Core) {
        self.stop_all(core);
        let (placed, changed) = match std::mem::replace(&mut self.stage, Stage::Gone) {
            Stage::Calling(calling) => (Some(calling.placed), None),
            Stage::Up(up) => {
                let up = *up;
                let reinvites = Some(up.change.reinvites).filter(|all| !all.are_none());
                let changed = reinvites.map(|all| (up.dialog.clone(), all));
                let placed = up.placed.map(|mut placed| {
                    // Copies of its 2xx are acknowledged still.
                    placed.strays.push(Stray {
                        number: placed.number,
                        dialog: up.dialog.answered_as(placed.answer.as_deref()),
                        bye: None,
                    });
                    placed
                });
                (placed, changed)
            }
            Stage::Ringing(_) | Stage::Trace(_) | Stage::Gone => (None, None),
        };
        self.media = None;
        let trace = Trace { placed, changed };
        if trace.placed.is_some() || trace.changed.is_some() {
            let times = &core.settings.times;
            let linger = match trace.may_ring() {
                // As long as anybody lets it (Timer C).
                true => times.t1 * 360,
                false => times.give_up(),
            };
            self.stage = Stage::Trace(Box::new(trace));
            self.after(core, linger, What::Linger);
        }
    }
}
