//! Redirections of a call that we place (RFC 3261 §8.1.3.4): those above look the new place up, and say
//! whether to go there.

use super::call::{Call, Stage};
use super::{Agent, CallId, Core, End};
use crate::flow::Flow;
use crate::message::uri::Uri;
use crate::message::value::NameAddr;
use crate::message::{Message, Name};
use std::collections::VecDeque;
use std::time::Instant;

/// How many redirections one call follows.
const MAX_REDIRECTIONS: u8 = 5;

impl Agent {
    /// Follows a redirection: the call goes on to `target` by these ways (§8.1.3.4).
    pub fn redirect(&mut self, now: Instant, id: CallId, target: String, flows: Vec<Flow>) {
        self.core.now = now;
        self.with(id, |call, core| call.follow(core, target, flows));
        self.settle();
    }

    /// Does not follow a redirection: the call is over with its code.
    pub fn refuse_redirection(&mut self, now: Instant, id: CallId, code: u16) {
        self.core.now = now;
        self.with(id, |call, core| {
            let rang = match &call.stage {
                Stage::Calling(calling) if calling.client.is_none() => calling.rang,
                _ => return,
            };
            call.over(
                core,
                End::Refused {
                    code,
                    rang,
                    q850: None,
                },
                None,
            );
            call.finish_calling(core);
        });
        self.settle();
    }
}

impl Call {
    pub(super) fn may_follow(&mut self, message: &Message<'_>) -> bool {
        let Stage::Calling(calling) = &mut self.stage else {
            return false;
        };
        calling.redirections += 1;
        let names = message
            .list(Name::Contact)
            .any(|contact| NameAddr::parse(contact).is_some());
        calling.redirections <= MAX_REDIRECTIONS && names
    }

    fn follow(&mut self, core: &mut Core, target: String, flows: Vec<Flow>) {
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        if calling.client.is_some() {
            return;
        }
        let mut flows: VecDeque<Flow> = flows.into();
        let sip = Uri::parse(&target).is_some_and(|uri| uri.is_sip());
        let line = core.line(self.line).filter(|_| sip);
        match line.and_then(|line| line.take_way(&mut flows)) {
            Some(flow) => {
                calling.placed.target = target.into();
                calling.flow = flow;
                calling.flows = flows;
                self.forget_early();
                self.send_invite(core);
            }
            None => {
                let why = "The place that the call was redirected to is not found.";
                self.over(core, End::Failed(why), None);
                self.finish_calling(core);
            }
        }
    }
}
