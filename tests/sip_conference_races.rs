//! What becomes of a conference when somebody hangs up, refuses or changes his mind while it is being
//! formed: the far ends are scripts, so that the test says what happens first.

mod support;

use std::thread::{Scope, ScopedJoinHandle, scope};
use support::phone::Phone;
use support::script::{Message, Script};
use support::until;
use tapi3::engine::{CallHandle, DropReason, ErrorKind, FinishMode, Result, State};

fn holds(invite: &Message) -> bool {
    let all = ["a=sendonly", "a=inactive"];
    all.iter()
        .any(|line| invite.text.contains(&format!("\r\n{line}\r\n")))
}

/// A call that is held for its consultation, which is up: the next thing is `Finish`.
struct Consultation {
    phone: Phone,
    first: Script,
    second: Script,
    original: CallHandle,
    consult: CallHandle,
    /// The INVITEs that the two calls began with.
    invites: [Message; 2],
}

impl Consultation {
    fn begin() -> Self {
        let phone = Phone::open("");
        let (first, second) = (Script::new(), Script::new());
        let original = phone.dial(first.port);
        let one = first.find("INVITE");
        first.accept(&one, "s");
        phone.expect(&original, State::Connected);
        first.find("ACK");
        let consult = phone.call(&format!("sip:bob@127.0.0.1:{}", second.port));
        let other = scope(|scope| {
            let consulting = scope.spawn(|| original.conference(&consult, true));
            let hold = first.find("INVITE");
            assert!(holds(&hold), "{}", hold.text);
            first.accept(&hold, "s");
            first.find("ACK");
            let other = second.find("INVITE");
            second.accept(&other, "s");
            second.find("ACK");
            consulting.join().unwrap().unwrap();
            other
        });
        Consultation {
            phone,
            first,
            second,
            original,
            consult,
            invites: [one, other],
        }
    }

    /// `Finish` is called, and the first far end is asked whether it comes back; it has not answered yet.
    fn finish<'s>(
        &'s self,
        scope: &'s Scope<'s, '_>,
    ) -> (ScopedJoinHandle<'s, Result<()>>, Message) {
        let consult = &self.consult;
        let finishing = scope.spawn(|| consult.finish(FinishMode::Conference));
        let resume = self.first.find("INVITE");
        assert!(!holds(&resume), "{}", resume.text);
        (finishing, resume)
    }

    fn states(&self) -> (State, State) {
        (self.original.call.state(), self.consult.call.state())
    }

    fn becomes(&self, original: State, consult: State) {
        until("the calls are in their states", || {
            self.states() == (original, consult)
        });
    }

    fn is_no_conference(&self) {
        for call in [&self.original, &self.consult] {
            let error = call.leave_conference().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NoConference);
        }
    }
}

#[test]
fn the_original_is_taken_back_and_then_both_are_joined() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        assert_eq!(calls.states(), (State::Hold, State::Connected));
        calls.first.accept(&resume, "s");
        finishing.join().unwrap().unwrap();
    });
    assert_eq!(calls.states(), (State::Connected, State::Connected));
    calls.original.leave_conference().unwrap();
    calls.first.find("BYE");
    assert_eq!(calls.states(), (State::Disconnected, State::Connected));
}

#[test]
fn a_far_end_that_refuses_to_come_back_leaves_both_calls_as_they_were() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        calls
            .first
            .answer(&resume, "488 Not Acceptable Here", "", "", "");
        let error = finishing.join().unwrap().unwrap_err();
        assert!(error.to_string().contains("488"), "{error}");
    });
    assert_eq!(calls.states(), (State::Hold, State::Connected));
    calls.is_no_conference();
    // It may be tried again.
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        calls.first.accept(&resume, "s");
        finishing.join().unwrap().unwrap();
    });
    assert_eq!(calls.states(), (State::Connected, State::Connected));
}

#[test]
fn the_consultation_hangs_up_while_the_original_is_taken_back() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        calls.second.request(&calls.invites[1], "s", "BYE", 2);
        calls.second.find("200");
        calls.becomes(State::Hold, State::Disconnected);
        calls.first.accept(&resume, "s");
        finishing.join().unwrap().unwrap_err();
    });
    // The original is back in its call, as after any consultation.
    calls.becomes(State::Connected, State::Disconnected);
    let error = calls.original.leave_conference().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoConference);
    // For the wire, too.
    scope(|scope| {
        let holding = scope.spawn(|| calls.original.hold());
        let hold = calls.first.find("INVITE");
        assert!(holds(&hold), "{}", hold.text);
        calls.first.accept(&hold, "s");
        holding.join().unwrap().unwrap();
    });
}

#[test]
fn the_application_ends_the_consultation_while_the_original_is_taken_back() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        calls.consult.disconnect(DropReason::Normal).unwrap();
        let bye = calls.second.find("BYE");
        calls.second.answer(&bye, "200 OK", "", "", "");
        calls.first.accept(&resume, "s");
        finishing.join().unwrap().unwrap_err();
    });
    calls.becomes(State::Connected, State::Disconnected);
}

#[test]
fn the_original_hangs_up_while_it_is_taken_back() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        calls.first.request(&calls.invites[0], "s", "BYE", 2);
        calls.first.find("200");
        calls
            .first
            .answer(&resume, "487 Request Terminated", "", "", "");
        finishing.join().unwrap().unwrap_err();
    });
    calls.becomes(State::Disconnected, State::Connected);
    let error = calls.consult.leave_conference().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoConference);
}

#[test]
fn the_application_ends_the_original_while_it_is_taken_back() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        calls.original.disconnect(DropReason::Normal).unwrap();
        finishing.join().unwrap().unwrap_err();
        calls.first.accept(&resume, "s");
        calls.first.find("BYE");
    });
    calls.becomes(State::Disconnected, State::Connected);
    // Its partner is still there, and may consult somebody else.
    calls.consult.disconnect(DropReason::Normal).unwrap();
    calls.second.find("BYE");
}

#[test]
fn both_that_are_on_hold_are_taken_back_one_after_the_other() {
    let calls = Consultation::begin();
    scope(|scope| {
        let holding = scope.spawn(|| calls.consult.hold());
        calls.second.accept(&calls.second.find("INVITE"), "s");
        calls.second.find("ACK");
        holding.join().unwrap().unwrap();
        let finishing = scope.spawn(|| calls.consult.finish(FinishMode::Conference));
        let resume = calls.second.find("INVITE");
        assert!(!holds(&resume), "{}", resume.text);
        calls.second.accept(&resume, "s");
        calls.second.find("ACK");
        let resume = calls.first.find("INVITE");
        assert!(!holds(&resume), "{}", resume.text);
        calls.first.accept(&resume, "s");
        finishing.join().unwrap().unwrap();
    });
    assert_eq!(calls.states(), (State::Connected, State::Connected));
}

#[test]
fn what_was_taken_back_for_nothing_goes_back_on_hold() {
    let calls = Consultation::begin();
    scope(|scope| {
        let holding = scope.spawn(|| calls.consult.hold());
        calls.second.accept(&calls.second.find("INVITE"), "s");
        calls.second.find("ACK");
        holding.join().unwrap().unwrap();
        let finishing = scope.spawn(|| calls.consult.finish(FinishMode::Conference));
        calls.second.accept(&calls.second.find("INVITE"), "s");
        calls.second.find("ACK");
        let resume = calls.first.find("INVITE");
        calls.first.answer(&resume, "500 Server Error", "", "", "");
        let back = calls.second.find("INVITE");
        assert!(holds(&back), "{}", back.text);
        calls.second.accept(&back, "s");
        finishing.join().unwrap().unwrap_err();
    });
    assert_eq!(calls.states(), (State::Hold, State::Hold));
}

#[test]
fn the_original_is_wanted_back_while_it_is_taken_back() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, resume) = calls.finish(scope);
        let unholding = scope.spawn(|| calls.original.unhold());
        // The one change is enough for both, whichever comes first.
        calls.first.accept(&resume, "s");
        finishing.join().unwrap().unwrap();
        match unholding.join().unwrap() {
            Ok(()) => {}
            // It came when the call was back for the application, too.
            Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidCallState),
        }
    });
    assert_eq!(calls.states(), (State::Connected, State::Connected));
}

#[test]
fn closing_ends_a_conference_that_is_being_formed() {
    let calls = Consultation::begin();
    scope(|scope| {
        let (finishing, _resume) = calls.finish(scope);
        let closing = scope.spawn(|| calls.phone.close());
        finishing.join().unwrap().unwrap_err();
        let bye = calls.second.find("BYE");
        calls.second.answer(&bye, "200 OK", "", "", "");
        closing.join().unwrap();
    });
    assert_eq!(calls.states(), (State::Disconnected, State::Disconnected));
}
