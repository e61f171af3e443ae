//! The answer to a call that we placed (RFC 3261 §13.2.2.4).

use super::call::{Call, Stage};
use super::established::Up;
use super::outgoing::reason_of;
use super::{Core, End, Event, What};
use crate::flow::Flow;
use crate::message::Message;

impl Call {
    /// A 2xx: whatever we want by now, the far end is in a call and must be told.
    pub(super) fn answered(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        let Stage::Calling(calling) = std::mem::replace(&mut self.stage, Stage::Gone) else {
            return;
        };
        self.stop_all(core);
        let calling = *calling;
        let mut placed = calling.placed;
        let mut dialog = placed.dialog(message, placed.number, flow);
        let tag = message.to_tag();
        let mut early = calling.early.into_iter();
        let early = early.find(|early| *early.dialog.remote_tag == *tag);
        if let Some(early) = &early {
            dialog.go_on_from(&early.dialog);
        }
        placed.acknowledge(core, &dialog, placed.number);
        placed.answer = Some(tag.into());
        if calling.ended.iter().any(|ended| **ended == *tag) {
            self.over(
                core,
                End::Bye {
                    q850: None,
                    sip: None,
                },
                None,
            );
        }
        let give_up = core.settings.times.give_up();
        if !self.over {
            // What an UPDATE agreed on since is newer than the answer, which a 2xx may repeat.
            let newer = early.as_ref().filter(|early| early.updated);
            let newer = newer.and_then(|early| early.description.as_deref());
            let described = newer.or_else(|| super::outside::description(message));
            let described = described.or_else(|| early.as_ref()?.description.as_deref());
            let media = self.media.as_mut();
            match described
                .zip(media)
                .map(|(said, media)| media.answered(said))
            {
                Some(Ok(_)) | None => self.tell_answered(core, message, flow),
                Some(Err(_)) => {
                    let why = "The far end answered with media that we do not have.";
                    let word = (message.code().unwrap_or_default(), reason_of(message));
                    self.over(core, End::Failed(why), Some(word));
                }
            }
        }
        let mut up = Up::new(dialog);
        up.placed = Some(placed);
        up.learn(message);
        self.stage = Stage::Up(Box::new(up));
        self.after(core, give_up, What::Linger);
        self.resolve(core);
        if self.over {
            self.say_bye_if_possible(core);
        } else {
            self.begin_session_timer_of_caller(core, message);
            self.wait_for_description(core);
            self.tell_address(core);
        }
    }

    fn tell_answered(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        let call = self.id;
        core.tell_of(self.for_transfer.take(), 200);
        if self
            .media
            .as_ref()
            .is_some_and(|media| media.remote().is_some())
        {
            core.tell(Event::Media { call });
        }
        let connected = super::identity::asserted(message, core.line(self.line), flow);
        core.tell(Event::Answered {
            call,
            code: message.code().unwrap_or_default(),
            reason: reason_of(message),
            connected,
        });
    }

    /// Asks for the host that requests go to, if one has to be looked up.
    pub(super) fn resolve(&self, core: &mut Core) {
        if let Stage::Up(up) = &self.stage {
            if let Some(uri) = up.dialog.to_resolve() {
                let call = self.id;
                core.tell(Event::Resolve { call, uri });
            }
        }
    }
}
