//! Conferences of calls on lines of different kinds: each far end hears all others and not itself,
//! whoever comes and goes.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;
use support::phone::Phone;
use support::terminals::{Memory, listen, purity, say, seconds_of};
use support::{free_port, until};
use tapi3::config::{Configuration, Source};
use tapi3::engine::{
    Call, CallHandle, Cause, Client, DropReason, ErrorKind, FinishMode, Flow, Kind, Line, Result,
    Role, State, Terminal, TerminalRef, bits,
};
use tapi3::system::System;

/// How long what is to be heard is heard, in seconds.
const LONG: f64 = 0.7;

/// A program with two SIP lines at addresses of their own, and lines of the simulated exchange.
struct Program {
    system: System,
    client: Client,
}

impl Program {
    fn start() -> Self {
        let sip = |name: &str, more: &str| {
            let port = free_port();
            format!(
                "[[line]]\nname = '{name}'\nprovider = 'sip'\nuri = 'sip:{name}@127.0.0.1'\n\
                 listen = '127.0.0.1:{port}'\n{more}\n"
            )
        };
        let sim = |number: u32| {
            format!("[[line]]\nname = '{number}'\nprovider = 'sim'\naddress = '{number}'\n")
        };
        let text = [
            sip("desk", ""),
            sip("wide", "codecs = ['G722']\nptime = 30"),
            sim(2001),
            sim(2002),
        ];
        Program::with(&text.concat())
    }

    fn with(text: &str) -> Self {
        let configuration = Configuration::read(&Source::text(text)).unwrap();
        let system = System::new(configuration).unwrap();
        let client = system.engine().add_client("test".to_owned()).unwrap();
        client.set_event_mask(bits::CALL_STATE);
        client.set_listening(true).unwrap();
        for line in system.engine().lines().unwrap() {
            client.register(&line, false, true, 8, 0).unwrap();
        }
        Program { system, client }
    }

    fn line(&self, name: &str) -> Arc<Line> {
        let mut lines = self.system.engine().lines().unwrap().into_iter();
        lines.find(|line| line.info().name == name).unwrap()
    }

    fn call(&self, line: &str, to: &str) -> CallHandle {
        let line = self.line(line);
        let call = Call::outgoing(&self.client, &line, to.to_owned(), 8, 1).unwrap();
        call.attach().unwrap();
        call
    }

    /// What rings on a line.
    fn offered(&self, line: &str) -> CallHandle {
        let line = self.line(line);
        let mut found = None;
        until("it rings", || {
            let calls = line.calls().unwrap().into_iter();
            found = calls.filter(|call| call.state() == State::Offering).last();
            found.is_some()
        });
        let call = found.unwrap().handle_for(&self.client).unwrap();
        call.attach().unwrap();
        call
    }

    /// Somebody who is called from a SIP line.
    fn by_sip(&self, line: &str, hertz: f64) -> Party {
        let phone = Phone::open("");
        let call = self.call(line, &format!("sip:bob@127.0.0.1:{}", phone.port));
        Party::new(call, hertz, Some(phone))
    }

    /// The second simulated line, which is called from the first.
    fn by_exchange(&self, hertz: f64) -> Party {
        Party::new(self.call("2001", "2002"), hertz, None)
    }
}

/// Somebody who says a tone and keeps what he hears, and our call to him.
struct Party {
    call: CallHandle,
    hertz: f64,
    /// He has a SIP telephone of his own, or the second line of the exchange.
    phone: Option<Phone>,
    far: Option<(CallHandle, Arc<Memory>)>,
}

impl Party {
    fn new(call: CallHandle, hertz: f64, phone: Option<Phone>) -> Self {
        Party {
            call,
            hertz,
            phone,
            far: None,
        }
    }

    /// Answers the call that is on its way.
    fn answers(&mut self, program: &Program) {
        let far = match &self.phone {
            Some(phone) => phone.incoming(),
            None => program.offered("2002"),
        };
        let memory = listen(&far);
        say(&far, self.hertz);
        far.answer().unwrap();
        self.far = Some((far, memory));
        self.is(State::Connected);
    }

    fn far(&self) -> &CallHandle {
        &self.far.as_ref().unwrap().0
    }

    fn memory(&self) -> &Memory {
        &self.far.as_ref().unwrap().1
    }

    #[track_caller]
    fn is(&self, state: State) {
        until("the call is in its state", || {
            self.call.call.state() == state
        });
    }

    /// Looks that it hears exactly these tones together from now on.
    #[track_caller]
    fn hears(&self, tones: &[f64]) {
        self.memory().forget();
        until("the others are heard", || {
            let (rate, heard) = self.memory().heard();
            let windows = heard.chunks_exact((rate as usize / 10).max(1));
            let fits = windows.filter(|window| is_heard(window, rate, tones));
            fits.count() as f64 / 10.0 > LONG
        });
        let (rate, heard) = self.memory().heard();
        assert!(
            seconds_of(&heard, rate, self.hertz) < 0.1,
            "it hears itself"
        );
    }

    /// Looks that nobody is heard from now on, but for what is on its way.
    #[track_caller]
    fn hears_nobody(&self) {
        until("nobody is heard", || {
            self.memory().forget();
            until("time passes", || self.memory().heard().1.len() > 4_000);
            let heard = self.memory().heard().1;
            heard.iter().all(|sample| sample.unsigned_abs() < 200)
        });
    }

    fn is_over(&self) {
        self.is(State::Disconnected);
        until("the far end knows", || {
            self.far().call.state() == State::Disconnected
        });
    }
}

/// Whether exactly these tones are heard together.
fn is_heard(window: &[i16], rate: u32, tones: &[f64]) -> bool {
    let loud = window.iter().any(|sample| sample.unsigned_abs() > 1_000);
    let shares = tones.iter().map(|hertz| purity(window, rate, *hertz));
    let all: f64 = shares.clone().sum();
    let least = 0.5 / tones.len() as f64;
    loud && all > 0.9 && shares.into_iter().all(|share| share > least)
}

/// Calls somebody by way of a consultation, and joins the two.
fn join(program: &Program, original: &Party, other: &mut Party) {
    original.call.conference(&other.call, false).unwrap();
    original.is(State::Hold);
    other.answers(program);
    other.call.finish(FinishMode::Conference).unwrap();
    for party in [original, other] {
        assert_eq!(party.call.call.state(), State::Connected);
    }
    assert_eq!(original.call.call.hub(), other.call.call.hub());
}

/// A conference of a SIP call, one of the exchange and one of another SIP line, with us.
fn of_three(program: &Program) -> [Party; 3] {
    let mut one = program.by_sip("desk", 437.0);
    let mut two = program.by_exchange(700.0);
    let mut three = program.by_sip("wide", 1_100.0);
    one.call.connect(false).unwrap();
    one.answers(program);
    join(program, &one, &mut two);
    join(program, &two, &mut three);
    [one, two, three]
}

fn all_hear_all(parties: &[Party; 3]) {
    let [one, two, three] = parties;
    one.hears(&[700.0, 1_100.0]);
    two.hears(&[437.0, 1_100.0]);
    three.hears(&[437.0, 700.0]);
}

#[test]
fn far_ends_of_lines_of_different_kinds_hear_each_other_and_what_is_played_to_them() {
    let program = Program::start();
    let parties = of_three(&program);
    all_hear_all(&parties);
    let [one, two, three] = &parties;
    // What the program plays on a call is for its far end, and what it hears comes from there.
    say(&one.call, 1_700.0);
    let memory = listen(&one.call);
    one.hears(&[700.0, 1_100.0, 1_700.0]);
    two.hears(&[437.0, 1_100.0]);
    until("the program hears its own far end", || {
        let (rate, heard) = memory.heard();
        seconds_of(&heard, rate, 437.0) > LONG
    });
    let (rate, heard) = memory.heard();
    assert!(seconds_of(&heard, rate, 1_100.0) == 0.0);
    // Who is on hold, on either side, has no part in it.
    two.call.hold().unwrap();
    three.hears(&[437.0]);
    two.call.unhold().unwrap();
    three.hears(&[437.0, 700.0]);
    three.far().hold().unwrap();
    two.hears(&[437.0]);
    three.far().unhold().unwrap();
    two.hears(&[437.0, 1_100.0]);
}

#[test]
fn who_goes_leaves_the_others_whatever_the_order() {
    let orders = [[0, 1], [1, 2], [2, 0]];
    for (round, [first, second]) in orders.into_iter().enumerate() {
        let program = Program::start();
        let parties = of_three(&program);
        parties[0].hears(&[700.0, 1_100.0]);
        let last = 3 - first - second;
        match round {
            // We hang up, they do, or we say that somebody is to leave.
            0 => drop(parties[first].call.disconnect(DropReason::Normal).unwrap()),
            1 => drop(parties[first].far().disconnect(DropReason::Normal).unwrap()),
            _ => parties[first].call.leave_conference().unwrap(),
        }
        parties[first].is_over();
        assert_eq!(parties[first].call.call.cause(), Cause::Normal);
        parties[second].hears(&[parties[last].hertz]);
        parties[last].hears(&[parties[second].hertz]);
        parties[second].call.disconnect(DropReason::Normal).unwrap();
        parties[second].is_over();
        // The last one has a call like any other.
        assert_eq!(parties[last].call.call.state(), State::Connected);
        let none = parties[last].call.leave_conference().unwrap_err();
        assert_eq!(none.kind(), ErrorKind::NoConference);
        parties[last].hears_nobody();
        say(&parties[last].call, 1_700.0);
        parties[last].hears(&[1_700.0]);
        parties[last].call.disconnect(DropReason::Normal).unwrap();
        parties[last].is_over();
    }
}

#[test]
fn a_conference_of_one_line_comes_into_another_as_a_whole() {
    let program = Program::start();
    let mut one = program.by_sip("desk", 437.0);
    let mut two = program.by_sip("desk", 1_100.0);
    let mut three = program.by_exchange(700.0);
    one.call.connect(false).unwrap();
    one.answers(&program);
    join(&program, &one, &mut two);
    assert!(!one.call.call.is_mixed(), "its line does it");
    join(&program, &two, &mut three);
    let parties = [one, two, three];
    parties[0].hears(&[700.0, 1_100.0]);
    parties[1].hears(&[437.0, 700.0]);
    parties[2].hears(&[437.0, 1_100.0]);
    let [one, two, three] = &parties;
    three.far().disconnect(DropReason::Normal).unwrap();
    three.is_over();
    assert!(!one.call.call.is_mixed() && !two.call.call.is_mixed());
    one.hears(&[1_100.0]);
    two.hears(&[437.0]);
}

/// Says the numbers from one on, one a sample.
struct Numbers(Mutex<i16>);

impl Terminal for Numbers {
    fn selected(&self, _: &CallHandle, _: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _: &Call, _: Flow) {}

    fn play(&self, _: &Call, _: u32, frame: &mut [i16]) -> bool {
        let mut next = self.0.lock().unwrap();
        for sample in frame {
            *sample = *next;
            *next += 1;
        }
        true
    }
}

#[test]
fn calls_of_the_exchange_are_mixed_sample_by_sample_under_a_manual_clock() {
    let lines = (2001..2005).map(|number| {
        format!("[[line]]\nname = '{number}'\nprovider = 'sim'\naddress = '{number}'\n")
    });
    let program = Program::with(&format!("clock = 'manual'\n{}", lines.collect::<String>()));
    let advance = |milliseconds| {
        let by = Duration::from_millis(milliseconds);
        program.system.advance_clock(by).unwrap();
    };
    advance(1_000);
    let (one, other) = (program.call("2001", "2002"), program.call("2003", "2004"));
    one.connect(false).unwrap();
    let far = program.offered("2002");
    far.answer().unwrap();
    one.conference(&other, false).unwrap();
    let further = program.offered("2004");
    further.answer().unwrap();
    other.finish(FinishMode::Conference).unwrap();
    let hubs = [&one, &far, &other, &further].map(|call| call.call.hub());
    assert_eq!(hubs, [hubs[0]; 4]);
    let memories = [(&far, 100), (&further, 10_000)].map(|(call, first)| {
        let numbers = TerminalRef::new(Arc::new(Numbers(Mutex::new(first))));
        call.select(Flow::Capture, numbers, Role::Plays, Kind::Shown)
            .unwrap();
        listen(call)
    });
    advance(200);
    // 60 ms later, to the sample.
    for (memory, first) in memories.iter().zip([10_000, 100]) {
        let said = (first..).take(1_120);
        let expected: Vec<i16> = std::iter::repeat_n(0, 480).chain(said).collect();
        assert!(memory.heard().1 == expected, "{:?}", memory.heard().1);
    }
    // The far ends of one call are in the conference by it.
    far.conference(&further, false).unwrap();
    let again = further.finish(FinishMode::Conference).unwrap_err();
    assert_eq!(again.kind(), ErrorKind::InvalidArgument);
    far.unhold().unwrap();
    other.disconnect(DropReason::Normal).unwrap();
    assert_eq!(further.call.state(), State::Disconnected);
    memories[0].forget();
    advance(100);
    assert_eq!(memories[0].heard().1, [0; 800]);
    assert_eq!(one.call.state(), State::Connected);
}

#[test]
fn a_consultation_that_ends_takes_the_first_call_back() {
    let program = Program::start();
    let mut one = program.by_sip("desk", 437.0);
    let mut two = program.by_exchange(700.0);
    one.call.connect(false).unwrap();
    one.answers(&program);
    one.call.conference(&two.call, false).unwrap();
    two.answers(&program);
    assert_eq!(one.call.call.state(), State::Hold);
    two.far().disconnect(DropReason::Normal).unwrap();
    two.is_over();
    one.is(State::Connected);
    // Neither is transferred to the other.
    let mut next = program.by_exchange(700.0);
    one.call.conference(&next.call, false).unwrap();
    next.answers(&program);
    let refused = next.call.finish(FinishMode::Transfer).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotSupported);
    next.call.finish(FinishMode::Conference).unwrap();
    one.hears(&[700.0]);
}
