//! Conferences of a SIP line with telephones that were made without us, and with a line of ours among
//! them: each hears all others, and not itself, whatever it speaks, and whoever comes and goes.

mod support;

use std::path::Path;
use std::sync::Arc;
use support::baresip::Baresip;
use support::phone::Phone;
use support::sipp::Sipp;
use support::terminals::{Memory, listen, purity, read_file, say, seconds_of, tone_file};
use support::{free_port, until};
use tapi3::engine::{CallHandle, DTMF, DropReason, ErrorKind, FinishMode, Flow, State};
use tempfile::TempDir;

/// How long what is to be heard is heard, in seconds.
const LONG: f64 = 0.7;

/// How long everything lasts, in seconds.
const LASTING: f64 = 1.3;

/// Somebody who says a tone and keeps what he hears, and our call to him.
struct Party {
    far: Far,
    call: CallHandle,
    memory: Arc<Memory>,
    hertz: f64,
}

/// What is at the other end.
enum Far {
    /// A telephone that was made without us. It records until it is put on hold for the first time.
    Baresip { peer: Baresip, folder: TempDir },
    /// A line of ours, for those who are on hold at times.
    Line {
        phone: Phone,
        call: Option<CallHandle>,
        memory: Option<Arc<Memory>>,
    },
}

impl Party {
    fn new(phone: &Phone, hertz: f64, port: u16, far: Far) -> Self {
        let call = phone.call(&format!("sip:bob@127.0.0.1:{port}"));
        let memory = listen(&call);
        Party {
            far,
            call,
            memory,
            hertz,
        }
    }

    /// A line of ours.
    fn line(phone: &Phone, hertz: f64) -> Self {
        let other = Phone::open("");
        let port = other.port;
        let far = Far::Line {
            phone: other,
            call: None,
            memory: None,
        };
        Party::new(phone, hertz, port, far)
    }

    /// A telephone, with the module of a codec.
    fn speaking(phone: &Phone, hertz: f64, codec: &str, rate: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let says = folder.path().join("says.wav");
        tone_file(&says, rate, hertz, 120);
        let peer = Baresip::with_files(";answermode=auto", &[codec], &says, folder.path());
        let port = peer.port;
        Party::new(phone, hertz, port, Far::Baresip { peer, folder })
    }

    /// One that speaks G.711.
    fn telephone(phone: &Phone, hertz: f64) -> Self {
        Party::speaking(phone, hertz, "g711", 8_000)
    }

    /// Answers the call that is on its way to it.
    fn answers(&mut self) {
        if let Far::Line {
            phone,
            call,
            memory,
        } = &mut self.far
        {
            let taken = phone.incoming();
            *memory = Some(listen(&taken));
            say(&taken, self.hertz);
            taken.answer().unwrap();
            *call = Some(taken);
        }
        self.is(State::Connected);
    }

    fn baresip(&mut self) -> &mut Baresip {
        match &mut self.far {
            Far::Baresip { peer, .. } => peer,
            Far::Line { .. } => panic!("it is a line of ours"),
        }
    }

    /// The far end's own side of the call, where it is a line of ours.
    fn far_call(&self) -> &CallHandle {
        match &self.far {
            Far::Line { call, .. } => call.as_ref().unwrap(),
            Far::Baresip { .. } => panic!("it is a telephone"),
        }
    }

    /// Waits until it has spoken for a while, from now on, as our program hears it. The others hear it
    /// by the same beat.
    fn speaks(&self) {
        self.memory.forget();
        until("it is heard", || {
            let (rate, heard) = self.memory.heard();
            seconds_of(&heard, rate, self.hertz) > LASTING
        });
    }

    fn is(&self, state: State) {
        let call = &self.call.call;
        until("the call is in its state", || call.state() == state);
    }

    fn hangs_up(&mut self) {
        match &mut self.far {
            Far::Baresip { peer, .. } => peer.command("hangup", ""),
            Far::Line { call, .. } => {
                let call = call.as_ref().unwrap();
                call.disconnect(DropReason::Normal).unwrap();
            }
        }
        self.is(State::Disconnected);
        self.is_over();
    }

    /// Waits until the far end knows that the call is over.
    fn is_over(&mut self) {
        match &mut self.far {
            Far::Baresip { peer, .. } => peer.expect("CALL_CLOSED"),
            Far::Line { phone, call, .. } => {
                phone.expect_end(call.as_ref().unwrap());
            }
        }
    }

    /// What it has heard, a tenth of a second at a time, with its rate; without what was silent.
    fn windows(&self) -> Vec<(u32, Vec<i16>)> {
        let heard = match &self.far {
            Far::Line { memory, .. } => vec![memory.as_ref().unwrap().heard()],
            Far::Baresip { folder, .. } => recordings(folder.path()),
        };
        windows(heard)
    }

    /// For how many seconds it has heard exactly these tones together.
    fn has_heard(&self, tones: &[f64]) -> f64 {
        seconds_together(&self.windows(), tones)
    }

    /// Looks that it has never heard this.
    fn has_not_heard(&self, hertz: f64) {
        for (rate, window) in self.windows() {
            let share = purity(&window, rate, hertz);
            assert!(share < 0.05, "{hertz} Hz was heard: {share}");
        }
    }

    /// Looks that it has heard these tones together for long enough, and never itself. A telephone writes
    /// its file when the call is over.
    fn heard(&self, tones: &[f64]) {
        until("it has heard the others", || self.has_heard(tones) > LONG);
        self.has_not_heard(self.hertz);
    }
}

/// What was heard, a tenth of a second at a time, with its rate; without what was silent.
fn windows(heard: impl IntoIterator<Item = (u32, Vec<i16>)>) -> Vec<(u32, Vec<i16>)> {
    let mut windows = Vec::new();
    for (rate, samples) in heard {
        let loud = |window: &&[i16]| window.iter().any(|sample| sample.unsigned_abs() > 1_000);
        let all = samples
            .chunks_exact((rate as usize / 10).max(1))
            .filter(loud);
        windows.extend(all.map(|window| (rate, window.to_vec())));
    }
    windows
}

/// For how many seconds exactly these tones were heard together.
fn seconds_together(windows: &[(u32, Vec<i16>)], tones: &[f64]) -> f64 {
    let heard = windows.iter().filter(|(rate, window)| {
        let shares = tones.iter().map(|hertz| purity(window, *rate, *hertz));
        let all: f64 = shares.clone().sum();
        let least = 0.5 / tones.len() as f64;
        all > 0.9 && shares.into_iter().all(|share| share > least)
    });
    heard.count() as f64 / 10.0
}

/// What baresip has recorded of what it heard.
fn recordings(folder: &Path) -> Vec<(u32, Vec<i16>)> {
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let heard = paths.filter(|path| path.to_string_lossy().ends_with("-dec.wav"));
    heard.map(|path| read_file(&path)).collect()
}

/// Calls somebody by way of a consultation.
fn consult(original: &Party, consult: &mut Party) {
    original.call.conference(&consult.call, false).unwrap();
    consult.answers();
    assert_eq!(original.call.call.state(), State::Hold);
}

/// Calls somebody by way of a consultation, and joins the two.
fn join(original: &Party, other: &mut Party) {
    consult(original, other);
    other.call.finish(FinishMode::Conference).unwrap();
    assert_eq!(original.call.call.state(), State::Connected);
    assert_eq!(other.call.call.state(), State::Connected);
    assert_eq!(original.call.call.hub(), other.call.call.hub());
}

/// A conference of us and these, who are all there. The first one is on hold at times.
fn conference(parties: &mut [Party]) {
    let (first, others) = parties.split_first_mut().unwrap();
    first.call.connect(false).unwrap();
    first.answers();
    for other in others {
        join(first, other);
    }
}

/// A conference of us, a line of ours and two telephones.
fn of_three(phone: &Phone) -> [Party; 3] {
    let mut parties = [
        Party::line(phone, 437.0),
        Party::telephone(phone, 700.0),
        Party::telephone(phone, 1_100.0),
    ];
    conference(&mut parties);
    parties
}

fn end(parties: &mut [Party]) {
    for party in parties {
        if party.call.call.state() != State::Disconnected {
            party.call.disconnect(DropReason::Normal).unwrap();
            party.is_over();
        }
    }
}

#[test]
fn each_of_three_hears_the_two_others_and_what_the_program_plays_to_it() {
    let phone = Phone::open("");
    let mut parties = [
        Party::line(&phone, 437.0),
        Party::telephone(&phone, 700.0),
        Party::telephone(&phone, 1_100.0),
    ];
    say(&parties[2].call, 1_700.0);
    conference(&mut parties);
    parties[2].speaks();
    end(&mut parties);
    let [one, two, three] = &parties;
    one.heard(&[700.0, 1_100.0]);
    two.heard(&[437.0, 1_100.0]);
    three.heard(&[437.0, 700.0, 1_700.0]);
    // What is played to one of them is for that one.
    one.has_not_heard(1_700.0);
    two.has_not_heard(1_700.0);
}

#[test]
fn members_may_speak_different_codecs_in_packets_of_different_lengths() {
    for ptime in [20, 30, 10] {
        let settings = format!("ptime = {ptime}\ncodecs = ['PCMU', 'G722', 'L16/16000']");
        let phone = Phone::open(&settings);
        let mut parties = [
            Party::line(&phone, 437.0),
            Party::speaking(&phone, 700.0, "g722", 16_000),
            Party::telephone(&phone, 1_100.0),
            Party::speaking(&phone, 1_700.0, "l16", 16_000),
        ];
        conference(&mut parties);
        parties[3].speaks();
        end(&mut parties);
        let [one, two, three, four] = &parties;
        one.heard(&[700.0, 1_100.0, 1_700.0]);
        two.heard(&[437.0, 1_100.0, 1_700.0]);
        three.heard(&[437.0, 700.0, 1_700.0]);
        four.heard(&[437.0, 700.0, 1_100.0]);
    }
}

#[test]
fn who_hangs_up_leaves_the_rest_in_the_conference_and_the_last_one_in_a_call() {
    let phone = Phone::open("");
    let mut parties = of_three(&phone);
    parties[2].speaks();
    parties[1].hangs_up();
    parties[2].speaks();
    parties[0].hangs_up();
    // The last one is in no conference any more, and its call goes on.
    let last = &parties[2];
    let error = last.call.leave_conference().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoConference);
    say(&last.call, 1_700.0);
    last.speaks();
    assert_eq!(last.call.call.state(), State::Connected);
    end(&mut parties);
    let [one, two, three] = &parties;
    one.heard(&[700.0, 1_100.0]);
    one.heard(&[1_100.0]);
    two.heard(&[437.0, 1_100.0]);
    three.heard(&[437.0]);
    three.heard(&[1_700.0]);
}

#[test]
fn the_call_that_the_conference_began_with_may_be_ended_first() {
    let phone = Phone::open("");
    let mut parties = of_three(&phone);
    let first = &mut parties[0];
    first.call.disconnect(DropReason::Normal).unwrap();
    first.is_over();
    parties[2].speaks();
    for party in &parties[1..] {
        assert_eq!(party.call.call.state(), State::Connected);
    }
    end(&mut parties);
    let [_, two, three] = &parties;
    two.heard(&[1_100.0]);
    three.heard(&[700.0]);
}

#[test]
fn who_is_removed_is_called_off_and_the_others_go_on() {
    let phone = Phone::open("");
    let mut parties = of_three(&phone);
    parties[2].speaks();
    let second = &mut parties[1];
    second.call.leave_conference().unwrap();
    assert_eq!(second.call.call.state(), State::Disconnected);
    second.is_over();
    parties[2].speaks();
    end(&mut parties);
    let [one, two, three] = &parties;
    one.heard(&[1_100.0]);
    two.heard(&[437.0, 1_100.0]);
    three.heard(&[437.0]);
}

#[test]
fn who_is_on_hold_neither_hears_nor_is_heard() {
    let phone = Phone::open("");
    let mut parties = of_three(&phone);
    let heard_so_far = |party: &Party| {
        if let Far::Line { memory, .. } = &party.far {
            memory.as_ref().unwrap().forget();
        }
    };
    let [one, _, three] = &parties;
    three.speaks();
    one.heard(&[700.0, 1_100.0]);
    let call = one.call.call.clone();
    say(&one.call, 1_700.0);
    for by_us in [true, false] {
        let side = match by_us {
            true => &one.call,
            false => one.far_call(),
        };
        side.hold().unwrap();
        if !by_us {
            until("the far end holds", || !call.is_streaming(Flow::Capture));
        }
        // What was on its way has arrived by then.
        three.speaks();
        heard_so_far(one);
        three.speaks();
        for hertz in [700.0, 1_100.0] {
            one.has_not_heard(hertz);
        }
        side.unhold().unwrap();
        until("it takes us back", || call.is_streaming(Flow::Capture));
        heard_so_far(one);
        three.speaks();
        one.heard(&[700.0, 1_100.0, 1_700.0]);
    }
    end(&mut parties);
    let [_, two, three] = &parties;
    two.heard(&[1_100.0]);
    two.heard(&[437.0, 1_100.0]);
    three.heard(&[700.0]);
    three.heard(&[437.0, 700.0]);
    // Four times a while without, and three times with it.
    assert!(two.has_heard(&[1_100.0]) > 4.0 * LONG);
    assert!(two.has_heard(&[437.0, 1_100.0]) > 3.0 * LONG);
}

#[test]
fn whom_the_conference_begins_with_hears_the_others_after_its_hold() {
    let phone = Phone::open("");
    // It says what it hears, so that is what we hear.
    let media = free_port().to_string();
    // It takes the second next one for pictures.
    let _ = free_port();
    let sound = ["-mi", "127.0.0.1", "-mp", &media, "-rtp_echo"];
    let peer = Sipp::called_with("is_held_and_taken_back", &[], &sound);
    let first = phone.dial(peer.port);
    let memory = listen(&first);
    phone.expect(&first, State::Connected);
    let mut others = [700.0, 1_100.0].map(|hertz| Party::telephone(&phone, hertz));
    let [one, two] = &mut others;
    first.conference(&one.call, true).unwrap();
    one.call.finish(FinishMode::Conference).unwrap();
    join(one, two);
    until("it hears the others", || {
        let heard = windows([memory.heard()]);
        seconds_together(&heard, &[700.0, 1_100.0]) > LONG
    });
    end(&mut others);
    first.disconnect(DropReason::Normal).unwrap();
    peer.passed();
}

#[test]
fn who_takes_the_place_of_a_member_is_in_the_conference() {
    let phone = Phone::open("");
    let mut parties = of_three(&phone);
    parties[2].speaks();
    let folder = tempfile::tempdir().unwrap();
    let says = folder.path().join("says.wav");
    tone_file(&says, 8_000, 1_700.0, 120);
    let mut new = Baresip::with_files(";answermode=auto", &["g711"], &says, folder.path());
    let to = format!("sip:bob@127.0.0.1:{}", new.port);
    parties[0].far_call().blind_transfer(&to).unwrap();
    new.expect("CALL_ESTABLISHED");
    // For the program it is the same call.
    let moved = &mut parties[0];
    moved.hertz = 1_700.0;
    moved.speaks();
    end(&mut parties);
    new.expect("CALL_CLOSED");
    let [_, two, three] = &parties;
    two.heard(&[437.0, 1_100.0]);
    two.heard(&[1_100.0, 1_700.0]);
    three.heard(&[700.0, 1_700.0]);
    until("it has heard the others", || {
        let heard = windows(recordings(folder.path()));
        seconds_together(&heard, &[700.0, 1_100.0]) > LONG
    });
}

#[test]
fn two_conferences_become_one() {
    let phone = Phone::open("");
    let mut parties = [
        Party::line(&phone, 437.0),
        Party::telephone(&phone, 700.0),
        Party::line(&phone, 1_100.0),
        Party::telephone(&phone, 1_700.0),
    ];
    let (first, second) = parties.split_at_mut(2);
    conference(first);
    conference(second);
    let [one, _, three, _] = &parties;
    one.call.conference(&three.call, true).unwrap();
    three.call.finish(FinishMode::Conference).unwrap();
    three.speaks();
    // They are in one already.
    one.call.conference(&three.call, true).unwrap();
    let again = three.call.finish(FinishMode::Conference);
    assert_eq!(again.unwrap_err().kind(), ErrorKind::InvalidArgument);
    one.call.unhold().unwrap();
    one.speaks();
    end(&mut parties);
    let [one, two, three, four] = &parties;
    one.heard(&[700.0, 1_100.0, 1_700.0]);
    two.heard(&[437.0, 1_100.0, 1_700.0]);
    three.heard(&[437.0, 700.0, 1_700.0]);
    four.heard(&[437.0, 700.0, 1_100.0]);
}

#[test]
fn a_full_conference_takes_nobody_and_stays_as_it_is() {
    let phone = Phone::open("max_conference = 3");
    let info = phone.line.info();
    assert!(info.features.conference);
    assert_eq!(info.max_conference, 3);
    let mut parties = [
        Party::line(&phone, 437.0),
        Party::telephone(&phone, 700.0),
        Party::telephone(&phone, 1_100.0),
    ];
    conference(&mut parties[..2]);
    let [one, _, three] = &mut parties;
    consult(one, three);
    let error = three.call.finish(FinishMode::Conference).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConferenceFull);
    assert_eq!(one.call.call.state(), State::Hold);
    assert_eq!(three.call.call.state(), State::Connected);
    three.speaks();
    // The consultation ends, and its original is back in the conference.
    three.call.disconnect(DropReason::Normal).unwrap();
    three.is_over();
    one.is(State::Connected);
    one.speaks();
    end(&mut parties);
    let [one, two, three] = &parties;
    one.heard(&[700.0]);
    two.heard(&[437.0]);
    two.has_not_heard(1_100.0);
    assert!(three.windows().is_empty());
}

#[test]
fn digits_are_told_of_the_call_whose_far_end_pressed_them() {
    let phone = Phone::open("");
    let mut parties = of_three(&phone);
    parties[1].call.detect_digits(DTMF).unwrap();
    parties[2].baresip().command("sndcode", "5");
    parties[1].baresip().command("sndcode", "7");
    until("the digit is told", || !phone.digits().is_empty());
    parties[2].speaks();
    assert_eq!(phone.digits(), "7");
    end(&mut parties);
}
