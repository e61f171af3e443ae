//! What this endpoint shows of its calls to those who ask the endpoints of other nodes. The rights
//! are those that the user of that name has here.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::api::{CallView, Which};
use super::super::ledger::{Door, EndedBy};
use super::super::refusal::no_such_call;
use super::pool::PATIENCE;
use super::{Elsewhere, refused, too_busy};
use crate::pool::meaning;
use std::sync::Arc;
use tapi3_bus::{MAX_CALLS, MAX_PARTS, OwnerSays, OwnersCall, ToOwner, Want, part};
use tokio::time::timeout;

impl Elsewhere {
    /// Answers a question about a call, or for a list of them, whose token counts.
    pub(super) async fn show(self: Arc<Self>, endpoint: &Endpoint, question: ToOwner) {
        let parts = match question.want {
            Want::Call => vec![endpoint.show_to(&question)],
            _ => endpoint.list_for(&question),
        };
        let told = async {
            for says in parts {
                self.answer(&question, says).await;
            }
        };
        // Nobody hears what comes later.
        if timeout(PATIENCE, told).await.is_err() {
            tracing::debug!(node = question.node, "the bus is too slow for all calls");
        }
    }
}

impl Endpoint {
    /// How a call of ours is, for a user who asks elsewhere.
    pub(super) fn tell_of(&self, question: &ToOwner) -> OwnerSays {
        let user = self.rules().named(&question.user);
        let entry = user.and_then(|user| self.calls.find(&question.call, user));
        let Some(entry) = entry else {
            return refused(&no_such_call());
        };
        self.calls.note_end(&entry);
        let information = entry.information();
        let code = information.sip_code.unwrap_or_default();
        OwnerSays::Information {
            state: information.state.as_str().to_owned(),
            cause: information.cause.as_str().to_owned(),
            code: code.try_into().unwrap_or_default(),
            text: meaning::clip(&information.sip_text.unwrap_or_default()),
        }
    }

    /// Ends a call of ours for a user who wants that elsewhere.
    pub(super) async fn end_for(&self, question: &ToOwner) -> OwnerSays {
        let user = self.rules().named(&question.user);
        let entry = user.and_then(|user| self.calls.find(&question.call, user));
        let Some(entry) = entry else {
            return refused(&no_such_call());
        };
        let Ok(permit) = self.requests.clone().try_acquire_owned() else {
            return refused(&too_busy());
        };
        match self.hang_up(&entry, EndedBy::Client, permit).await {
            Ok(()) => OwnerSays::Ended {},
            Err(error) => refused(&error),
        }
    }

    fn asker(&self, question: &ToOwner) -> Option<UserId> {
        self.rules().named(&question.user)
    }

    fn show_to(&self, question: &ToOwner) -> OwnerSays {
        let user = self.asker(question);
        let entry = user.and_then(|user| self.find_seen(user, &question.call));
        match entry {
            Some(entry) => one(&self.view(&entry)),
            None => refused(&no_such_call()),
        }
    }

    /// The calls that the user may see, in parts: the live ones before those that are over.
    fn list_for(&self, question: &ToOwner) -> Vec<OwnerSays> {
        let Some(user) = self.asker(question) else {
            // Whoever is not known here has no call here.
            return in_parts(Vec::new());
        };
        if question.want == Want::Watch {
            self.note_looked_on(user);
        }
        let over = usize::try_from(question.over).unwrap_or(usize::MAX);
        // No more are told in any case.
        let over = over.min(MAX_PARTS * MAX_CALLS);
        let mut calls = self.call_list(user, Which::All, over).calls;
        calls.sort_by_key(|call| call.is_over());
        in_parts(calls.iter().map(|call| call.told()).collect())
    }

    /// A user looks on: what they have placed here by the door of those who do counts as asked about.
    fn note_looked_on(&self, user: UserId) {
        for entry in self.calls.all() {
            if entry.user == user && entry.origin.door == Door::Api && entry.is_live() {
                self.calls.note_asked(&entry);
            }
        }
    }

    /// Ends a call of ours for a user to whom it is shown elsewhere.
    pub(super) async fn hang_up_for(&self, question: &ToOwner) -> OwnerSays {
        let user = self.asker(question);
        let found = user.and_then(|user| Some((user, self.find_seen(user, &question.call)?)));
        let Some((user, entry)) = found else {
            return refused(&no_such_call());
        };
        let Ok(permit) = self.requests.clone().try_acquire_owned() else {
            return refused(&too_busy());
        };
        let (name, owner, id) = (&question.user, &entry.origin.user, &question.call);
        tracing::info!(user = name, %owner, id, node = question.node, "hanging up");
        let by = EndedBy::through_api(entry.user == user);
        match self.hang_up(&entry, by, permit).await {
            Ok(()) => one(&self.view(&entry)),
            Err(error) => refused(&error),
        }
    }
}

fn one(call: &CallView) -> OwnerSays {
    OwnerSays::Calls {
        part: 0,
        more: false,
        cut: false,
        calls: vec![call.told()],
    }
}

fn in_parts(calls: Vec<OwnersCall>) -> Vec<OwnerSays> {
    let mut rest = calls.into_iter().peekable();
    let mut parts = Vec::new();
    loop {
        let calls = part(&mut rest);
        let is_all = rest.peek().is_none();
        let more = !is_all && parts.len() + 1 < MAX_PARTS;
        parts.push(OwnerSays::Calls {
            part: u32::try_from(parts.len()).unwrap_or(u32::MAX),
            more,
            cut: !is_all && !more,
            calls,
        });
        if !more {
            return parts;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tapi3_bus::{FromOwner, VERSION, write};

    /// The numbers of the parts, whether more come and whether some were left out, and how many
    /// calls they have in all. Each can be sent.
    fn told(count: usize, text: &str) -> (Vec<(u32, bool, bool)>, usize) {
        let call = OwnersCall {
            number: text.to_owned(),
            item: text.to_owned(),
            ..Default::default()
        };
        let mut sum = 0;
        let parts = in_parts(vec![call; count]).into_iter().map(|says| {
            let (v, request) = (VERSION, String::new());
            let message = FromOwner { v, request, says };
            write(&message).unwrap();
            let OwnerSays::Calls {
                part,
                more,
                cut,
                calls,
            } = message.says
            else {
                panic!("something else");
            };
            sum += calls.len();
            (part, more, cut)
        });
        (parts.collect(), sum)
    }

    #[test]
    fn a_list_says_when_it_is_all_and_when_it_is_not() {
        assert_eq!(told(0, ""), (vec![(0, false, false)], 0));
        assert_eq!(told(MAX_CALLS, ""), (vec![(0, false, false)], MAX_CALLS));
        let (parts, count) = told(MAX_CALLS + 1, "");
        assert_eq!(parts, [(0, true, false), (1, false, false)]);
        assert_eq!(count, MAX_CALLS + 1);
        let most = MAX_PARTS * MAX_CALLS;
        let last = u32::try_from(MAX_PARTS).unwrap() - 1;
        let (parts, count) = told(most, "");
        assert_eq!((parts.len(), count), (MAX_PARTS, most));
        assert_eq!(parts.last(), Some(&(last, false, false)));
        let (parts, count) = told(most + 1, "");
        assert_eq!((parts.len(), count), (MAX_PARTS, most));
        assert_eq!(parts.last(), Some(&(last, false, true)));
        let (parts, count) = told(most, &"\u{1}".repeat(1024));
        assert_eq!(parts.last(), Some(&(last, false, true)));
        assert!((MAX_PARTS..most).contains(&count), "{count}");
    }
}
