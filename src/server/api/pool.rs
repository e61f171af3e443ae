//! Calls that other nodes of the pool have, as they are listed, shown and ended here. Their rights
//! are those that the user of the same name has there.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::elsewhere::{Elsewhere, SILENT, Told};
use super::super::http_answer::Answer;
use super::super::ledger::{CAUSES, Door, EndedBy};
use super::super::random::CallId;
use super::super::refusal::Refused;
use super::answers::{json, problem, refusal};
use super::view::{CallList, CallView, Nodes, Which};
use crate::pool::meaning::clip;
use crate::soap::{ErrorCode, PhoneCallId};
use hyper::StatusCode;
use std::sync::Arc;
use tapi3_bus::{OwnersCall, Want};

/// The states that a call is shown in.
const STATES: [&str; 5] = ["connecting", "ringing", "connected", "held", "over"];

/// A word that another node says, if we say it, too.
fn word(known: impl IntoIterator<Item = &'static str>, said: &str) -> Option<&'static str> {
    known.into_iter().find(|word| *word == said)
}

fn cause(said: &str) -> Option<&'static str> {
    word(CAUSES.map(|(_, word)| word), said)
}

fn ended_by(said: &str) -> Option<&'static str> {
    word(EndedBy::ALL.map(EndedBy::as_str), said)
}

fn through(said: &str) -> Option<&'static str> {
    word([Door::Ews, Door::Api].map(Door::as_str), said)
}

/// Whether a text is a point in time as we write them, `2026-11-26T08:30:00.250Z`.
fn is_time(text: &str) -> bool {
    let shape = "0000-00-00T00:00:00.000Z";
    let fits = |(c, shape): (u8, u8)| match shape {
        b'0' => c.is_ascii_digit(),
        _ => c == shape,
    };
    let part = |from: usize, least: u32, most: u32| {
        let part = text.get(from..from + 2).and_then(|part| part.parse().ok());
        part.is_some_and(|number: u32| (least..=most).contains(&number))
    };
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(fits)
        && part(5, 1, 12)
        && part(8, 1, 31)
        && part(11, 0, 23)
        && part(14, 0, 59)
        && part(17, 0, 59)
}

impl CallView {
    /// As it is told to other nodes.
    pub fn told(&self) -> OwnersCall {
        OwnersCall {
            call: self.id.clone(),
            user: clip(&self.user),
            from: self.from.clone(),
            through: self.through.to_owned(),
            item: clip(&self.item),
            number: clip(&self.number),
            line: clip(&self.line),
            state: self.state.to_owned(),
            ending: self.ending,
            begin: self.begin.clone(),
            answer: self.answer.clone(),
            end: self.end.clone(),
            duration: (self.duration * 1000.0) as u64,
            cause: self.cause.map(str::to_owned),
            code: self.sip_code.try_into().unwrap_or_default(),
            text: clip(&self.sip_text),
            ended_by: self.ended_by.map(str::to_owned),
        }
    }

    /// A call that a node tells; `None` if it is none of its own, or is not understood.
    pub fn read(node: &str, call: OwnersCall) -> Option<Self> {
        let (_, home) = CallId::read(&call.call)?;
        let is_time = |time: &Option<String>| time.as_deref().is_none_or(is_time);
        let is_over = call.state == "over";
        let is_whole = [
            call.end.is_some(),
            call.cause.is_some(),
            call.ended_by.is_some(),
        ]
        .into_iter()
        .all(|is_there| is_there == is_over);
        let times = [&call.answer, &call.end];
        let begins = self::is_time(&call.begin);
        if home.as_deref() != Some(node) || !is_whole || !begins || !times.into_iter().all(is_time)
        {
            return None;
        }
        // What is there must be understood.
        let cause = call.cause.as_deref().map(cause);
        let ended_by = call.ended_by.as_deref().map(ended_by);
        if cause == Some(None) || ended_by == Some(None) {
            return None;
        }
        Some(CallView {
            id: call.call,
            node: home,
            user: call.user,
            from: call.from,
            through: through(&call.through)?,
            item: call.item,
            number: call.number,
            line: call.line,
            state: word(STATES, &call.state)?,
            ending: call.ending,
            begin: call.begin,
            answer: call.answer,
            end: call.end,
            duration: call.duration as f64 / 1000.0,
            cause: cause.flatten(),
            sip_code: i32::from(call.code).clamp(100, 699),
            sip_text: call.text,
            ended_by: ended_by.flatten(),
        })
    }

    /// How many bytes its texts have.
    pub fn size(&self) -> usize {
        let texts = [
            &self.id,
            &self.user,
            &self.from,
            &self.item,
            &self.number,
            &self.line,
            &self.sip_text,
        ];
        texts.into_iter().map(String::len).sum()
    }
}

impl Endpoint {
    /// The calls of all nodes: those here, and what the others tell in time.
    pub(super) async fn with_others(
        &self,
        elsewhere: &Arc<Elsewhere>,
        user: UserId,
        (which, limit): (Which, usize),
        mut list: CallList,
    ) -> CallList {
        let over = match which {
            Which::Live => 0,
            _ => limit.try_into().unwrap_or(u32::MAX),
        };
        let mut nodes = Nodes {
            nodes: vec![elsewhere.node().to_owned()],
            silent: Vec::new(),
            incomplete: Vec::new(),
        };
        let name = self.rules().name_of(user);
        let hear = |node: String, told: Told| match told {
            Told::Calls { calls, cut } => {
                list.calls.extend(calls);
                if cut {
                    nodes.incomplete.push(node.clone());
                }
                nodes.nodes.push(node);
            }
            Told::Nothing => nodes.silent.push(node),
            Told::Gone => {}
        };
        elsewhere.gather((&name, Want::Calls, over), hear).await;
        nodes.sort();
        let mut left = limit;
        list.calls.sort_by(|a, b| b.end.cmp(&a.end));
        list.calls.retain(|call| {
            if !call.is_over() {
                return which != Which::Over;
            }
            let fits = left > 0 && which != Which::Live;
            left = left.saturating_sub(1);
            fits
        });
        list.calls.sort_by(|a, b| b.begin.cmp(&a.begin));
        list.nodes = Some(nodes);
        list
    }

    /// What is said of a call that another node has; `None` if it is not another's.
    pub(super) async fn show_elsewhere(&self, user: UserId, id: &str) -> Option<Answer> {
        let id = PhoneCallId(id.to_owned());
        let place = self.elsewhere(user, &id)?;
        Some(answer(place.view().await))
    }

    /// As [`Self::show_elsewhere`], when it is ended.
    pub(super) async fn hang_up_elsewhere(&self, user: UserId, id: &str) -> Option<Answer> {
        let id = PhoneCallId(id.to_owned());
        let place = self.elsewhere(user, &id)?;
        let name = self.rules().name_of(user);
        tracing::info!(user = &*name, id = id.0, "hanging up on another node");
        Some(answer(place.hang_up().await))
    }
}

fn answer(view: Result<CallView, Refused>) -> Answer {
    match view {
        Ok(view) => json(StatusCode::OK, &view),
        Err(refused) => refusal_of(&refused),
    }
}

fn refusal_of(refused: &Refused) -> Answer {
    match refused.code {
        // Here it is the node that has failed, not the line.
        ErrorCode::UnifiedMessagingRequestFailed => {
            let message = format!("The node of the call could not do it ({}).", refused.reason);
            problem(StatusCode::BAD_GATEWAY, "line_failed", &message)
        }
        ErrorCode::TimeoutExpired if refused.reason == SILENT => {
            let message = "The node of the call does not answer, and nobody knows how the call is; \
                           try again.";
            problem(StatusCode::GATEWAY_TIMEOUT, "node_silent", message)
        }
        _ => refusal(refused),
    }
}

impl Nodes {
    pub(super) fn sort(&mut self) {
        for names in [&mut self.nodes, &mut self.silent, &mut self.incomplete] {
            names.sort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over() -> OwnersCall {
        OwnersCall {
            call: CallId::new().unwrap().text(Some("n1")),
            user: "alice".to_owned(),
            from: "192.0.2.7".to_owned(),
            through: "ews".to_owned(),
            item: "welcome".to_owned(),
            number: "1001".to_owned(),
            line: "Trunk".to_owned(),
            state: "over".to_owned(),
            ending: true,
            begin: "2026-11-26T07:38:39.907Z".to_owned(),
            answer: Some("2026-11-26T07:38:42.120Z".to_owned()),
            end: Some("2026-11-26T07:39:40.101Z".to_owned()),
            duration: 57_981,
            cause: Some("normal".to_owned()),
            code: 200,
            text: "OK".to_owned(),
            ended_by: Some("far_end".to_owned()),
        }
    }

    #[test]
    fn a_call_is_told_and_read_whole() {
        let call = over();
        let view = CallView::read("n1", call.clone()).unwrap();
        assert_eq!(view.told(), call);
        assert_eq!((view.node.as_deref(), view.duration), (Some("n1"), 57.981));
        let live = OwnersCall {
            state: "held".to_owned(),
            end: None,
            cause: None,
            ended_by: None,
            ..over()
        };
        assert_eq!(CallView::read("n1", live.clone()).unwrap().told(), live);
        // Nobody speaks of another's calls.
        assert!(CallView::read("n2", over()).is_none());
    }

    #[test]
    fn a_call_that_is_not_understood_is_none() {
        let changes: [fn(&mut OwnersCall); 9] = [
            |call| call.call = "x".to_owned(),
            |call| call.state = "dead".to_owned(),
            |call| call.state = "ringing".to_owned(),
            |call| call.through = "fax".to_owned(),
            |call| call.cause = Some("fate".to_owned()),
            |call| call.cause = None,
            |call| call.ended_by = Some("fate".to_owned()),
            |call| call.end = None,
            |call| call.answer = Some("soon".to_owned()),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut call = over();
            change(&mut call);
            assert!(CallView::read("n1", call).is_none(), "{at}");
        }
    }

    #[test]
    fn a_time_is_one_of_the_calendar() {
        assert!(is_time("2026-11-26T07:38:39.907Z"));
        for text in [
            "",
            "2026-11-26T07:38:39.907",
            "2026-11-26T07:38:39.907ZZ",
            "2026-11-26 07:38:39.907Z",
            "2026-00-26T07:38:39.907Z",
            "2026-11-32T07:38:39.907Z",
            "2026-11-26T24:38:39.907Z",
            "2026-11-26T07:60:39.907Z",
            "2026-11-26T07:38:60.907Z",
            "2026-11-26T07:38:3\u{e9}.907",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
